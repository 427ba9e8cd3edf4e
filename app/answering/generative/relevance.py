"""Whether what a chat model claims has to do with what was asked: a true sentence on another matter is no answer."""

from __future__ import annotations

from collections.abc import Sequence

from app.answering.draft import Statement, quotes_of
from app.answering.extractive.writer import read
from app.answering.reading.evidence import Sentence
from app.answering.reading.focus import focus_of
from app.answering.reading.sentences import term_weights
from app.answering.reading.support import answers_question, names_the_asked
from app.answering.reading.words import stems_of

_BARE_WORDS = 5
_LEAST_SHARE, _LEAST_WORDS = 0.14, 2


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

    def answers(self, claims: Sequence[Statement]) -> bool:
        """Whether one of the supported claims rests on a sentence that is about what was asked."""
        return any(answers_question(self._focus, one, self._weights) for one in self.cited(claims))

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

    def _speaks_of_it(self, sentence: Sentence) -> bool:
        if not names_the_asked(self._focus, sentence):
            return False
        own = [weight for stem, weight in self._weights.items() if stem in sentence.stems]
        return sum(own) >= _LEAST_SHARE and len(own) >= min(_LEAST_WORDS, len(self._weights))


def is_bare(text: str) -> bool:
    """Whether a claim is so short that it names something and states nothing: "Ilse Berg.", "About 40 masts."."""
    return len(text.split()) <= _BARE_WORDS
