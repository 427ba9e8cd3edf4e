from app.answering.reading.evidence import sentences_of
from tests.unit.answering.corner import ARTICLE, article, passage, sentences


def test_sentences_are_verbatim():
    """Every sentence is a slice of its article."""
    found = sentences(ARTICLE)
    assert found
    for sentence in found:
        assert ARTICLE.text[sentence.span.start : sentence.span.end] == sentence.text


def test_neighbours_come_along_with_less_weight():
    """A passage brings the sentence before and the one after it."""
    middle = "The Norland army used to have 12 watchtowers in the valley."
    found = {sentence.text: sentence.score for sentence in sentences_of([passage(ARTICLE, middle)], lambda _: ARTICLE)}
    assert found[middle] == 1.0
    assert found["The valley has been held by the Free Hunters militia since 2014."] == 0.8
    assert len(found) == 3


def test_a_sentence_found_twice_counts_once():
    """Two passages that share a sentence give it once, with the better score."""
    part = "Both sides will meet again soon"
    found = sentences_of([passage(ARTICLE, part, 0.5), passage(ARTICLE, part, 1.0)], lambda _: ARTICLE)
    assert len({sentence.key for sentence in found}) == len(found)
    assert max(sentence.score for sentence in found) == 1.0


def test_nothing_found_gives_no_sentences():
    """No passages, no sentences; passages without positive scores still count."""
    assert sentences_of([], lambda _: ARTICLE) == []
    one = article("One line.")
    assert [s.score for s in sentences_of([passage(one, score=-0.5)], lambda _: one)] == [1.0]
