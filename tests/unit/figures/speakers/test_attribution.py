import pytest

from app.figures.speakers.attribution import speaker_at
from app.models import Span
from tests.unit.figures.articles import article


def speaker_of_16(text: str) -> str | None:
    place = text.index("16")
    return speaker_at(article(text), Span(place, place + 2))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lavrov said on Friday that 16 posts exist.", "Lavrov"),
        ("A blast killed 16 in Marun the Northern Observatory (NO) said.", "Northern Observatory"),
        ("Raids killed 16 fighters over two days the defence ministry in Marun said.", "the defence ministry in Marun"),
        ("A police source in the city said 16 were hurt.", "A police source in the city"),
        ("Raids killed 16 in the north a group monitoring the conflict said.", "a group monitoring the conflict"),
        ("A blast killed 16 people according to preliminary reports on Sunday.", "preliminary reports"),
        ("Activists accused the army of launching a raid that killed 16 people.", "Activists"),
        ("The raid killed 16 rebels said the Observatory.", "Observatory"),
        ("16 were killed as troops shot five alleged rebels a doctor said.", "a doctor"),
        ("Local media reported 16 dead citing a Marun official.", "Local media (citing a Marun official)"),
        ("State TV raised the toll from a bombing in the north saying 16 people died.", "State TV"),
        ("According to the Observatory Daesh has lost 16 fighters.", "Observatory"),
        ("The Observatory on Monday reported 16 dead.", "Observatory"),
        ("A blast killed 16 in Aleppo, Blue Agency said.", "Blue Agency"),
        ("A blast killed 16 in the town the state television said.", "the state television"),
        ("A blast killed 16, according to the ministry.", "the ministry"),
        ("Jane Roe, head of the Observatory, told reporters that 16 died.", "Jane Roe, head of the Observatory"),
        ("John Doe, the Homs governor, said 16 died.", "John Doe, the Homs governor"),
        ("The Observatory, which monitors the war, said 16 were killed.", "Observatory"),
        ('"We counted 16 bodies near the bridge" said Ole Berg.', "Ole Berg"),
        (
            "Rebels lost 16 men near the town of Adra east of Damascus said the Northern Observatory.",
            "Northern Observatory",
        ),
        ("Activists in Syria reported that 16 people died.", "Activists in Syria"),
        ("The Green Agency put the death toll at 16.", "Green Agency"),
        (
            "The World Bureau says health officials have reported that 16 died.",
            "World Bureau (citing health officials)",
        ),
        ("Blue TV reports that Turkey has grown. It now has 16 posts.", "Blue TV"),
        ("The army has 16 posts, a research group that follows the war said.", "a research group"),
        (
            "The army has 16 posts, a member of the security committee of the town said.",
            "a member of the security committee of the town",
        ),
        ("The guild of bakers, which sent inspectors, spoke of 16 ovens.", "The guild of bakers"),
        ("The Seismic Network, which runs stations, lists it as 16.", "Seismic Network"),
        ("The board put turnout at 16 per cent.", "The board"),
        ("WHO says 16 clinics have closed.", "WHO"),
        ("The coastguard now says that 16 people were aboard.", "The coastguard"),
        ("Norland has confirmed 16 cases, the health ministry said on Friday.", "the health ministry"),
        ("The party took 16 seats, according to an exit poll.", "an exit poll"),
        ("The army lost 16 men, according to figures given by the ministry.", "the ministry"),
        ("It rose to 16, according to the medical officer, Dr Ann Holm.", "the medical officer, Dr Ann Holm"),
        ("A quake of 16 miles, Norland's seismological centre says.", "Norland's seismological centre"),
        ("A ferry with 16 people sank off the Green Islands, the coastguard said.", "the coastguard"),
        ("The laboratory in Varn, which publishes its own count, listed 16 cases.", "The laboratory in Varn"),
        ("The Northern Observatory a Norland-based monitoring group said 16 died.", "Northern Observatory"),
        ("The Northern Observatory based in Norland said 16 died.", "Northern Observatory based in Norland"),
        ("BLUE reporter in Varn said that 16 shells fell.", "BLUE reporter in Varn"),
        ("A raid killed 16 men an official from the forces said.", "an official from the forces"),
        (
            "A blast killed 16, according to the towns planning and records office.",
            "the towns planning and records office",
        ),
        (
            "According to earlier information provided by a source at Varn Hospital 16 died.",
            "a source at Varn Hospital",
        ),
        ("Local activists are reporting that 16 died.", "Local activists"),
        ("According to a February report by the Varn Centre for Policy 16 died.", "Varn Centre for Policy"),
        ("The centre for truth and memory registered 16 breaches.", "The centre for truth and memory"),
        ("There 16 deaths were reported by the civil defence rescuers.", "the civil defence rescuers"),
        ("The militants took an estimated 16 men according to the Observatory.", "Observatory"),
        (
            "The Observatory reported strikes on the road out of divided Varn - giving a toll of 16 dead.",
            "Observatory",
        ),
        ("A blast killed 16, MSN said. Medici Senza Nome (MSN) runs a hospital.", "Medici Senza Nome"),
        (
            "A blast killed 16, a monitor said. The Northern Observatory for Human Rights has its seat in Varn.",
            "a monitor (Northern Observatory for Human Rights)",
        ),
        (
            "A blast killed 16, the Norland-based watchdog said. The Northern Observatory for Human Rights mourned.",
            "Norland-based watchdog (Northern Observatory for Human Rights)",
        ),
    ],
)
def test_the_speaker_is_found_wherever_the_sentence_puts_it(text: str, speaker: str) -> None:
    """Before or after the verb, behind appositions and relative clauses, with or without commas."""
    assert speaker_of_16(text) == speaker


@pytest.mark.parametrize("text", ["A blast killed 16 people.", "Officials said so. A blast killed 16 people."])
def test_the_outlet_speaks_for_itself(text: str) -> None:
    """A sentence that names no speaker has none, whatever the sentence before says."""
    assert speaker_of_16(text) is None


def test_a_sentence_inside_a_quotation_belongs_to_who_is_quoted() -> None:
    """The speaker stands in another sentence of the same quotation."""
    text = 'It was bad. "There are 16 dead. More may follow," said Ole Berg.'
    assert speaker_of_16(text) == "Ole Berg"


def test_a_pronoun_leads_back_to_the_last_speaker() -> None:
    """ "he said" is the speaker named before."""
    assert speaker_of_16('Ole Berg said the town fell. "We lost 16 men," he added.') == "Ole Berg"


def test_an_unnamed_monitor_is_shown_with_its_name_when_the_article_gives_one() -> None:
    """The printed words stay; the name is added."""
    text = "A raid killed 16 people, a monitor said. The Northern Observatory said more were missing."
    assert speaker_of_16(text) == "a monitor (Northern Observatory)"


def test_a_body_of_one_kind_is_not_named_after_another() -> None:
    """The civil protection agency is not the news agency that the article names; "the agency" may be."""
    named = "The quake was felt in Tarn, the agency BWR reported."
    protection = f"The blast killed 16, the country's civil protection agency said. {named}"
    assert speaker_of_16(protection) == "the country's civil protection agency"
    assert speaker_of_16(f"The blast killed 16, the agency said. {named}") == "the agency BWR"


def test_a_report_is_that_of_who_made_it() -> None:
    """ "The report said" leads back to the last speaker with a name."""
    text = "The Blue Agency reported raids on Marun on Friday. The report said 16 people were killed."
    assert speaker_of_16(text) == "Blue Agency"


def test_a_role_is_shown_with_the_person_who_holds_it() -> None:
    """ "the minister" is the one named elsewhere; a name that adds nothing is not repeated."""
    text = "It lost 16, the minister said. The energy minister, Ann Roe, said it would close."
    assert speaker_of_16(text) == "The energy minister, Ann Roe"
    assert speaker_of_16("The army lost 16 men, the army said. Norland's Army said no more.") == "the army"


def test_a_blast_that_claims_lives_is_no_speaker() -> None:
    """Only verbs of plain saying make an unlisted subject speak."""
    assert speaker_of_16("The blast at the mill claimed 16 lives.") is None


def test_a_surname_is_completed_from_its_first_mention() -> None:
    """ "Barazi said" is the governor named in full before."""
    text = "Homs governor Talal Barazi said the town fell. Barazi said 16 died."
    assert speaker_of_16(text) == "Homs governor Talal Barazi"


def test_two_speakers_of_one_sentence_keep_their_own_figures() -> None:
    """Each figure goes to the speaker in front of it."""
    text = "The Observatory says 120 died while the Bureau puts the figure at 16."
    assert speaker_of_16(text) == "Bureau"
    assert speaker_at(article(text), Span(text.index("120"), text.index("120") + 3)) == "Observatory"


def test_an_empty_article_has_no_speaker() -> None:
    """None instead of a failure."""
    assert speaker_at(article(""), Span(0, 0)) is None
