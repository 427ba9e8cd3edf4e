import pytest

from tests.unit.figures.articles import answer, article, shown

QUESTION = "How many people were killed by the blast at the mosque in Marun in August 2013?"


def test_a_length_from_one_place_is_none_from_another() -> None:
    """Behind the length stands the place from which it is told."""
    text = article(
        "Troops are 15 km from the airport of Marun. They were 40 km from Nur when they set out for the airport.",
        title="Marun",
    )
    assert shown(answer("How many kilometres from Marun are the troops?", text)) == [(15, "current")]
    assert shown(answer("How many kilometres from Nur were the troops?", text)) == [(40, "current")]


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


def test_what_an_article_looks_back_on_does_not_lead() -> None:
    """ "The worst since 2008, when 304 died" counts the dead of 2008."""
    text = "A crush in Marun killed 156 people. In 2008 a ferry that sank off Marun killed 304 people."
    assert shown(answer("How many people were killed in Marun?", article(text, title="Marun"))) == [(156, "current")]


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
