"""Whose the counted are, and of which kind."""

import pytest

from app.figures.asked.quantity import read_asked
from app.figures.matching.counted_fit import is_of_other_kind
from app.figures.reading.extract import extract_figures
from tests.unit.figures.articles import answer, article, shown

POSTS = "Turkey has 40 observation posts in the valley of Marun. Russia is said to watch them."


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("rebel", "Clashes killed 30 regime and rebel fighters in Marun."),
        ("Russian", "In Marun 12 Hezbollah fighters were killed."),
    ],
)
def test_fighters_of_others_are_not_those_asked_about(asked: str, text: str) -> None:
    """Both sides together are not one of them, and a group of another country's are nobody's but its own."""
    question = f"How many {asked} fighters were killed in Marun?"
    assert shown(answer(question, article(text, title=f"{asked} fighters in Marun"))) == []


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("How many prisoners escaped in Marun?", True),
        ("How many militants escaped in Marun?", False),
        ("How many fanglers escaped in Marun?", False),
    ],
)
def test_only_known_nouns_are_surely_of_another_kind(question: str, other: bool) -> None:
    """Five militants are no five prisoners; what fanglers are is not known."""
    asked = read_asked(question)
    assert asked is not None
    [record] = extract_figures(article("In Marun five militants escaped."))
    assert is_of_other_kind(asked, record) == other


def test_what_belongs_to_somebody_else_answers_nothing() -> None:
    """However the owner is asked for: as an adjective, a subject, or in a city that stands for its government."""
    text = article(POSTS, title="Posts in Marun")
    assert shown(answer("How many observation posts does Turkey have in Marun?", text)) == [(40, "current")]
    assert shown(answer("How many observation posts does Ankara have in Marun?", text)) == [(40, "current")]
    assert answer("How many observation posts does Russia have in Marun?", text) is None
    assert answer("How many Russian posts are in Marun?", text) is None


def test_a_team_of_so_many_members_has_them() -> None:
    """The measure stands joined to its number."""
    text = article("A 20-member chemical weapons team went to Marun on Friday.", title="Team")
    question = "How many members did the chemical weapons team that went to Marun have?"
    assert shown(answer(question, text)) == [(20, "current")]


def test_one_party_does_not_answer_for_another() -> None:
    """The doer of the question is the doer of the sentence; what it keeps it has won."""
    text = article(
        "The Civic Union has won 61 seats in Marun. The National List keeps 41 seats.", title="Vote in Marun"
    )
    assert shown(answer("How many seats did the National List win in Marun?", text)) == [(41, "current")]
    assert shown(answer("How many seats did the Civic Union win in Marun?", text)) == [(61, "current")]


def test_a_bodys_members_are_its_own_wherever_it_is_named() -> None:
    """The conflict of a tribe tells how many it has, far from the province asked about."""
    told = "There was fighting near Besk. The al-Sheitun tribe, who number about 70,000, fled. Varn is the province."
    text = article(f"{'It rained. ' * 40}{told}")
    question = "How many members does the al-Sheitun tribe of Varn province have?"
    assert shown(answer(question, text)) == [(70_000, "current")]


def test_kinds_of_people_are_not_taken_for_one_another() -> None:
    """Firefighters are no journalists, and the dead of a quake are no teachers."""
    text = article("Two firefighters died in the quake in Marun, which killed 41 people.", title="Marun quake")
    assert answer("How many journalists died in the quake in Marun?", text) is None
    assert answer("How many teachers died in the quake in Marun?", text) is None


def test_fighters_of_a_group_that_is_not_named_are_nobodys() -> None:
    """29 fighters of some movement are no Hezbollah fighters."""
    text = article("At least 29 fighters from the Hazm movement were killed in Marun.", title="Fighting in Marun")
    assert answer("How many Hezbollah fighters were killed in Marun?", text) is None


def test_members_of_one_side_are_not_the_rebels_of_the_same_sentence() -> None:
    """The body behind "members of" tells whose fighters are asked about."""
    text = article(
        "Fighting in Marun has killed 30 regime and allied fighters as well as 50 rebels.", title="Government forces"
    )
    assert shown(answer("How many members of the government forces were killed in Marun?", text)) == [(30, "current")]


def test_bodies_are_counted_before_people() -> None:
    """Bodies that were seen somewhere are not the toll of all."""
    text = article("The attack in Marun killed 1300 people. At least 30 bodies had been brought to a clinic in Marun.")
    assert shown(answer("How many bodies were reported in Marun after the attack?", text)) == [(30, "current")]


def test_who_lost_fighters_is_whose_they_are() -> None:
    """What the rebels lost are no regime fighters."""
    text = article("The rebels have lost 463 fighters in the battle for Marun.", title="The battle for Marun")
    assert shown(answer("How many rebel fighters were killed in the battle for Marun?", text)) == [(463, "current")]
    assert answer("How many regime fighters were killed in the battle for Marun?", text) is None
