"""Resolved figures in two sentences: the current one and who says so, then what it was and what others say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from app.answering.checking.statements import verdict_of
from app.answering.draft import Draft, Quote, Statement, origin_of
from app.answering.speaker_names import speaker_inside
from app.figures.levels import is_level
from app.figures.reading.numbers import read_numbers
from app.figures.records import FigureAnswer, FigureRecord, ResolvedFigure
from app.models import Article

_MOST_OTHERS = 4
_PERCENT = ("%", "percent", "per cent")
_GAP = re.compile(r"(?<=\d)\s(?=000\b)")
_LONGEST_IN_WORDS = 20
"""Newspapers spell small numbers out, and so does the answer: "six centuries", but "84 clinics"."""


def write_figures(answer: FigureAnswer, articles: Mapping[tuple[str, int], Article]) -> Draft:
    """The figures as statements, each resting on its own sentence.

    Args:
        articles: every article version that a record names, by ``(article_id, version)``.
    """
    headline = answer.headline
    statements = [_headline(headline, articles[_key(headline.record)])]
    told: FigureRecord | None = None
    for resolved in answer.figures[1 : 1 + _MOST_OTHERS]:
        article = articles[_key(resolved.record)]
        if resolved.status == "earlier":
            statement = _earlier(resolved, headline.record, article, told)
            told = resolved.record if verdict_of(statement) == "supported" else told
            statements.append(statement)
        else:
            statements.append(_conflicting(resolved, headline.record, article))
    statements[2:] = [replace(statement, goes_on=True) for statement in statements[2:]]
    return Draft(figure_words(headline.record, articles[_key(headline.record)]), tuple(statements), answer.status)


def figure_words(record: FigureRecord, article: Article, *, counted: bool = False) -> str:
    """The figure as the article prints it, long number words as digits: "more than 200", "84", "18%", "10 to 15"."""
    words = _in_digits(" ".join(article.text[record.span.start : record.span.end].split()), record)
    words = words if any(letter.isdigit() for letter in words) else words.lower()
    words = " to ".join(words.rsplit(" and ", 1)) if record.high is not None else words  # "between 10 and 12"
    in_words = not any(letter.isdigit() for letter in words)  # "half" and "two-thirds" say what they are
    if record.unit == "percent" and not in_words and not any(sign in words.lower() for sign in _PERCENT):
        words += "%" if article.text[record.span.end : record.span.end + 1] == "%" else " percent"
    if record.qualifier and record.qualifier.lower() not in words.lower():
        words = f"{record.qualifier} {words}"
    if counted and record.counted and record.unit is None and record.counted.lower() not in words.lower():
        whole = record.value == int(record.value) and not is_level(record.counted)
        words += f" {record.counted}" if whole else ""
    return words


def _in_digits(printed: str, record: FigureRecord) -> str:
    """A long number spelled in letters as digits, "200 000" as "200,000"; "six" and "1 million" stay as they are."""
    if any(letter.isdigit() for letter in printed):
        return _GAP.sub(",", printed)
    if record.high is not None or record.value != int(record.value):
        return printed
    reading = next(iter(read_numbers(printed)), None)
    whole = reading is not None and reading.span == (0, len(printed)) and reading.unit is None
    return f"{int(record.value):,}" if whole and _LONGEST_IN_WORDS < record.value < 1_000_000 else printed


def _headline(resolved: ResolvedFigure, article: Article) -> Statement:
    record = resolved.record
    text = _capitalised(figure_words(record, article, counted=True))
    if record.said_by:
        text += f", according to {speaker_inside(record.said_by)}"
    return Statement(f"{text}.", (Quote(article, record.sentence),), origin_of(article), resolved)


def _earlier(
    resolved: ResolvedFigure, headline: FigureRecord, article: Article, before: FigureRecord | None
) -> Statement:
    """One earlier figure; ``before`` is the earlier one that was told before it, None for the first."""
    record = resolved.record
    words = figure_words(record, article)
    origin = "" if _key(record) == _key(headline) else origin_of(article)
    speaker = record.said_by if record.said_by != headline.said_by else None
    told = f"{words}, according to {speaker_inside(speaker)}" if speaker else words
    if before is not None:
        older = (record.as_of or "") < (before.as_of or "") and record.as_of is not None
        opening = "Before that it was" if older else "Another was"
    else:
        opening = "It used to be" if record.standing == "earlier" else "An earlier figure was"
    return Statement(f"{opening} {told}.", (Quote(article, record.sentence),), origin, resolved)


def _conflicting(resolved: ResolvedFigure, headline: FigureRecord, article: Article) -> Statement:
    record = resolved.record
    same = _key(record) == _key(headline)
    speaker = speaker_inside(record.said_by) if record.said_by else "another count" if same else "another report"
    words = figure_words(record, article)
    joined = f"gave {words}" if record.qualifier == "at least" else f"put it at {words}"
    text = f"{_capitalised(speaker)} {joined}."
    return Statement(text, (Quote(article, record.sentence),), "" if same else origin_of(article), resolved)


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _key(record: FigureRecord) -> tuple[str, int]:
    return record.article_id, record.version
