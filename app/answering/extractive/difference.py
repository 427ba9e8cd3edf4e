"""A difference computed from two cited figures, or none at all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from app.answering.draft import NOTHING, Draft, Statement
from app.answering.extractive.figure_text import write_figures
from app.figures.differences import Difference
from app.figures.names import name_keys
from app.figures.reading.currencies import currency_name, is_one_currency
from app.figures.reading.days import DayReading
from app.figures.records import FigureAnswer, FigureRecord, ResolvedFigure
from app.models import Article, ArticleKey

_SLACK = 3
"""Days by which a figure may miss the day that the question names."""
_ARTICLES = name_keys("the a an")


def write_difference(
    asked: Difference, found: FigureAnswer, articles: Mapping[ArticleKey, Article], *, as_of: str | None
) -> Draft:
    """The difference first, then the two figures it is computed from; ``NOTHING`` without two that fit.

    Args:
        found: the figures that answer ``asked.counted``.
        articles: every article version that a record names; the newest anchors days without a year,
        as_of: or the day asked for.
    """
    today = as_of or max((article.published_day or "" for article in articles.values()), default="")
    pair = _pair(asked, _told(found), date.fromisoformat(today[:10]) if today else None)
    size = _size(pair.before.record, pair.after.record) if pair else None
    if pair is None or size is None:
        return NOTHING
    figures = write_figures(FigureAnswer("answered", (pair.after, pair.before)), articles)
    amount = _amount(pair, size)
    drawn = Statement(
        f"{amount[:1].upper()}{amount[1:]}: {_relation(pair)}, computed from the two figures cited.",
        tuple(quote for statement in figures.statements for quote in statement.quotes),
        parts=figures.statements,
    )
    return Draft(amount, (drawn, *figures.statements))


class _Pair(NamedTuple):
    before: ResolvedFigure
    after: ResolvedFigure


def _told(found: FigureAnswer) -> list[ResolvedFigure]:
    """Every statement of every value as a figure of its own, in the headline's unit; headline and exact ones first."""
    return [
        ResolvedFigure(record, resolved.status)
        for resolved in found.figures
        for record in sorted((resolved.record, *resolved.agreeing), key=lambda record: record.high is not None)
        if is_one_currency(record.unit or "", found.headline.record.unit or "")
    ]


def _pair(asked: Difference, told: Sequence[ResolvedFigure], today: date | None) -> _Pair | None:
    """The two figures that the question holds against each other."""
    if not told:
        return None
    if asked.sides:
        spoken = [next((one for one in told if _is_by(one.record, side)), None) for side in asked.sides]
        first, second = spoken if len(spoken) == 2 else (None, None)
        return _Pair(replace(second, status="conflicting"), first) if first and second else None
    days = asked.days(today)
    dated = sorted((one for one in told if one.record.as_of), key=lambda one: one.record.as_of or "")
    if len(days) > 1:
        return _as_pair(_nearest(dated, days[0]), _nearest(dated, days[-1]))
    if days and asked.is_since(days[0]):
        return _as_pair(_nearest(dated, days[0]), told[0])
    if days:
        day = days[0]
        within = [one for one in dated if day.first.isoformat() <= (one.record.as_of or "") <= day.last.isoformat()]
        return _as_pair(within[0], within[-1]) if within else None
    earlier = [one for one in told if one.status == "earlier" and one.record.value != told[0].record.value]
    return _as_pair(max(earlier, key=lambda one: one.record.as_of or "", default=None), told[0])


def _as_pair(before: ResolvedFigure | None, after: ResolvedFigure | None) -> _Pair | None:
    if before is None or after is None:
        return None
    if (before.record.as_of or "") > (after.record.as_of or before.record.as_of or ""):
        before, after = after, before
    return _Pair(replace(before, status="earlier"), after)


def _nearest(dated: Sequence[ResolvedFigure], day: DayReading) -> ResolvedFigure | None:
    """The last figure of the days named, or else the nearest within ``_SLACK`` of them."""
    within = [one for one in dated if _distance(one, day) == 0]
    near = [one for one in dated if _distance(one, day) <= _SLACK]
    return within[-1] if within else min(near, key=lambda one: _distance(one, day), default=None)


def _distance(figure: ResolvedFigure, day: DayReading) -> int:
    """Days between a dated figure and the nearest of the days named."""
    told = date.fromisoformat((figure.record.as_of or "")[:10])
    return max(0, (day.first - told).days, (told - day.last).days)


def _is_by(record: FigureRecord, side: str) -> bool:
    said_by = record.said_by or ""
    return bool((name_keys(side) & name_keys(said_by)) - _ARTICLES or _words(side) & _words(said_by))


def _words(name: str) -> set[str]:
    """The telling words of a speaker's name: "the ministry's" and "Defence Ministry" share "ministry"."""
    return {word for word in re.findall(r"\w{3,}", name.lower()) if word != "the"}


def _ends(record: FigureRecord) -> tuple[float, float]:
    return record.value, record.value if record.high is None else record.high


def _size(before: FigureRecord, after: FigureRecord) -> tuple[float, float] | None:
    """The least and the greatest difference of two figures or ranges; None where they may be equal."""
    (low, high), (later_low, later_high) = _ends(before), _ends(after)
    least = max(later_low - high, low - later_high)
    return (least, max(later_high - low, high - later_low)) if least > 0 else None


def _printed(ends: tuple[float, float]) -> str:
    return "–".join(f"{end:,.10g}" for end in dict.fromkeys(ends))


def _amount(pair: _Pair, size: tuple[float, float]) -> str:
    """The difference in words: "28", "70–120", "about 652,000", "4.5 percentage points"."""
    before, after = pair.before.record, pair.after.record
    unit = {None: "", "percent": " percentage points"}.get(after.unit, f" {currency_name(after.unit or '')}")
    return f"{'about ' if before.qualifier or after.qualifier else ''}{_printed(size)}{unit}"


def _relation(pair: _Pair) -> str:
    before, after = (_printed(_ends(one.record)) for one in pair)
    if pair.before.status == "conflicting":
        return f"{after} against {before}"
    return f"{'up' if pair.after.record.value > pair.before.record.value else 'down'} from {before} to {after}"
