import pytest

from app.figures.asked.form import counting_form
from app.figures.asked.quantity import read_asked


@pytest.mark.parametrize(
    ("question", "form"),
    [
        ("What's the tally of posts in Marun?", "How many posts in Marun?"),
        ("How large is the number of posts in Marun?", "How many posts in Marun?"),
        ("Latest count of the posts in Marun?", "How many posts in Marun?"),
        ("I'd like to know how many posts there are in Marun.", "how many posts there are in Marun."),
        ("howmany posts are in marun", "how many posts are in marun"),
        ("how many ppl died in Marun", "how many people died in Marun"),
        ("posts marun how many", "How many posts marun?"),
        ("turkey marun posts count", "How many posts turkey marun?"),
        ("Turkish posts Marun number now", "How many Turkish posts Marun now?"),
        ("death toll marun blast", "How many people were killed in marun blast?"),
        ("marun mosque blast dead how many", "How many people were killed in marun mosque blast?"),
        ("syrian soldiers killed marun", "How many syrian soldiers were killed in marun?"),
        ("number of trucks destroyed marun convoy", "How many trucks were destroyed in marun convoy?"),
        ("marun percentage held by rebels", "What percentage of marun held by rebels?"),
        ("How many died in the blast at Marun?", "how many people died in the blast at Marun?"),
        ("How many were hurt when Marun was shelled?", "how many people were hurt when Marun was shelled?"),
        ("How many did the blast kill?", "how many people did the blast kill?"),
        ("How many does Turkey have?", "how many does Turkey have?"),
        ("What number of posts are in Marun?", "How many posts are in Marun?"),
        ("How far is Marun from the border, in miles?", "How many miles is Marun from the border?"),
        ("What area, in square miles, is covered by it?", "How many square miles is covered by it?"),
        ("By how much, in per cent, has it grown?", "What percentage has it grown?"),
        ("How much of Marun do the rebels hold?", "What percentage of Marun do the rebels hold?"),
        ("How much of Marun do they hold in square kilometres?", "How many square kilometres of Marun do they hold?"),
        ("How much did it cost?", "How much did it cost?"),
        ("latest on the marun blast", "latest on the marun blast"),
        ("Which countries count as members?", "Which countries count as members?"),
        ("What is the death toll of the blast in Marun?", "What is the death toll of the blast in Marun?"),
    ],
)
def test_every_way_of_asking_for_a_count_is_one_form(question: str, form: str) -> None:
    """Polite, typed into a search box or mistyped; other questions stay as they are."""
    assert counting_form(question) == form


@pytest.mark.parametrize(
    ("question", "counted", "predicate"),
    [
        ("How many dead at Marun?", "people", "killed"),
        ("how many displaced marun", "people", "displaced"),
        ("How many uprooted people are in Marun?", "people", "displaced"),
        ("How many lives did the storm claim in Marun?", "lives", "killed"),
        ("How many houses have been repaired in Marun?", "houses", "repair"),
    ],
)
def test_the_counted_noun_may_tell_what_happened(question: str, counted: str, predicate: str) -> None:
    """ "how many dead" asks for the killed."""
    asked = read_asked(question)
    assert asked is not None
    assert (asked.head, asked.predicate) == (counted, predicate)


def test_how_long_something_took_is_not_when() -> None:
    """ "over two weeks in August" asks about August."""
    asked = read_asked("How many people were killed over two weeks in August 2014?", today="2016-11-08")
    assert asked is not None
    assert (asked.first, asked.last) == ("2014-08-01", "2014-08-31")


def test_who_has_the_counted_is_its_owner() -> None:
    """A city that stands for a government is its country."""
    asked = read_asked("How many posts does Ankara have in Marun?")
    assert asked is not None
    assert (asked.counted, asked.owners, asked.doer) == (("turkey", "posts"), ("turkey",), "Ankara")
