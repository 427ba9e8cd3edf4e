"""Replies of a slow model, kept on disk: a benchmark that is started again asks nobody twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from app.chat.protocol import ChatModel, Message, Schema
from app.models import Usage


class KeptReplies:
    """A chat model that is asked once for each prompt.

    Args:
        model: asked for what is not kept.
        folder: of the kept replies; made when it does not exist.
    """

    def __init__(self, model: ChatModel, folder: Path) -> None:
        self.name = model.name
        self._model = model
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def stream(self, messages: Sequence[Message], *, schema: Schema | None = None) -> Iterator[str | Usage]:
        """See ``ChatModel``."""
        asked = {"model": self.name, "messages": [asdict(turn) for turn in messages], "schema": schema}
        yield from kept(self._folder, asked, lambda: self._model.stream(messages, schema=schema))


def kept(folder: Path, asked: object, ask: Callable[[], Iterator[str | Usage]]) -> Iterator[str | Usage]:
    """What was replied to ``asked``; when nothing is kept, what ``ask`` gives, kept once it is whole."""
    file = folder / f"{hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()[:24]}.json"
    if not file.exists():
        pieces = list(ask())
        text = "".join(piece for piece in pieces if isinstance(piece, str))
        usage = next((piece for piece in pieces if isinstance(piece, Usage)), Usage())
        file.write_text(json.dumps({"reply": text, "usage": asdict(usage)}), encoding="utf-8")
    told = json.loads(file.read_text(encoding="utf-8"))
    yield told["reply"]
    yield Usage(**told["usage"])
