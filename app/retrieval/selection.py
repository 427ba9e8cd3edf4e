"""Picks passages in order of score: copies of one story once, and every outlet that the question names."""

from __future__ import annotations

from collections.abc import Sequence

from app.models import Passage
from app.retrieval.near_duplicates import clusters_of

PER_NAMED_SOURCE = 2
"""Passages of each outlet named in the question that are sure of a place, when the archive has as many."""
LOOKED_AT = 3
"""Times ``top_k`` passages are compared with one another."""


def select(ranked: Sequence[Passage], top_k: int, sources: Sequence[str] = ()) -> list[Passage]:
    """At most ``top_k`` passages, best first; copies come only when there is nothing else.

    Args:
        ranked: best first.
        top_k: how many are wanted.
        sources: outlets that must be represented; their best passages come first, each outlet in turn.
    """
    looked_at = _with_sources(ranked, LOOKED_AT * top_k, sources)
    clusters = clusters_of([passage.text for passage in looked_at])
    firsts = [passage for index, passage in enumerate(looked_at) if clusters[index] == index]
    copies = [passage for index, passage in enumerate(looked_at) if clusters[index] != index]
    return _with_sources([*firsts, *copies], top_k, sources)


def _with_sources(ranked: Sequence[Passage], limit: int, sources: Sequence[str]) -> list[Passage]:
    """The first ``limit``, and before them the best of each named source in turn."""
    wanted = {source.casefold() for source in sources}
    rounds: dict[str, list[Passage]] = {source: [] for source in wanted}
    for passage in ranked if wanted else ():
        own = rounds.get((passage.source or "").casefold())
        if own is not None and len(own) < PER_NAMED_SOURCE:
            own.append(passage)
    order = {id(passage): place for place, passage in enumerate(ranked)}
    promised = sorted(
        ((turn, order[id(passage)]) for own in rounds.values() for turn, passage in enumerate(own)),
    )
    first = [ranked[place] for _, place in promised]
    taken = {place for _, place in promised}
    return [*first, *(passage for place, passage in enumerate(ranked) if place not in taken)][:limit]
