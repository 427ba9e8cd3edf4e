"""Whether what a chat model claims has to do with what was asked: a true sentence on another matter is no answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.answering.checking.overstatement import age_in_days
from app.answering.draft import Statement, quotes_of
from app.answering.extractive.reading import read
from app.answering.reading.evidence import Sentence
from app.answering.reading.focus import focus_of
from app.answering.reading.sentences import term_weights
from app.answering.reading.support import answers_question, names_the_asked, says_of_it, supported
from app.answering.reading.words import stems_of, words_of

_BARE_WORDS = 5
_POLAR = frozenset({"yes", "no"})
_LEAST_SHARE, _LEAST_WORDS = 0.14, 2
_NEWS_DAYS, _OLD_DAYS = 14, 62
_OF_THIS_WEEK = re.compile(
    r"\b(?:today|tonight|yesterday|(?:this|last)(?: past)? (?:week\w*|night|[A-Z]\w+day)|on [A-Z]\w+day)\b"
)
_LEANS_ON_TODAY = re.compile(
    rf"{_OF_THIS_WEEK.pattern}|\b(?:(?:this|last) (?:month|year)|recent(?:ly)?|latest|newest|newly|just|current(?:ly)?"
    r"|now|will|soon|upcoming|(?:is|are) (?:set )?to)\b"
)
"""Words of a question that lean on the day of asking; what answers them was not told months before."""


class Relevance:
    """What is asked, and the sentences that were read for it.

    Args:
        question: standing alone.
        sentences: those of the passages, the quotes of the claims among them.
    """

    def __init__(self, question: str, sentences: Sequence[Sentence]) -> None:
        self._focus = focus_of(question)
        self._weights = term_weights(self._focus, sentences)
        self._sentences = {sentence.key: sentence for sentence in sentences}

    def answers(self, claims: Sequence[Statement], named: str) -> bool:
        """Whether one of the supported claims rests on a sentence that is about what was asked, in words of its own.

        Args:
            named: the short answer. One that only repeats the question has named nothing, so that its sentence has to
                be about all of it; one of which no word stands in a cited sentence or title was not found.
        """
        cited = self.cited(claims)
        is_about = supported if named and repeats(named, self._focus.text) else answers_question
        return self._is_found(named, cited) and any(
            is_about(self._focus, one, self._weights) and says_of_it(one, self._weights) for one in cited
        )

    def is_timely(self, claim: Statement, today: str) -> bool:
        """Whether a cited article is of the time asked about: new enough for "this week" and for what is to come.

        An old one has to be about most of what is asked, so that it is no other event of the same kind.
        """
        age = min(age_in_days(quote, today) for quote in claim.quotes)
        if age <= _NEWS_DAYS:
            return True
        if age > _OLD_DAYS and not _LEANS_ON_TODAY.search(self._focus.text):
            return self.is_of_the_asked(claim)
        return age <= _OLD_DAYS and not _OF_THIS_WEEK.search(self._focus.ask)

    def is_of_the_asked(self, claim: Statement) -> bool:
        """Whether a cited sentence, read in its article, is about most of what is asked."""
        return any(supported(self._focus, one, self._weights) for one in self.cited([claim]))

    def is_about(self, claim: Statement) -> bool:
        """Whether a cited sentence speaks of what was asked, in two words of it, and has the bare name or number.

        A name may stand next to it, as a heading does; a number may not.
        """
        named = stems_of(claim.text)
        counts = any(sign.isdigit() for sign in claim.text)
        return any(
            named <= (one.stems if counts else one.stems | one.around) and self._speaks_of_it(one)
            for one in self.cited([claim])
        )

    def is_read(self, name: str, *, as_of: str | None) -> bool:
        """Whether extracts of the same sentences would answer with this name or number as well."""
        answer = read(self._focus, list(self._sentences.values()), as_of=as_of).answer
        named = stems_of(name)
        return answer is not None and bool(named) and (named <= stems_of(answer.text) or named >= stems_of(answer.text))

    def cited(self, claims: Sequence[Statement]) -> list[Sentence]:
        """The sentences that the claims rest on."""
        keys = ((quote.article.article_id, quote.span.start) for quote in quotes_of(claims))
        return [self._sentences[key] for key in keys if key in self._sentences]

    def _is_found(self, named: str, cited: Sequence[Sentence]) -> bool:
        stems = {word.stem for word in words_of(named)} - _POLAR
        return not stems or any(
            word.stem in stems for one in cited for word in (*one.words, *words_of(one.article.title))
        )

    def _speaks_of_it(self, sentence: Sentence) -> bool:
        if not names_the_asked(self._focus, sentence):
            return False
        own = [weight for stem, weight in self._weights.items() if stem in sentence.stems]
        return sum(own) >= _LEAST_SHARE and len(own) >= min(_LEAST_WORDS, len(self._weights))


def repeats(text: str, question: str) -> bool:
    """Whether a bare name only repeats what the question names; "X or Y?" may be answered so."""
    asked = {word.stem for word in words_of(question)}
    return " or " not in question and {word.stem for word in words_of(text)} <= asked


def is_bare(text: str) -> bool:
    """Whether a claim is so short that it names something and states nothing: "Ilse Berg.", "About 40 masts."."""
    return len(text.split()) <= _BARE_WORDS
