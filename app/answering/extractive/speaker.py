"""Answers to "who said so?": the speaker of what the previous answer states."""

from __future__ import annotations

from collections.abc import Callable

from app.answering.draft import NOTHING, Draft, Quote, Statement, origin_of
from app.answering.reading.trimming import balanced
from app.figures.speakers.attribution import speaker_at
from app.models import Answer, Article
from app.references import long_day


def write_speaker(previous: Answer | None, article_of: Callable[[str, int], Article]) -> Draft:
    """Who says the first thing that the previous answer cites; ``NOTHING`` when it cited nothing.

    When the article names no speaker, the outlet itself is the one who says it.
    """
    if previous is None or not previous.citations:
        return NOTHING
    citation = previous.citations[0]
    article = article_of(citation.article_id, citation.version)
    told = next((figure.said_by for figure in previous.figures if figure.citation == citation.number), None)
    speaker = told or speaker_at(article, citation.source_span)
    if speaker is None and article.source is None:
        return NOTHING
    quote = Quote(article, citation.source_span)
    if speaker:
        lead = Statement(f"{speaker[:1].upper()}{speaker[1:]}.", (quote,), origin_of(article), names_speaker=True)
    else:
        day = long_day(article.published_at)
        lead = Statement(f"{article.source} itself.", (quote,), f"({day})" if day else "", names_speaker=True)
    shown = balanced(" ".join(quote.text.split()))
    evidence = Statement(shown if shown.endswith((".", "!", "?", "”", '"')) else f"{shown}.", (quote,))
    return Draft(speaker or article.source or "", (lead, evidence))
