import pytest

from app.answering.checking.statements import check
from app.answering.extractive.reading import read
from app.answering.extractive.said_by import asks_who_said, write_said
from app.answering.extractive.writer import write_extract
from app.answering.reading.evidence import Sentence
from app.answering.reading.focus import focus_of
from app.answering.reading.sentences import rank_sentences, term_weights
from app.models import Article
from tests.unit.answering.corner import article, sentences

FERRY = article(
    "The operator, Blue Lines, said there were 214 people on board. "
    "The coastguard put the number at 231 because infants do not need a ticket.",
    article_id="ferry",
    title="Ferry sinks",
    published_at="2020-02-09",
)


def told(question: str, *articles: Article) -> str | None:
    focus, found = focus_of(question), sentences(*articles)
    weights = term_weights(focus, found)
    ranked = rank_sentences(focus, found, weights)
    nearest: Sentence | None = ranked[0].sentence if ranked else None
    draft = write_said(focus, ranked, nearest)
    return check(draft).short_answer if draft else None


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Who said that the ferry sank?", True),
        ("Who put the number of people at 231?", True),
        ("Who told reporters about the call?", True),
        ("Who counted the votes?", False),
        ("Who gave the order?", False),
        ("Who sank the ferry?", False),
    ],
)
def test_who_said_is_told_from_who_did(question: str, asks: bool) -> None:
    """What was said stands behind "that" or "about", or is a number."""
    assert asks_who_said(focus_of(question)) is asks


def test_the_speaker_of_the_asked_number_is_named_and_no_other() -> None:
    """Also where the sentence denies something else."""
    assert told("Who put the number of people on the ferry at 231?", FERRY) == "The coastguard"
    assert told("Who said that 214 people were on the ferry?", FERRY) == "Blue Lines"


def test_a_number_that_nobody_gave_has_no_speaker() -> None:
    """The nearest other number is no answer."""
    assert told("Who said that 300 people were on the ferry?", FERRY) is None


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("What did Luis Barrado say about the lanterns?", '"They will burn all night," said Luis Barrado'),
        ("What does the WHO say about the lanterns?", ""),
        ("What did the warden say about the lanterns?", "The quay was swept, said the warden, who has no lanterns"),
    ],
)
def test_what_somebody_said_is_told_in_that_ones_words(question: str, opening: str) -> None:
    """A nearer sentence of somebody else is no answer, nor is one of a man "who" is no WHO."""
    quay = article(
        'The old lanterns of the quay were lit again on Friday. "They will burn all night," said Luis Barrado. '
        "The quay was swept, said the warden, who has no lanterns."
    )
    answer = check(write_extract(read(focus_of(question), sentences(quay), as_of=None), today="2021-03-04"))
    assert answer.short_answer == opening
