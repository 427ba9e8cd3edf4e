"""A follow-up reworded by a chat model so that it stands alone; used only when it adds nothing of its own."""

from __future__ import annotations

from collections.abc import Sequence

from app.answering.generative.fencing import neutral
from app.answering.reading.words import words_of
from app.chat.protocol import ChatModel
from app.prompts import Prompt

_CONDENSED_CHARS = 400
_LAST_TURNS = 6
"""Questions further back are hardly meant, and a long conversation would outgrow the prompt."""


class Condenser:
    """Rewords the last question of a conversation.

    Args:
        model: any chat model.
        prompt: variables ``history``, ``question``.
    """

    def __init__(self, model: ChatModel, prompt: Prompt) -> None:
        self._model = model
        self._prompt = prompt

    def condensed(self, question: str, history: Sequence[str]) -> str | None:
        """The question made to stand alone; None when the model's rewording adds or loses something.

        Args:
            history: the questions before, oldest first; the last six are told.

        Raises:
            ChatModelError: the model gave no usable reply.
        """
        recent = history[-_LAST_TURNS:]
        turns = "\n".join(f"- {neutral(turn)}" for turn in recent)
        messages = self._prompt.render(history=turns, question=neutral(question))
        pieces = [piece for piece in self._model.stream(messages) if isinstance(piece, str)]
        told = "".join(pieces).strip().strip('"')
        return told if _says_no_more(told, (question, *recent)) else None


def _says_no_more(told: str, known: Sequence[str]) -> bool:
    """Whether a rewording is one line made of words that were there."""
    if not told or "\n" in told or len(told) > _CONDENSED_CHARS:
        return False
    before = {word.stem for text in known for word in words_of(text)}
    return all(word.stem in before for word in words_of(told) if word.is_content)
