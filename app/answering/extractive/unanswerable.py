"""Questions that no sentence of an article answers, however near its words are."""

from __future__ import annotations

import re

from app.answering.reading.focus import Focus

_TO_US = re.compile(
    r"^\W*(?:(?:should|shall|can|could|may|do|am|are|will|would)\s+(?:i|we|you)\b"
    r"|what(?:['’]s|\s+is)\s+the\s+(?:weather|time|date)\b(?!\s+of\b))",
    re.IGNORECASE,
)
_TO_COMPARE = re.compile(
    r"^\W*(?:which|what|who)\s+(?:is|are|was|were)\s+(?:\w+er|more\s+\w+)\b.*\bor\b"
    r"|\bhow\s+much\s+(?:more|less|\w+er)\b.*\bthan\b",
    re.IGNORECASE,
)
"""Which of two is longer, and by how much, is told by two figures, not by a sentence on one of them."""


def is_beyond_articles(focus: Focus) -> bool:
    """For "who are you?", "what is 2+2?", "should I go?", "what's the weather?" and "which is longer, A or B?".

    "Can you tell me who won?" asks for more than an opinion.
    """
    if not any(char.isalpha() for stem in focus.weights for char in stem):
        return True
    to_us = focus.asking in (None, "what") and _TO_US.match(focus.ask)
    return bool(to_us or _TO_COMPARE.search(focus.ask))
