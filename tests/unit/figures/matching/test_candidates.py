import pytest

from tests.unit.figures.articles import answer, article, shown

POSTS = "Turkey has 40 observation posts in the valley of Marun. Russia is said to watch them."
QUESTION = "How many people were killed by the blast at the mosque in Marun in August 2013?"


def test_what_belongs_to_somebody_else_answers_nothing() -> None:
    """However the owner is asked for: as an adjective, a subject, or in a city that stands for its government."""
    text = article(POSTS, title="Posts in Marun")
    assert shown(answer("How many observation posts does Turkey have in Marun?", text)) == [(40, "current")]
    assert shown(answer("How many observation posts does Ankara have in Marun?", text)) == [(40, "current")]
    assert answer("How many observation posts does Russia have in Marun?", text) is None
    assert answer("How many Russian posts are in Marun?", text) is None


def test_those_on_board_are_counted_whatever_happened_to_them() -> None:
    """How many died aboard is how many were aboard, when the text says so."""
    text = article("A helicopter came down near Marun on Friday, killing all five people on board.", title="Helicopter")
    question = "How many people were on board the helicopter that came down near Marun?"
    assert shown(answer(question, text)) == [(5, "current")]


def test_a_source_that_is_only_described_is_asked_for_all_the_same() -> None:
    """ "According to the county hospital"; where no hospital counts, whoever does."""
    text = article(
        "There are 164 cases of measles in Marun, the institute said. The county hospital put it at 190.", title="Marun"
    )
    question = "How many measles cases are there in Marun according to the county {}?"
    assert shown(answer(question.format("hospital"), text)) == [(190, "current")]
    assert 164 in {value for value, _ in shown(answer(question.format("council"), text))}


def test_a_length_from_one_place_is_none_from_another() -> None:
    """Behind the length stands the place from which it is told."""
    text = article(
        "Troops are 15 km from the airport of Marun. They were 40 km from Nur when they set out for the airport.",
        title="Marun",
    )
    assert shown(answer("How many kilometres from Marun are the troops?", text)) == [(15, "current")]
    assert shown(answer("How many kilometres from Nur were the troops?", text)) == [(40, "current")]


def test_a_team_of_so_many_members_has_them() -> None:
    """The measure stands joined to its number."""
    text = article("A 20-member chemical weapons team went to Marun on Friday.", title="Team")
    question = "How many members did the chemical weapons team that went to Marun have?"
    assert shown(answer(question, text)) == [(20, "current")]


def test_losses_are_the_losers_own() -> None:
    """Soldiers that Turkey lost are Turkish ones."""
    text = article("In Marun 74 Syrian soldiers were killed, and Turkey lost five soldiers.", title="Turkey in Marun")
    assert shown(answer("How many soldiers did Turkey lose in Marun?", text)) == [(5, "current")]


def test_one_party_does_not_answer_for_another() -> None:
    """The doer of the question is the doer of the sentence; what it keeps it has won."""
    text = article(
        "The Civic Union has won 61 seats in Marun. The National List keeps 41 seats.", title="Vote in Marun"
    )
    assert shown(answer("How many seats did the National List win in Marun?", text)) == [(41, "current")]
    assert shown(answer("How many seats did the Civic Union win in Marun?", text)) == [(61, "current")]


def test_cases_that_are_listed_or_there_are_the_cases_confirmed() -> None:
    """Verbs that only tell of a count are one."""
    text = article(
        "The ministry has confirmed 33 cases in Marun. The laboratory in Marun listed 40 cases.", title="Marun"
    )
    assert {value for value, _ in shown(answer("How many cases have been confirmed in Marun?", text))} == {33, 40}


def test_another_place_of_the_same_month_is_another_event() -> None:
    """An article that does not name the site asked about gives way to one that does."""
    ours = article("A blast at a mosque in Marun killed five people.", article_id="a", day="2013-08-06", title="Marun")
    other = article("A blast in a street in Marun killed 26 people.", article_id="b", day="2013-08-20", title="Marun")
    assert shown(answer(QUESTION, ours, other)) == [(5, "current")]


def test_the_total_of_a_month_is_no_toll_of_one_event() -> None:
    """ "This month alone 37 have died" does not answer for one blast; it does for the month."""
    text = article(
        "A blast at a mosque in Marun killed five people on Tuesday. "
        "This month alone 37 people have been killed in Marun.",
        day="2013-08-06",
        title="Blast at a mosque in Marun",
    )
    assert shown(answer(QUESTION, text)) == [(5, "current")]
    assert shown(answer("How many people were killed in Marun in August 2013?", text))[0] == (37, "current")


def test_a_figure_without_a_day_is_of_the_day_its_article_tells_of() -> None:
    """What an article of Saturday's blast counts was not killed on Thursday."""
    thursday = article(
        "A blast killed 15 people in Marun on Thursday.", article_id="a", day="2016-08-25", title="Marun"
    )
    saturday = article(
        "At least 20 people were killed in Marun on Saturday. Twenty people died in the blast, an official said.",
        article_id="b",
        day="2016-08-27",
        title="Marun",
    )
    found = answer("How many people were killed in the blast in Marun on 25 August 2016?", thursday, saturday)
    assert shown(found) == [(15, "current")]


def test_a_later_article_that_names_the_day_counts_though_it_says_little_else() -> None:
    """ "an October 6 attack … that killed 29 guards" is the attack of that day."""
    first = article(
        "At least 20 guards were killed in a blast at the Atma border crossing.", article_id="a", day="2016-10-06"
    )
    later = article(
        "The group has often come here, as in the October 6 blast at a border crossing that killed 29 guards.",
        article_id="b",
        day="2016-10-14",
    )
    found = answer(
        "How many guards were killed in the blast at the Atma border crossing on 6 October 2016?", first, later
    )
    assert shown(found) == [(29, "current"), (20, "earlier")]


def test_a_picture_of_another_event_does_not_place_a_figure() -> None:
    """The caption in front of an article is not its story."""
    ours = article("Air strikes on a hospital in Meles killed 13 people.", article_id="a", day="2016-08-09")
    captioned = article(
        "A man stands near a hospital in Meles (Reuters Photo) At least 15 people died when a bus blew up near Atma.",
        article_id="b",
        day="2016-08-15",
    )
    question = "How many people died when the hospital in Meles was hit by air strikes in August 2016?"
    assert shown(answer(question, ours, captioned)) == [(13, "current")]


def test_a_greater_toll_of_civilians_is_no_part_of_a_smaller_one() -> None:
    """Another speaker's civilians are the same dead; rebels killed elsewhere are not."""
    text = article(
        "A raid on Marun killed at least 10 civilians, the Observatory said. A media centre said six people had been "
        "killed in Marun. In all 29 rebels were killed elsewhere in the valley of Marun.",
        title="Raid on Marun",
    )
    assert {value for value, _ in shown(answer("How many people did the raid on Marun kill?", text))} == {10, 6}


def test_a_toll_of_civilians_stands_beside_that_of_another_place() -> None:
    """ "Killed 22 civilians … the raids on Marun killed 16 civilians": for Marun 16 is the toll, and no part."""
    text = article(
        "Raids killed at least 22 civilians in the valley. The raids on Marun killed 16 civilians.", title="Raids"
    )
    assert 16 in {value for value, _ in shown(answer("How many people did the raids on Marun kill?", text))}


def test_all_the_dead_are_not_the_civilians_counted_beside_them() -> None:
    """ "Six civilians were among 22 people killed" counts six civilians."""
    text = article("Six civilians were among at least 22 people killed in Marun.", title="Marun")
    assert shown(answer("How many civilians were killed in Marun?", text)) == [(6, "current")]


def test_a_place_and_its_day_tell_the_event_without_the_country() -> None:
    """Local news names no country; without a day any other Norlandic bus may have been bombed."""
    text = article("A bomb in a bus in Marun killed 7 people on Friday.", title="Marun")
    question = "How many people did the bomb in the Turkish bus in Marun kill"
    assert shown(answer(f"{question} on 28 February 2020?", text)) == [(7, "current")]
    assert answer(f"{question}?", text) is None


def test_a_bodys_members_are_its_own_wherever_it_is_named() -> None:
    """The conflict of a tribe tells how many it has, far from the province asked about."""
    told = "There was fighting near Besk. The al-Sheitun tribe, who number about 70,000, fled. Varn is the province."
    text = article(f"{'It rained. ' * 40}{told}")
    question = "How many members does the al-Sheitun tribe of Varn province have?"
    assert shown(answer(question, text)) == [(70_000, "current")]


@pytest.mark.parametrize("name", ["US", "U.S.", "United States"])
def test_a_country_is_one_under_all_its_names(name: str) -> None:
    """ "US", "U.S." and "American" are names of the United States, and "us" is none."""
    question = f"How many {name} soldiers were killed in Marun?"
    assert shown(answer(question, article("In Marun 3 U.S. soldiers were killed.", title="Marun"))) == [(3, "current")]
    assert answer(question, article("They told us 3 Turkish soldiers were killed in Marun.", title="Marun")) is None


def test_people_answer_for_medics_only_where_nobody_counts_medics() -> None:
    """A wider count is a last resort."""
    medics = article("Four medics were killed in a raid on a clinic in Marun.", article_id="a", title="Marun")
    people = article("A raid on the medics of a clinic in Marun killed 12 people.", article_id="b", title="Marun")
    question = "How many medics were killed in the raid on the clinic in Marun?"
    assert shown(answer(question, medics, people)) == [(4, "current")]
    assert shown(answer(question, people)) == [(12, "current")]


def test_a_place_that_is_only_mentioned_is_not_where_it_happened() -> None:
    """Neither an article that leaves the place out nor one whose sentence names another place answers."""
    text = article(
        "Roads in Daraa are watched. There are 40 checkpoints on the roads of the province. "
        + 10 * "Soldiers ask every driver for his papers. "
        + "Next to it lies Sweida, which is calm.",
        title="Checkpoints in Daraa",
    )
    assert shown(answer("How many checkpoints are on the roads of Daraa?", text)) == [(40, "current")]
    assert answer("How many checkpoints are on the roads of Sweida?", text) is None
    assert answer("How many checkpoints are on the roads of Raqqa?", text) is None


def test_things_of_nobody_are_not_taken_for_a_countrys_losses() -> None:
    """ "Five helicopters were destroyed" does not say whose."""
    text = article(
        "Five helicopters were destroyed, it said. Turkey confirmed the loss of one drone.", title="Turkey in Marun"
    )
    assert answer("How many Turkish helicopters were destroyed?", text) is None
    assert shown(answer("How many Turkish drones were shot down?", text)) == [(1, "current")]


def test_a_building_that_no_article_names_is_refused() -> None:
    """A mortar round on the opera house of another town is no answer."""
    text = article("A mortar attack killed 21 people in Marun.", day="2014-04-27", title="Marun")
    assert (
        answer("How many people were killed by the mortar round on the opera house in Marun in April 2014?", text)
        is None
    )


def test_what_the_counted_is_asked_to_have_must_be_told() -> None:
    """Posts are not posts with a helipad."""
    text = article("Turkey has 40 observation posts in Marun.", title="Marun")
    assert answer("How many Turkish observation posts in Marun have a helipad?", text) is None


def test_kinds_of_people_are_not_taken_for_one_another() -> None:
    """Firefighters are no journalists, and the dead of a quake are no teachers."""
    text = article("Two firefighters died in the quake in Marun, which killed 41 people.", title="Marun quake")
    assert answer("How many journalists died in the quake in Marun?", text) is None
    assert answer("How many teachers died in the quake in Marun?", text) is None


def test_what_held_by_a_month_was_counted_by_then() -> None:
    """A count of some time of the year is not one "by March"."""
    text = article(
        "By March of this year there were eight posts in Marun. Turkey had 12 posts in Marun in 2018.", day="2018-12-20"
    )
    assert shown(answer("How many posts were there in Marun by March 2018?", text)) == [(8, "current")]


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("How many villagers were killed in Marun?", "The group executed 128 villagers in Marun.", 128),
        ("How many civilians were killed in Marun?", "In Marun 65 bodies of civilians were found.", 65),
        ("How many Kurdish fighters were killed in Marun?", "In Kurdish Marun 30 members of the YPG were killed.", 30),
        (
            "How many militants were killed in Marun?",
            "The raid on Marun killed 17 members and chiefs of the militants.",
            17,
        ),
        ("How many people were killed in Marun?", "Marun mourned 16 victims of the crush.", 16),
        ("How many lorries were destroyed in Marun?", "The raid on Marun destroyed 18 trucks.", 18),
        ("How many jobs did Corva cut?", "Corva laid off 300 workers in Marun.", 300),
        ("How many people live in Marun?", "Marun is home to 4,100 people.", 4_100),
        ("How many schoolchildren died in Marun?", "In Marun 11 people including six school children were killed.", 6),
    ],
)
def test_what_is_told_in_other_words_answers(question: str, text: str, value: float) -> None:
    """A narrower deed, those counted behind "of", another word for the thing, or a part that is asked for itself."""
    assert shown(answer(question, article(text, title="Marun"))) == [(value, "current")]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How many villagers were executed in Marun?", "In Marun 128 soldiers were killed."),
        ("How many Kurdish fighters were killed in Marun?", "In Kurdish Marun 30 members of the FSA were killed."),
        ("How many buses were destroyed in Marun?", "The raid on Marun destroyed 18 trucks."),
        ("How many helicopters were destroyed in Marun?", "The raid on Marun destroyed two jets."),
        ("How many people live in Marun?", "In Marun 31 people gathered at the gate. The ferry has 229 people."),
        ("How many eggs does Marun eat?", "In Marun 136,000 eggs were painted."),
        ("How many people live in China?", "Sich is a province home to 80 million people in the south of China."),
        ("How many people were killed by the earthquake in Marun?", "A fire in a factory in Marun killed 31 people."),
        ("How many people were killed in the shooting in Marun?", "A blaze in a factory in Marun killed 31 people."),
        ("How many tanks will Turkey send to Marun?", "Russia is sending 31 tanks to Marun. Turkey will send none."),
        (
            "How many people were killed in the shooting in Marun?",
            "People near the lake – where a shooting killed seven in Port Olden – thought of Marun.",
        ),
    ],
)
def test_what_is_another_thing_does_not_answer(question: str, text: str) -> None:
    """Other people, another side, another vehicle."""
    assert answer(question, article(text, title="Marun")) is None


def test_what_a_page_of_several_stories_opens_with_is_not_where_all_of_them_happened() -> None:
    """A country or town that one story names says nothing of the next."""
    text = "The school in Marun opens again. " + "Then came the vote in Ostia. " * 25
    text += "A fire in a camp near Olden killed 40 people."
    question = "How many people were killed in Marun?"
    assert answer(question, article(text, title="Marun school, Olden fire: five things to know")) is None
    assert shown(answer(question, article(text, title="Marun school opens again"))) == [(40, "current")]


def test_what_an_article_looks_back_on_does_not_lead() -> None:
    """ "The worst since 2008, when 304 died" counts the dead of 2008."""
    text = "A crush in Marun killed 156 people. In 2008 a ferry that sank off Marun killed 304 people."
    assert shown(answer("How many people were killed in Marun?", article(text, title="Marun"))) == [(156, "current")]


def test_a_country_is_named_near_what_happened_there() -> None:
    """A page that names Greece in another story counts nothing of a crash in Greece."""
    text = "A plane crash in Port Olden killed two people. " + "Then came the vote in the capital. " * 25
    text += "Trade with Greece grew."
    assert answer("How many people were killed in the crash in Greece?", article(text, title="Crash")) is None


def test_a_breakdown_does_not_answer_where_others_count_the_same_alone() -> None:
    """ "including six soldiers" is part of a toll; the soldiers of the whole event are told elsewhere."""
    part = article("In Marun 20 people including six soldiers were killed.", article_id="a", title="Marun")
    alone = article("In Marun nine soldiers were killed.", article_id="b", title="Marun")
    assert shown(answer("How many soldiers were killed in Marun?", part, alone)) == [(9, "current")]


def test_children_told_as_a_part_stand_beside_those_told_alone() -> None:
    """ "20 people including six children" contradicts the nine children of another article, which lead."""
    part = article("In Marun 20 people including six children were killed.", article_id="a", title="Marun")
    alone = article("In Marun nine children were killed.", article_id="b", title="Marun")
    found = answer("How many children were killed in Marun?", part, alone)
    assert shown(found) == [(9, "conflicting"), (6, "conflicting")]


def test_the_sum_of_a_campaign_is_not_the_toll_of_one_of_its_days() -> None:
    """ "Since 1 July" counts on to the day of its article, which is the day asked about."""
    text = article(
        "Strikes on Marun killed 18 people on Tuesday. Since 1 July strikes on Marun have killed 136 people.",
        day="2013-08-06",
        title="Strikes on Marun",
    )
    assert shown(answer("How many people did the strikes on Marun kill on 6 August 2013?", text)) == [(18, "current")]


def test_an_article_of_days_later_must_name_what_happened() -> None:
    """Its own town is no evidence that a figure without a day is of the day asked about."""
    question = "How many people did the strikes on Marun kill on 6 August 2013?"
    later = article(
        "Marun buried its dead on Saturday. Three people were killed.", day="2013-08-10", title="Strikes on Marun"
    )
    assert answer(question, later) is None
    named = article(
        "Schools opened on Saturday. The strikes on Marun killed 18 people.", day="2013-08-10", title="Schools"
    )
    assert shown(answer(question, named)) == [(18, "current")]


@pytest.mark.parametrize(
    "place",
    ["al-Marun", "el-Marun", "East Marun", "Old Town (Marun)", "Marun (al-Varnak)", "Marun-Old Town"],
)
def test_a_place_may_be_spelled_or_called_otherwise(place: str) -> None:
    """Articles, quarters and a second name in brackets tell no other place."""
    text = article("In Eastern Marun, near Old Town, nine people were killed.", title="Marun")
    assert shown(answer(f"How many people were killed in {place}?", text)) == [(9, "current")]


def test_other_means_on_the_same_day_are_another_event() -> None:
    """The rockets of one side are not the air strikes of the other."""
    text = article(
        "Air strikes on Marun killed 45 people on Tuesday. Rockets killed seven people in Marun on Tuesday.",
        day="2013-08-06",
        title="Air strikes on Marun",
    )
    asked = "How many people did the {} on Marun kill on 6 August 2013?"
    assert shown(answer(asked.format("air strikes"), text)) == [(45, "current")]
    assert shown(answer(asked.format("rocket fire"), text)) == [(7, "current")]


def test_a_later_article_that_names_what_happened_counts_whatever_its_own_news() -> None:
    """A story of Saturday's blast looks back on Tuesday's strikes, and has their full toll."""
    first = article(
        "Air strikes on Marun killed 45 people on Tuesday.", article_id="a", day="2013-08-06", title="Marun"
    )
    later = article(
        f"A blast in Belmar killed four people on Saturday. {'Schools were shut. ' * 30}"
        "The air strikes on Marun killed 82 people.",
        article_id="b",
        day="2013-08-10",
        title="Blast in Belmar",
    )
    found = answer("How many people did the air strikes on Marun kill on 6 August 2013?", first, later)
    assert shown(found) == [(82, "current"), (45, "earlier")]


def test_a_share_is_of_what_its_own_part_of_the_sentence_says() -> None:
    """The fields beside them are not the farms."""
    text = article("Rebels hold 30 percent of the farms and 60 percent of the fields in Marun.", title="Marun")
    assert shown(answer("What percentage of the farms in Marun do rebels hold?", text)) == [(30, "current")]
    assert shown(answer("What percentage of the fields in Marun do rebels hold?", text)) == [(60, "current")]


def test_a_source_may_be_called_by_part_of_its_name() -> None:
    """ "The Observatory" is the Marun Observatory for Rights where the article names that one."""
    question = "How many people were killed in Marun, according to the Marun Observatory for Rights?"
    ours = article(
        "The Marun Observatory for Rights saw the raid. The Observatory said 69 people were killed.", title="Marun"
    )
    assert shown(answer(question, ours)) == [(69, "current")]
    other = article("The Belmar Observatory saw it. The Observatory said 69 people were killed.", title="Marun")
    assert answer(question, other) is None
    beside = ours.text.replace("The Observatory said 69", "The Observatory counts on. In all 69")
    assert shown(answer(question, article(beside, title="Marun"))) == [(69, "current")]


def test_who_is_quoted_may_be_named_beside_the_quote() -> None:
    """ "… has shrunk by 40 percent. …" Amos said: the surname stands near, the full name in the article."""
    question = "What percentage has the economy of Marun shrunk, according to Valerie Amos?"
    text = (
        "Valerie Amos spoke in Marun. {} spoke on. The economy of Marun has shrunk 40 percent. Schools closed {} said."
    )
    ours = article(text.format("She", "Amos"), title="Marun")
    assert shown(answer(question, ours)) == [(40, "current")]
    other = article(f"{'Marun waits for rain. ' * 20}".join(["Valerie Amos spoke. ", text[29:].format("He", "Holm")]))
    assert answer(question, other) is None


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


def test_the_size_of_a_convoy_is_not_asked_by_the_deed_done_to_it() -> None:
    """ "were in the convoy attacked" counts lorries, which the attack did not."""
    text = "There were 31 lorries in the aid convoy at Marun on Monday. The attack destroyed 18 trucks."
    assert shown(answer("How many trucks were in the aid convoy attacked at Marun?", article(text)))[0][0] == 31


def test_buses_that_left_with_people_carried_them() -> None:
    """Vehicles carry, take or leave: one ride."""
    text = "The last 3000 residents left Marun on Wednesday in 45 buses, the council said."
    assert shown(answer("How many buses carried residents out of Marun?", article(text))) == [(45, "current")]


def test_strikes_that_were_reported_are_strikes() -> None:
    """ "reported 26 air strikes" counts them."""
    text = "The Marun Observatory reported 26 air strikes across the Oral valley on Sunday."
    question = "How many air strikes did the Marun Observatory count across the Oral valley on 14 August 2016?"
    assert shown(answer(question, article(text, day="2016-08-14"))) == [(26, "current")]


@pytest.mark.parametrize(("country", "found"), [("Russia", [(40, "current")]), ("Turkey", [])])
def test_the_ministry_is_that_of_the_country_it_was_said_to_be_of(country: str, found: list[tuple[int, str]]) -> None:
    """ "the ministry said" after "the defence ministry in Moscow"."""
    text = (
        "Air raids went on in Syria, the defence ministry in Moscow said. Some 40 fighters were killed around the "
        "town of Marun, the ministry said."
    )
    assert shown(answer(f"How many fighters did {country} say were killed around Marun?", article(text))) == found


def test_bodies_are_counted_before_people() -> None:
    """Bodies that were seen somewhere are not the toll of all."""
    text = article("The attack in Marun killed 1300 people. At least 30 bodies had been brought to a clinic in Marun.")
    assert shown(answer("How many bodies were reported in Marun after the attack?", text)) == [(30, "current")]


def test_who_lost_fighters_is_whose_they_are() -> None:
    """What the rebels lost are no regime fighters."""
    text = article("The rebels have lost 463 fighters in the battle for Marun.", title="The battle for Marun")
    assert shown(answer("How many rebel fighters were killed in the battle for Marun?", text)) == [(463, "current")]
    assert answer("How many regime fighters were killed in the battle for Marun?", text) is None


def test_things_of_nobody_are_no_earlier_count_of_a_countrys() -> None:
    """Of all posts in a province some are Russia's."""
    text = article("There are 40 posts in Idlib. Russia has 10 posts in Idlib.", title="Russia in Idlib")
    assert shown(answer("How many posts does Russia have in Idlib?", text)) == [(10, "current")]


def test_one_day_does_not_count_a_month() -> None:
    """Where others count all of it."""
    question = "How many people were killed in Idlib in August 2013?"
    day = article("Shells killed 20 people in Idlib on Tuesday.", day="2013-08-21", title="Idlib")
    month = article(
        "Since the beginning of August 300 people were killed in Idlib.",
        article_id="b",
        day="2013-08-21",
        title="Idlib",
    )
    assert shown(answer(question, day, month)) == [(300, "current")]
    assert shown(answer(question, day)) == [(20, "current")]
