"""What is said when the archive does not answer: a calm sentence and the nearest articles, no citations."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from app.archive.catalogue import folded
from app.models import Passage, Related, SearchFilters
from app.references import long_day

_MOST_RELATED = 3
EMPTY_ARCHIVE = "The archive is empty. Add articles with `dateline ingest FOLDER`, or try `dateline demo`."


def refusal_text(filters: SearchFilters, *, has_related: bool) -> str:
    """One or two sentences that say what was not found, and under which limits."""
    limits = []
    if filters.sources:
        limits.append(f"from {' or '.join(filters.sources)}")
    if filters.published_after:
        limits.append(f"published on or after {long_day(filters.published_after)}")
    last = min((day for day in (filters.as_of, filters.published_before) if day), default=None)
    if last:
        limits.append(f"published by {long_day(last)}")
    where = f"The articles {' and '.join(limits)} do" if limits else "The archive does"
    return f"{where} not answer this question." + (" The nearest articles are listed below." if has_related else "")


def unknown_outlets(asked: Sequence[str], known: Sequence[str]) -> str | None:
    """What to say of outlets that the archive holds nothing of, with the name perhaps meant; None when it has all."""
    names = {folded(name): name for name in known}
    strange = [name for name in asked if folded(name) not in names]
    if not strange:
        return None
    near = [names[match] for name in strange for match in get_close_matches(folded(name), names, n=1)]
    meant = f" Did you mean {' or '.join(near)}?" if near else ""
    return f"The archive holds no articles from {' or '.join(strange)}.{meant}"


def related_articles(passages: Sequence[Passage]) -> tuple[Related, ...]:
    """The articles of the best passages, each once."""
    first = {passage.article_id: passage for passage in reversed(passages)}
    nearest = sorted(first.values(), key=lambda passage: -passage.score)[:_MOST_RELATED]
    return tuple(
        Related(
            article_id=passage.article_id,
            title=passage.title,
            source=passage.source,
            url=passage.url,
            published_at=passage.published_at,
            passage=passage.text,
        )
        for passage in nearest
    )
