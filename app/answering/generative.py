"""The generative writer: a chat model's words, of which only what the archive supports is left."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass

from app.answering.checking import REFUSED, Checked
from app.answering.draft import quotes_of
from app.answering.events import Drafted
from app.answering.evidence import Sentence, sentences_of
from app.answering.fencing import fenced, neutral
from app.answering.focus import focus_of
from app.answering.grounding import Grounded, claims_in, ground
from app.answering.markers import mark
from app.answering.reply import SCHEMA, Reply, answer_so_far, read_reply
from app.answering.short_form import short_form
from app.answering.support import names_the_asked
from app.answering.words import words_of
from app.chat.protocol import ChatModel, Message
from app.models import Article, Passage, Usage
from app.prompts import Prompt

_CONDENSED_CHARS = 400


@dataclass(frozen=True, slots=True)
class Task:
    """A question that stands alone, and what was found for it.

    Attributes:
        passages: best first; at least one.
        today: the day that "now" means.
    """

    question: str
    passages: Sequence[Passage]
    article_of: Callable[[str, int], Article]
    today: str


@dataclass(frozen=True, slots=True)
class Written:
    """A checked text and how it came about; ``verify_ms`` is the part that checking took."""

    checked: Checked
    writer: str
    model: str | None = None
    prompt: str | None = None
    usage: Usage | None = None
    notice: str | None = None
    verify_ms: float = 0.0


class GenerativeWriter:
    """Writes with a chat model under the checks of every writer.

    Args:
        model: any chat model.
        prompt: variables ``passages``, ``today``, ``question``; asks for the object of ``reply.SCHEMA``.
        condenser: variables ``history``, ``question``.
        keep_unsupported: keep claims that the archive does not support, with their verdict, instead of dropping them.
    """

    def __init__(self, model: ChatModel, prompt: Prompt, condenser: Prompt, *, keep_unsupported: bool = False) -> None:
        self.model = model
        self._prompt = prompt
        self._condenser = condenser
        self._keep_unsupported = keep_unsupported

    def write(self, task: Task) -> Generator[Drafted, None, Written]:
        """The checked answer; what the model writes is told as it comes, unchecked.

        Raises:
            ChatModelError: the model gave no usable reply.
        """
        messages = self._prompt.render(
            passages=fenced(task.passages), today=task.today, question=neutral(task.question)
        )
        reply, usage = yield from self._asked(messages)
        started = time.perf_counter()
        checked = self._checked(task, read_reply(reply))
        verify_ms = round(1000 * (time.perf_counter() - started), 2)
        return Written(checked, "generative", self.model.name, self._prompt.label, usage, verify_ms=verify_ms)

    def condensed(self, question: str, history: Sequence[str]) -> str | None:
        """The question made to stand alone; None when the model's rewording adds or loses something.

        Raises:
            ChatModelError: the model gave no usable reply.
        """
        turns = "\n".join(f"- {neutral(turn)}" for turn in history)
        messages = self._condenser.render(history=turns, question=neutral(question))
        pieces = [piece for piece in self.model.stream(messages) if isinstance(piece, str)]
        told = "".join(pieces).strip().strip('"')
        return told if _says_no_more(told, (question, *history)) else None

    def _asked(self, messages: Sequence[Message]) -> Generator[Drafted, None, tuple[str, Usage]]:
        text = shown = ""
        usage = Usage()
        for piece in self.model.stream(messages, schema=SCHEMA):
            if isinstance(piece, Usage):
                usage = piece
                continue
            text += piece
            answer = answer_so_far(text)
            if answer != shown and answer.startswith(shown):
                yield Drafted(answer[len(shown) :])
                shown = answer
        return text, usage

    def _checked(self, task: Task, reply: Reply) -> Checked:
        if not reply.supported:
            return REFUSED
        sentences = sentences_of(task.passages, lambda passage: task.article_of(passage.article_id, passage.version))
        claims = claims_in(reply.answer, reply.citations, len(task.passages))
        grounded = [ground(claim, sentences, task.passages) for claim in claims]
        if not _answers(task.question, grounded, sentences):
            return REFUSED
        kept = [found for found in grounded if found.verdict == "supported" or self._keep_unsupported]
        marked = mark([found.statement for found in kept], [found.verdict for found in kept])
        short = short_form(task.question, [found for found in kept if found.verdict == "supported"], sentences)
        return Checked("answered", short, marked.text, marked.claims, marked.citations, ())


def _answers(question: str, grounded: Sequence[Grounded], sentences: Sequence[Sentence]) -> bool:
    """Whether a supported claim rests on a sentence with the names and years without which nothing answers."""
    focus = focus_of(question)
    quotes = quotes_of([found.statement for found in grounded if found.verdict == "supported"])
    cited = {(quote.article.article_id, quote.span.start) for quote in quotes}
    return any(names_the_asked(focus, sentence) for sentence in sentences if sentence.key in cited)


def _says_no_more(told: str, known: Sequence[str]) -> bool:
    """Whether a rewording is one line made of words that were there."""
    if not told or "\n" in told or len(told) > _CONDENSED_CHARS:
        return False
    before = {word.stem for text in known for word in words_of(text)}
    return all(word.stem in before for word in words_of(told) if word.is_content)
