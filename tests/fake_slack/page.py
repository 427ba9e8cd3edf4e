"""Blocks as a page to look at: roughly what Slack draws.

python -m tests.fake_slack.page ARCHIVE QUESTION... > answers.html
"""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

_LINK = re.compile(r"<(https?://[^|>]*)\|([^>]*)>")
_BOLD = re.compile(r"\*([^*\n]+)\*")
_EMOJI = {":white_check_mark:": "✅", ":grey_question:": "❔"}
_STYLE = """
body { font: 15px/1.46 Lato, Helvetica, Arial, sans-serif; margin: 24px; width: 720px; color: #1d1c1d }
article { border-bottom: 1px solid #eee; padding: 8px 0 } a { color: #1264a3; text-decoration: none }
.context { color: #616061; font-size: 13px; margin: 6px 0 } .section { margin: 4px 0; overflow-wrap: anywhere }
blockquote { border-left: 4px solid #ddd; margin: 4px 0; padding-left: 10px }
button { border: 1px solid #bbb; border-radius: 4px; background: #fff; padding: 4px 12px; margin: 4px 8px 4px 0 }
"""


def page(messages: Iterable[Iterable[dict[str, Any]]]) -> str:
    """One article element for each message."""
    drawn = ("".join(map(_block, blocks)) for blocks in messages)
    body = "".join(f"<article><b>Dateline</b> {one}</article>" for one in drawn)
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><style>{_STYLE}</style>{body}</html>'


def _block(block: dict[str, Any]) -> str:
    match block["type"]:
        case "section":
            return f'<div class="section">{_mrkdwn(block["text"]["text"])}</div>'
        case "context":
            return "".join(f'<div class="context">{_mrkdwn(element["text"])}</div>' for element in block["elements"])
        case "actions":
            return "".join(_button(element["text"]["text"]) for element in block["elements"])
        case "context_actions":
            pairs = ((one["positive_button"], one["negative_button"]) for one in block["elements"])
            return "".join(_button(button["text"]["text"]) for pair in pairs for button in pair)
    raise ValueError(f"no drawing of {block['type']}")


def _button(label: str) -> str:
    return f"<button>{html.escape(label)}</button>"


def _mrkdwn(text: str) -> str:
    text = _LINK.sub(lambda found: f'<a href="{html.escape(found[1])}">{found[2]}</a>', text)
    text = _BOLD.sub(r"<b>\1</b>", text)
    for name, sign in _EMOJI.items():
        text = text.replace(name, sign)
    lines = (
        f"<blockquote>{line[1:]}</blockquote>" if line.startswith(">") else f"{line}<br>" for line in text.split("\n")
    )
    return "".join(lines)


def _main(archive: Path, questions: list[str]) -> None:
    from app.models import Ask  # noqa: PLC0415  # loads the model's libraries, which drawing does not need
    from app.settings import load_settings  # noqa: PLC0415
    from app.slack.formatting import answer_messages  # noqa: PLC0415
    from app.slack.links import Links  # noqa: PLC0415
    from app.wiring import open_dateline  # noqa: PLC0415

    with open_dateline(load_settings(archive=archive)) as dateline:
        answers = [dateline.answerer.answer(Ask(question), record=False) for question in questions]
    links = Links("http://127.0.0.1:8000")
    sys.stdout.write(page(message.blocks for answer in answers for message in answer_messages(answer, links)))


if __name__ == "__main__":
    _main(Path(sys.argv[1]), sys.argv[2:])
