"""Resolved figures as sentences: the current one first, who says so, then what it was and what others say."""

from __future__ import annotations

from collections.abc import Mapping

from app.answering.draft import Draft, Quote, Statement, long_day, origin_of
from app.figures.records import FigureAnswer, FigureRecord, ResolvedFigure
from app.models import Article

_MOST_OTHERS = 4
_WRITTEN_WITH_FIGURE = frozenset({"percent", "USD", "EUR", "GBP"})


def write_figures(answer: FigureAnswer, articles: Mapping[tuple[str, int], Article]) -> Draft:
    """The figures as statements, each resting on its own sentence.

    Args:
        articles: every article version that a record names, by ``(article_id, version)``.
    """
    headline = answer.headline
    statements = [_headline(headline, articles[_key(headline.record)])]
    for resolved in answer.figures[1 : 1 + _MOST_OTHERS]:
        statements.append(_other(resolved, headline.record, articles[_key(resolved.record)]))
    return Draft(figure_words(headline.record, articles[_key(headline.record)]), tuple(statements), answer.status)


def figure_words(record: FigureRecord, article: Article, *, counted: bool = False) -> str:
    """The figure in the article's own words: "more than 200", "40 observation posts", "18%", "ten to 15"."""
    words = " ".join(article.text[record.span.start : record.span.end].split())
    if record.unit == "percent" and "%" not in words and "percent" not in words:
        words += "%" if article.text[record.span.end : record.span.end + 1] == "%" else " percent"
    elif record.unit and record.unit not in _WRITTEN_WITH_FIGURE and record.unit.lower() not in words.lower():
        words += f" {record.unit}"
    if record.qualifier and record.qualifier.lower() not in words.lower():
        words = f"{record.qualifier} {words}"
    if counted and record.counted and record.counted.lower() not in words.lower():
        words += f" {record.counted}"
    return words


def _headline(resolved: ResolvedFigure, article: Article) -> Statement:
    record = resolved.record
    text = _capitalised(figure_words(record, article, counted=True))
    if record.said_by:
        text += f", according to {record.said_by}"
    return Statement(f"{text}.", (Quote(article, record.sentence),), origin_of(article), resolved)


def _other(resolved: ResolvedFigure, headline: FigureRecord, article: Article) -> Statement:
    record = resolved.record
    quotes = (Quote(article, record.sentence),)
    words = figure_words(record, article)
    origin = "" if _key(record) == _key(headline) else origin_of(article)
    if resolved.status == "earlier":
        speaker = f", according to {record.said_by}" if record.said_by and record.said_by != headline.said_by else ""
        opening = "It used to be" if record.standing == "earlier" else "Earlier it was put at"
        return Statement(f"{opening} {words}{speaker}.", quotes, origin, resolved)
    if record.said_by is None and article.source and origin:
        origin = f"({long_day(article.published_at)})" if article.published_at else ""
    speaker = record.said_by or article.source or "Another report"
    return Statement(f"{_capitalised(speaker)} put it at {words}.", quotes, origin, resolved)


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _key(record: FigureRecord) -> tuple[str, int]:
    return record.article_id, record.version
