"""Block Kit's pieces, each within the lengths that Slack documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from app.slack.text import pieces, shortened

Block = dict[str, Any]

SECTION_CHARS = 3_000
CONTEXT_CHARS = 2_000
BUTTON_CHARS = 75
FALLBACK_CHARS = 3_900
"""Slack cuts ``text`` at 40,000 characters and advises against more than 4,000."""
MESSAGE_BLOCKS = 50
MESSAGE_CHARS = 11_000
"""Slack refuses a message whose blocks together are too long (``msg_blocks_too_long``); it was seen from 13,200 on."""


@dataclass(frozen=True, slots=True)
class Message:
    """What is posted: ``text`` for notifications and screen readers, ``blocks`` for everyone else."""

    text: str
    blocks: tuple[Block, ...]


def sections(mrkdwn: str) -> list[Block]:
    """The text in as many sections as it needs."""
    return [{"type": "section", "text": _mrkdwn(piece)} for piece in pieces(mrkdwn, SECTION_CHARS)]


def context(lines: Iterable[str]) -> list[Block]:
    """Small grey lines, packed into as few blocks as they fit into."""
    packed: list[str] = []
    for line in (shortened(line, CONTEXT_CHARS) for line in lines):
        if packed and len(packed[-1]) + 1 + len(line) <= CONTEXT_CHARS:
            packed[-1] += f"\n{line}"
        else:
            packed.append(line)
    return [{"type": "context", "elements": [_mrkdwn(text)]} for text in packed]


def button(label: str, action: str, value: str) -> Block:
    """A button that tells the app ``action`` with ``value``."""
    return {"type": "button", "action_id": action, "value": value, "text": plain_text(label)}


def actions(*buttons: Block) -> Block:
    """Buttons in a row."""
    return {"type": "actions", "elements": list(buttons)}


def plain_text(text: str, longest: int = BUTTON_CHARS) -> Block:
    """Text without markup."""
    return {"type": "plain_text", "text": shortened(text, longest), "emoji": False}


def paged(text: str, blocks: Sequence[Block]) -> list[Message]:
    """The blocks in as many messages as Slack's limits want; ``text`` goes with the first."""
    pages: list[list[Block]] = [[]]
    room = MESSAGE_CHARS
    for block in blocks:
        size = chars_in(block)
        if pages[-1] and (size > room or len(pages[-1]) == MESSAGE_BLOCKS):
            pages.append([])
            room = MESSAGE_CHARS
        pages[-1].append(block)
        room -= size
    first, *others = pages
    told = [Message(shortened(text, FALLBACK_CHARS), tuple(first))]
    return told + [Message("The answer goes on.", tuple(page)) for page in others]


def chars_in(block: Any) -> int:
    """Characters of all strings under a block."""
    if isinstance(block, str):
        return len(block)
    values = block.values() if isinstance(block, dict) else block if isinstance(block, list) else ()
    return sum(chars_in(value) for value in values)


def _mrkdwn(text: str) -> Block:
    return {"type": "mrkdwn", "text": text, "verbatim": True}
