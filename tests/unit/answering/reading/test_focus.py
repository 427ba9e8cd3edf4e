import pytest

from app.answering.reading.focus import asking_word, focus_of


@pytest.mark.parametrize(
    ("question", "kind", "category"),
    [
        ("How many watchtowers are in Varna?", "number", None),
        ("The bridge was closed. How old is it?", "number", None),
        ("What was the magnitude of the quake?", "number", None),
        ("Who signed the truce?", "person", None),
        ("At whose wish was the paper signed?", "person", None),
        ("Since when has the militia held the valley?", "date", None),
        ("In which month does the ban end?", "month", "month"),
        ("In which city did the negotiators meet?", "city", "city"),
        ("Which US state's governor signed the bill?", "state", "state"),
        ("Which actor joins the show?", "person", "actor"),
        ("She plays for which team?", "organisation", "team"),
        ("Which film won the main prize?", "work", "film"),
        ("What color will the carpet be?", "colour", "color"),
        ("Where did the rocket launch?", "place", None),
        ("Why was the bridge closed?", "thing", None),
        ("What was the name of the priest who was freed?", "person", "priest"),
        ("Which rebel group held the bridge?", "organisation", "group"),
        ("Which vegetable replaces the meat?", "thing", None),
        ("This actor was named chair of the club.", "person", "actor"),
        ("", "thing", None),
    ],
)
def test_the_kind_of_answer_is_read_from_the_question(question, kind, category):
    """Question words and the noun after them decide what an answer has to be."""
    focus = focus_of(question)
    assert (focus.kind, focus.category) == (kind, category)


def test_a_relative_clause_does_not_ask():
    """The question word after a comma is passed over when another one asks."""
    ask = "The kite, which guards took for a spy, came down off which state?"
    found = asking_word(ask)
    assert found is not None
    assert ask[found.start() :] == "which state?"


def test_names_in_the_noun_phrase_asked_for_are_not_required():
    """An answer to "which Norland actor" need not repeat Norland, but must speak of the prize."""
    assert focus_of("Which Norland actor won the Golden Elk in March?").required == {"golden", "elk"}


def test_the_counted_noun_and_what_somebody_did_are_read():
    """Counts keep their noun phrase, questions after a person the deed."""
    assert focus_of("How many border guards were killed?").counted == ("border", "guard")
    assert focus_of("Who commanded the fort?").deed == "command"
    assert focus_of("Who said that?").deed is None


def test_context_sentences_weigh_less():
    """A word of the asking sentence counts more than one of the sentence before it."""
    weights = focus_of("The fort fell. Who built the bridge?").weights
    assert weights["bridg"] > weights["fort"]
