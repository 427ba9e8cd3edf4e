"""What an answer is written from: the question as the passages spell it, their articles, and figures that answer it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.answering.reading.evidence import Sentence, sentences_of
from app.answering.reading.focus import focus_of
from app.answering.spelling import spelled
from app.figures.asked.form import counting_form
from app.figures.asked.quantity import read_asked
from app.figures.asked.window import ANY_DAY
from app.figures.matching.resolve import resolve
from app.figures.records import FigureAnswer, FigureRecord
from app.models import Article, ArticleKey, Passage

_MOST_ARTICLES = 25


@dataclass(frozen=True, slots=True)
class Material:
    """What an answer is written from.

    Attributes:
        question: standing alone, with mistyped words as the passages spell them.
        counting: a figure answers it.
        passages: those to read, best first; the headline's sentence is the last of them.
        articles: their articles, and for a counting question those of the figures.
        records: the figures of those articles; none unless counting.
        found: the figures that answer.
    """

    question: str
    counting: bool
    passages: Sequence[Passage]
    articles: Mapping[ArticleKey, Article]
    records: Sequence[FigureRecord]
    found: FigureAnswer | None

    def sentences(self) -> list[Sentence]:
        """The sentences of the passages, best passage first."""
        return self._sentences(self.passages)

    def headline_sentences(self) -> list[Sentence]:
        """Those of the headline's passage."""
        return self._sentences(self.passages[-1:])

    def _sentences(self, passages: Sequence[Passage]) -> list[Sentence]:
        return sentences_of(passages, lambda passage: self.articles[_key(passage)])


def gather(
    question: str,
    passages: Sequence[Passage],
    article_of: Callable[[str, int], Article],
    figures_of: Callable[[Iterable[ArticleKey]], Sequence[FigureRecord]],
    *,
    as_of: str | None,
    shown: int | None,
) -> Material:
    """Read the articles of ``passages``, and resolve their figures where the question counts something.

    The arguments are those of ``write_answer``.
    """
    if not counts_something(question):
        read = passages[:shown]
        return Material(
            spelled(question, read),
            counting=False,
            passages=read,
            articles=_articles_of(read, article_of),
            records=(),
            found=None,
        )
    question = spelled(counting_form(question), passages)
    articles = _articles_of(_of_the_time(question, passages, as_of), article_of, most=_MOST_ARTICLES)
    records = figures_of(articles)
    found = resolve(question, records, articles, today=as_of)
    read = [passage for passage in passages[:shown] if _key(passage) in articles]
    return Material(
        question,
        counting=True,
        passages=[*read, *_headline_passage(found, passages)],
        articles=articles,
        records=records,
        found=found,
    )


def counts_something(question: str) -> bool:
    """Whether a figure answers the question."""
    return read_asked(question) is not None or focus_of(question).kind == "number"


def _of_the_time(question: str, passages: Sequence[Passage], as_of: str | None) -> Sequence[Passage]:
    """The passages of articles that may tell of the days asked about: those printed before tell of other events."""
    asked = read_asked(question, today=as_of)
    first = asked.first if asked and asked.first else ANY_DAY
    told = [passage for passage in passages if not passage.published_at or passage.published_at[:10] >= first]
    return told or passages


def _articles_of(
    passages: Sequence[Passage], article_of: Callable[[str, int], Article], *, most: int | None = None
) -> dict[ArticleKey, Article]:
    keys = list(dict.fromkeys(map(_key, passages)))[:most]
    return {key: article_of(*key) for key in keys}


def _key(passage: Passage) -> ArticleKey:
    return passage.article_id, passage.version


def _headline_passage(found: FigureAnswer | None, passages: Sequence[Passage]) -> list[Passage]:
    """The headline's sentence as a passage of its article, so that it is read like the others."""
    if found is None:
        return []
    record = found.headline.record
    best = max((p for p in passages if p.article_id == record.article_id), key=lambda p: p.score)
    return [replace(best, start=record.sentence.start, end=record.sentence.end)]
