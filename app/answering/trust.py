"""Whether a resolved figure answers the question, or what was found by reading is right more often."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from app.answering.extractive.reading import Reading
from app.answering.reading.evidence import Sentence
from app.answering.reading.focus import Focus
from app.answering.reading.predicates import is_such
from app.answering.reading.support import is_covered, names_the_asked
from app.figures.asked.quantity import read_asked
from app.figures.asked.sides import sides_of
from app.figures.matching.means import by_other_means
from app.figures.reading.currencies import is_money
from app.figures.records import FigureAnswer, FigureRecord
from app.models import Article, ArticleKey
from app.retrieval.times import asked_days

_FULL_DAY = len("2020-02-28")
_SHARE = 0.4
_SURELY_READ = frozenset(
    {"killed", "wounded", "executed", "displaced", "missing", "has", "captured", "detained", "kidnapped", "freed"}
)


def is_surely_right(
    focus: Focus,
    found: FigureAnswer,
    articles: Mapping[ArticleKey, Article],
    sentences: Callable[[], Sequence[Sentence]],
) -> bool:
    """Whether the figures answer whatever else there is to read: they are of both sources or of the asked predicate.

    Args:
        sentences: reads those of the headline's passage; called only where they decide.
    """
    if len(found.figures) > 1 and sides_of(focus.text):
        return True
    record = found.headline.record
    bound = any(_is_bound(focus.text, one) for one in (record, *found.headline.agreeing))
    if not bound or not _is_money_where_asked(focus, record):
        return False
    own = [one for one in sentences() if one.span.start < record.sentence.end and record.sentence.start < one.span.end]
    return bool(own) and is_such(focus, own[0])


def is_trusted(found: FigureAnswer, articles: Mapping[ArticleKey, Article], reading: Reading) -> bool:
    """Whether the headline stands about as near to the question as the best number found by reading, or knows of it.

    A record is bound to its noun and verb; a sentence is judged by all the words of the question. Where the record's
    sentence is far from the question and another sentence with a number is near, the sentence is right more often.
    """
    record = found.headline.record
    article = articles[record.article_id, record.version]
    if not _is_money_where_asked(reading.focus, record):
        return False
    headline = reading.at(article, record.sentence)
    if headline is None or not is_such(reading.focus, headline.sentence):
        return False
    if not _names_a_day(reading.focus.text) and not names_the_asked(reading.focus, headline.sentence):
        return False
    if reading.answer is None or any(map(reading.leads_with, _other_records(found))):
        return True
    rivals = (reading.at(sentence.article, sentence.span) for sentence in reading.answer.mentions)
    return headline.score >= _SHARE * max(rival.score for rival in rivals if rival)


def _other_records(found: FigureAnswer) -> Iterator[FigureRecord]:
    """What the figures tell beside the headline."""
    return (record for other in found.figures[1:] for record in (other.record, *other.agreeing))


def needs_a_figure(question: str, reading: Reading) -> bool:
    """Whether only a figure bound to the asked predicate would answer, and the number read is a guess."""
    asked = read_asked(question)
    counts = asked is not None and asked.measure == "count" and asked.predicate in _SURELY_READ
    binds = counts or (asked is not None and asked.measure == "level")
    if not binds or reading.answer is None or (asked is not None and not asked.names_event):
        return binds
    told = reading.answer.sentence
    return not is_covered(told, reading.weights) or by_other_means(question, told.text)


def _is_money_where_asked(focus: Focus, record: FigureRecord) -> bool:
    return not focus.wants_money or is_money(record.unit)


def _is_bound(question: str, record: FigureRecord) -> bool:
    """Whether the very predicate asked about, or the level asked for, ties the record to the question."""
    asked = read_asked(question)
    if asked is None:
        return False
    return asked.measure in ("level", "money") or (asked.predicate == record.predicate and record.predicate is not None)


def _names_a_day(question: str) -> bool:
    """Whether the question pins its event to a day; then the day that a record is bound to tells the event."""
    return any(len(day) == _FULL_DAY for day in asked_days(question)[0])
