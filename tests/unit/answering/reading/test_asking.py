import pytest

from app.answering.reading.asking import asked_of, asks_twice


@pytest.mark.parametrize(
    ("ask", "kind", "phrase"),
    [
        ("She was fined for eating which sea creature?", "thing", "sea creature"),
        ("Which movie theatre chain announced new prices?", "organisation", "movie theatre chain"),
        ("What is the strongest armed group in the valley?", "organisation", "strongest armed group"),
        ("What type of long-range bomber did they send?", "thing", "long-range bomber"),
        ("Which children’s author is being revised?", "person", "children’s author"),
        ("What do officials believe the objects were?", "thing", None),
        ("The guards will travel to which US state to learn how to use it?", "state", "state"),
        ("Which of these companies was paid?", "organisation", "companies"),
        ("Which reed burned near the lake?", "thing", "reed"),
        ("Who won?", "person", None),
        ("varna truce date", "date", None),
        ("mayor of varna", "person", None),
        ("The mayor has left Varna", "thing", None),
    ],
)
def test_the_head_of_the_noun_phrase_says_what_is_asked_for(ask, kind, phrase):
    """A sea creature is no sea, a theatre chain no theatre; verbs and names are no part of the phrase."""
    asked = asked_of(ask)
    assert (asked.kind, asked.phrase) == (kind, phrase)


def test_a_second_question_is_seen():
    """ "What … and what …?" asks twice; an "and" between nouns does not."""
    assert asks_twice("What do the drivers demand and what is offered?")
    assert not asks_twice("What do the drivers and the guards demand?")
