"""Where an answer given again differs from the first one, part by part, causes before effects."""

from __future__ import annotations

from collections.abc import Iterator

from app.models import Citation, Figure
from app.receipt import Difference, Found, Judged, Place, Receipt, Working

_SAME_SCORE = 1e-4
"""Scores of an embedding model differ in the last places between machines."""


def differences(before: Receipt, after: Receipt) -> tuple[Difference, ...]:
    """Every part that came out otherwise; ids, timings and tokens are not compared."""
    return tuple(Difference(name, *told) for name, told in _pairs(before, after) if told[0] != told[1])


def _pairs(before: Receipt, after: Receipt) -> Iterator[tuple[str, tuple[str, str]]]:
    first, second = before.answer, after.answer
    yield "archive version", (str(first.archive_version), str(second.archive_version))
    if before.working and after.working:
        yield from _workings(before.working, after.working)
    yield "prompt file", (first.prompt or "none", second.prompt or "none")
    yield "status", (first.status, second.status)
    yield "short answer", (first.short_answer, second.short_answer)
    yield "answer", (first.answer, second.answer)
    yield "citations", (_lines(map(_citation, first.citations)), _lines(map(_citation, second.citations)))
    yield "figures", (_lines(map(_figure, first.figures)), _lines(map(_figure, second.figures)))
    yield "related", (_lines(one.article_id for one in first.related), _lines(one.article_id for one in second.related))


def _workings(first: Working, second: Working) -> Iterator[tuple[str, tuple[str, str]]]:
    yield "software", (first.software, second.software)
    yield "passages", (_places(first.found), _places(second.found))
    yield "scores", _scores(first.found, second.found)
    one, other = first.exchange, second.exchange
    yield "prompt", (_prompt(first), _prompt(second))
    yield "model", (one.model if one else "none", other.model if other else "none")
    yield "reply", (one.reply if one else "", other.reply if other else "")
    yield "verdicts", (_lines(map(_judged, first.judged)), _lines(map(_judged, second.judged)))


def _places(found: tuple[Found, ...]) -> str:
    return _lines(_place(one.place) for one in found)


def _scores(first: tuple[Found, ...], second: tuple[Found, ...]) -> tuple[str, str]:
    """The scores of the first passage whose score changed; equal texts when none did or others were found."""
    if [one.place for one in first] != [one.place for one in second]:
        return "", ""
    changed = (pair for pair in zip(first, second, strict=True) if abs(pair[0].score - pair[1].score) > _SAME_SCORE)
    pair = next(changed, None)
    return (f"{_place(pair[0].place)} {pair[0].score:.4f}", f"{pair[1].score:.4f}") if pair else ("", "")


def _prompt(working: Working) -> str:
    return _lines(turn.content for turn in working.exchange.prompt) if working.exchange else ""


def _place(place: Place) -> str:
    return f"{place.article_id}:{place.version}:{place.span.start}-{place.span.end}"


def _judged(judged: Judged) -> str:
    return f"{judged.verdict}: {judged.text}"


def _citation(citation: Citation) -> str:
    span = citation.source_span
    return f"[{citation.number}] {citation.article_id}:{citation.version}:{span.start}-{span.end}"


def _figure(figure: Figure) -> str:
    return f"{figure.amount} {figure.status} [{figure.citation}]"


def _lines(parts: Iterator[str]) -> str:
    return "\n".join(parts)
