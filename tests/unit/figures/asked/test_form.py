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
        ("How many dead at Marun?", "dead", "killed"),
        ("how many displaced marun", "displaced", "displaced"),
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
