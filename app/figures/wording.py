"""A figure answer in one or two plain sentences; who cites what stays with the caller."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from app.figures.records import FigureAnswer, FigureRecord, ResolvedFigure

_SHOWN_EARLIER = 2
_SHOWN_CONFLICTING = 3
_CLAUSES = {
    "killed": "killed", "wounded": "injured", "displaced": "displaced", "captured": "captured", "detained": "detained",
    "kidnapped": "kidnapped", "freed": "freed", "evacuated": "evacuated", "downed": "shot down", "fired": "fired",
    "struck": "struck", "destroyed": "destroyed", "damaged": "damaged", "deployed": "deployed", "built": "built",
}  # fmt: skip
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}


class Piece(NamedTuple):
    """Some words of an answer and the record that supports them; ``text`` starts with its own blank or comma."""

    text: str
    record: FigureRecord


def short_answer(answer: FigureAnswer) -> str:
    """The headline alone: "at least 58", "over 200", "$3.5 billion", "20 percent"."""
    record = answer.headline.record
    return _quantity(record)


def word_answer(answer: FigureAnswer) -> list[Piece]:
    """The pieces of the answer in reading order; put them together with :func:`join_pieces`.

    At most two earlier and three disagreeing values are worded; all of them stay in ``answer.figures``.
    """
    headline = answer.headline.record
    pieces = [Piece(_sentence(headline) + _according(headline), headline)]
    earlier = [figure for figure in answer.figures[1:] if figure.status == "earlier"][:_SHOWN_EARLIER]
    others = [figure for figure in answer.figures[1:] if figure.status == "conflicting"][:_SHOWN_CONFLICTING]
    pieces.extend(Piece(_earlier(figure.record, headline, first=not place), figure.record)
                  for place, figure in enumerate(earlier))  # fmt: skip
    pieces.extend(Piece(_other(figure), figure.record) for figure in others)
    return pieces


def join_pieces(pieces: list[Piece], marker: Callable[[FigureRecord], str]) -> str:
    """One text of all pieces; ``marker`` gives what follows a piece (" [1]")."""
    return "".join(piece.text + marker(piece.record) for piece in pieces) + "."


def _quantity(record: FigureRecord) -> str:
    number = _number(record.value, record.unit)
    if record.high is not None:
        number = f"{number} to {_number(record.high, record.unit)}"
    if record.unit and record.unit not in _SYMBOLS:
        number = f"{number} {record.unit}"
    return f"{record.qualifier} {number}" if record.qualifier else number


def _number(value: float, unit: str | None) -> str:
    sign = _SYMBOLS.get(unit or "", "")
    for size, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if value >= size and unit in _SYMBOLS:
            return f"{sign}{value / size:g} {name}"
    return f"{sign}{value:,.0f}" if value == int(value) else f"{sign}{value:,}"


def _sentence(record: FigureRecord) -> str:
    quantity = _quantity(record)
    noun = record.counted or ("people" if record.predicate in ("killed", "wounded", "displaced") else None)
    counted = quantity if noun is None or noun == record.unit else f"{quantity} {noun}"
    verb = _CLAUSES.get(record.predicate or "")
    plural = "was" if record.value == 1 else "were"
    if verb and noun not in ("dead", "wounded", "injured") and record.owner is None:
        text = f"{counted} {plural} {verb}"
    elif record.owner and record.predicate == "has":
        text = f"{_led(record.owner)} {'had' if record.standing == 'earlier' else 'has'} {counted}"
    elif record.owner and verb and record.predicate not in ("killed", "wounded"):
        text = f"{_led(record.owner)} {verb} {counted}"
    else:
        text = counted if noun else f"The figure is {quantity}"
    return text[0].upper() + text[1:]


def _led(owner: str) -> str:
    return f"the {owner}" if owner.rsplit(maxsplit=1)[-1].islower() else owner


def _according(record: FigureRecord) -> str:
    day = f" ({_day(record.as_of)})" if record.as_of else ""
    return f", according to {_speaker(record.said_by)}{day}" if record.said_by else day


def _earlier(record: FigureRecord, headline: FigureRecord, *, first: bool) -> str:
    quantity = _quantity(record)
    when = f" on {_day(record.as_of)}" if record.as_of and record.as_of != headline.as_of else ""
    if not first:
        return f" and {quantity}{when}"
    if headline.predicate == "has":
        return f"; it used to be {quantity}{when}"
    rose = "up" if headline.value > record.value else "down"
    return f", {rose} from {quantity}{when or ' before'}"


def _other(figure: ResolvedFigure) -> str:
    record = figure.record
    who = f"{_speaker(record.said_by)} put it at" if record.said_by else "another report put it at"
    return f"; {who} {_quantity(record)}"


def _speaker(name: str | None) -> str:
    text = name or ""
    common = bool(text) and text[0].isupper() and text.split(" (")[0].split()[-1].lower() in (
        "observatory", "ministry", "agency", "army", "channel", "network", "coalition", "police", "rights", "organization",
        "organisation", "government", "committee", "council",
    )  # fmt: skip
    return f"the {text}" if common else text


def _day(day: str) -> str:
    moment = date.fromisoformat(day[:10])
    return f"{moment.day} {moment:%B %Y}"
