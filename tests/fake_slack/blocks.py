"""Whether Slack would take these blocks: its documented limits, read from docs.slack.dev and from seen refusals."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

MESSAGE_BLOCKS = 50
MESSAGE_CHARS = 13_200
"""Undocumented; longer messages were refused with ``msg_blocks_too_long`` (slackapi/bolt-js#2509)."""
TEXT_CHARS = 40_000
MARKDOWN_CHARS = 12_000
VIEW_BLOCKS = 100

Block = dict[str, Any]


def problems_of_message(blocks: list[Block]) -> list[str]:
    """Everything for which Slack would refuse a message with these blocks; empty when it would take them."""
    found = [f"{len(blocks)} blocks"] if len(blocks) > MESSAGE_BLOCKS else []
    if sum(map(_chars, blocks)) > MESSAGE_CHARS:
        found.append("msg_blocks_too_long")
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    if len(ids) != len(set(ids)):
        found.append("the same block_id twice")
    return found + [problem for block in blocks for problem in _problems(block)]


def problems_of_view(view: Block) -> list[str]:
    """Everything for which Slack would refuse a modal."""
    found = [*_text(view.get("title"), 24, kind="plain_text"), *_text(view.get("close"), 24, kind="plain_text")]
    if not 1 <= len(view["blocks"]) <= VIEW_BLOCKS:
        found.append(f"{len(view['blocks'])} blocks in a view")
    if len(view.get("private_metadata", "")) > 3_000:
        found.append("private_metadata")
    if any(block["type"] == "context_actions" for block in view["blocks"]):
        found.append("context_actions in a view")
    return found + [problem for block in view["blocks"] for problem in _problems(block)]


def _problems(block: Block) -> Iterator[str]:
    if len(block.get("block_id", "")) > 255:
        yield "block_id is too long"
    check = _CHECKS.get(block.get("type", ""))
    if check is None:
        yield f"unknown block {block.get('type')!r}"
    else:
        yield from check(block)


def _section(block: Block) -> Iterator[str]:
    if "text" in block:
        yield from _text(block["text"], 3_000)
    fields = block.get("fields", [])
    if len(fields) > 10 or not (fields or "text" in block):
        yield f"a section with {len(fields)} fields"
    for field in fields:
        yield from _text(field, 2_000)


def _context(block: Block) -> Iterator[str]:
    if not 1 <= len(block["elements"]) <= 10:
        yield f"a context with {len(block['elements'])} elements"
    for element in block["elements"]:
        yield from _text(element, 3_000)


def _actions(block: Block) -> Iterator[str]:
    if not 1 <= len(block["elements"]) <= 25:
        yield f"actions with {len(block['elements'])} elements"
    names = [element["action_id"] for element in block["elements"]]
    if len(names) != len(set(names)):
        yield "the same action_id twice"
    for element in block["elements"]:
        yield from _button(element)


def _button(element: Block) -> Iterator[str]:
    if element["type"] != "button":
        yield f"unknown element {element['type']!r}"
    yield from _text(element.get("text"), 75, kind="plain_text")
    if len(element["action_id"]) > 255 or len(element.get("value", "")) > 2_000 or len(element.get("url", "")) > 3_000:
        yield "a button's action_id, value or url is too long"


def _context_actions(block: Block) -> Iterator[str]:
    if not 1 <= len(block["elements"]) <= 5:
        yield f"context_actions with {len(block['elements'])} elements"
    for element in block["elements"]:
        if element["type"] != "feedback_buttons":
            yield f"unknown element {element['type']!r} in context_actions"
            continue
        for name in ("positive_button", "negative_button"):
            yield from _text(element[name]["text"], 75, kind="plain_text")
            if len(element[name]["value"]) > 2_000 or len(element[name].get("accessibility_label", "")) > 75:
                yield f"a value or label of {name} is too long"


def _divider(block: Block) -> Iterator[str]:
    yield from ()


_CHECKS: dict[str, Callable[[Block], Iterator[str]]] = {
    "section": _section,
    "context": _context,
    "actions": _actions,
    "context_actions": _context_actions,
    "divider": _divider,
}


def _text(text: Block | None, longest: int, *, kind: str | None = None) -> Iterator[str]:
    if text is None or text.get("type") not in ({kind} if kind else {"plain_text", "mrkdwn"}):
        yield f"no {kind or 'text'} in {text}"
        return
    if not 1 <= len(text["text"]) <= longest:
        yield f"{len(text['text'])} characters where 1 to {longest} fit"
    if text["type"] == "mrkdwn" and any(sign in text["text"] for sign in ("<!", "<@")):
        yield f"someone is called: {text['text'][:80]!r}"


def _chars(value: Any) -> int:
    if isinstance(value, str):
        return len(value)
    values = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return sum(map(_chars, values))
