"""Which articles mention a phrase: found by their words, confirmed in their text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import reduce
from typing import NamedTuple

from app.archive.catalogue import Bounds
from app.archive.truth import Truth
from app.archive.words import TantivyWords
from app.models import Article, Span


class Mention(NamedTuple):
    """An article that mentions everything asked for; ``span`` is the first phrase, None where only the title has it."""

    article: Article
    span: Span | None


class Mentions:
    """Exact counts, not the best hits: every newest version that has all the phrases.

    Args:
        truth: the texts.
        words: finds the articles to look at.
    """

    def __init__(self, truth: Truth, words: TantivyWords) -> None:
        self._truth = truth
        self._words = words

    def of(self, phrases: Sequence[str], bounds: Bounds | None) -> list[Mention]:
        """The articles with all of ``phrases`` in title or text, in order of row; case, plural and possessive aside."""
        if not phrases:
            return []
        rows = reduce(set.intersection, (self._words.rows_with(phrase, bounds) for phrase in phrases))
        articles = self._truth.articles_at(sorted(rows))
        patterns = [mention_pattern(phrase) for phrase in phrases]
        return [found for row in sorted(articles) if (found := _mention(articles[row], patterns)) is not None]


def mention_pattern(phrase: str) -> re.Pattern[str]:
    """Finds the phrase as whole words: "observation post" also in "observation posts" and "the observation post's"."""
    words = [re.escape(_singular(word)) for word in re.findall(r"\w+", phrase)]
    spelled = r"\W+".join(words)
    return re.compile(rf"(?<!\w){spelled}(?:e?s|['’]s|s['’])?(?!\w)", re.IGNORECASE)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _mention(article: Article, patterns: Sequence[re.Pattern[str]]) -> Mention | None:
    found = [pattern.search(article.text) for pattern in patterns]
    titled = [pattern.search(article.title) for pattern in patterns]
    if not all(text or title for text, title in zip(found, titled, strict=True)):
        return None
    first = next((match for match in found if match), None)
    return Mention(article, Span(*first.span()) if first else None)
