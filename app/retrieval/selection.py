"""Picks passages in order of score: copies of one story once, and every outlet that the question names."""

from __future__ import annotations

from collections.abc import Sequence

from app.models import Passage
from app.retrieval.near_duplicates import Stories

PER_NAMED_SOURCE = 2
"""Passages of each outlet named in the question that are sure of a place, when the archive has as many."""


def select(ranked: Sequence[Passage], top_k: int, sources: Sequence[str] = ()) -> list[Passage]:
    """At most ``top_k`` passages, best first; copies come only when there is nothing else.

    Args:
        ranked: best first.
        top_k: how many are wanted.
        sources: outlets that must be represented; their best passages come first, each outlet in turn.
    """
    stories = Stories()
    firsts: list[Passage] = []
    copies: list[Passage] = []
    for passage in named_first(ranked, sources):
        if len(firsts) == top_k:
            break
        (firsts if stories.is_new(passage.text) else copies).append(passage)
    return [*firsts, *copies][:top_k]


def named_first(ranked: Sequence[Passage], sources: Sequence[str]) -> list[Passage]:
    """The same passages with up to PER_NAMED_SOURCE of each outlet in front: the best of each, then the second."""
    turns = dict.fromkeys((source.casefold() for source in sources), 0)
    front: list[tuple[int, Passage]] = []
    rest: list[Passage] = []
    for passage in ranked:
        name = (passage.source or "").casefold()
        turn = turns.get(name, PER_NAMED_SOURCE)
        if turn < PER_NAMED_SOURCE:
            turns[name] = turn + 1
            front.append((turn, passage))
        else:
            rest.append(passage)
    return [*(passage for _, passage in sorted(front, key=lambda found: found[0])), *rest]
