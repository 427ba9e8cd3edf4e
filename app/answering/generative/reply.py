"""What a chat model replied: the asked JSON object where it kept to it, else its plain words."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from app.answering.generative.model_markers import unmarked

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "citations": {"type": "array", "items": {"type": "integer"}},
        "short_answer": {"type": "string"},
        "answer": {"type": "string"},
        "supported": {"type": "boolean"},
    },
    "required": ["citations", "short_answer", "answer", "supported"],
    "additionalProperties": False,
}
"""Models fill the fields in this order: a small one that has named its passage first answers from it."""

_ANSWER_FIELD = re.compile(r'"answer"\s*:\s*"')
_STRING_END = re.compile(r'(?<!\\)(?:\\\\)*"')
_HALF_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{0,3})?$")
_THOUGHTS = re.compile(r"<think>.*?(?:</think>|$)", re.DOTALL)
_SPEAKS_OF_PASSAGES = re.compile(
    r"(?:\baccording to (?:the )?passages?(?: \d+)?,\s*"
    r"|\b(?:the )?passages?(?: \d+)? (?:says?|states?|mentions?|reports?|indicates?) that\s+)(?P<rest>\w)",
    re.IGNORECASE,
)
_DECLINES = re.compile(
    r"\b(?:passages?|articles?|archive|sources?|documents?|texts?|context|information|it)"
    r"\b[^.]{0,60}?\b(?:do(?:es)?\s+not|don[’']t|doesn[’']t|did\s+not|is\s+not|are\s+not|not)"
    r"\s+(?:say|state|mention|contain|provide|answer|specify|include|give|tell|mentioned|stated|specified|provided|"
    r"given)\b|\b(?:cannot|can[’']t|could\s+not|unable\s+to)\s+(?:be\s+)?(?:answer|determine|find|provide)|"
    r"\bno\s+(?:information|mention|answer|passages?)\b|\bi\s+(?:do\s+not|don[’']t)\s+know\b|\bi[’']?m\s+sorry\b",
    re.IGNORECASE,
)


class Reply(NamedTuple):
    """A reply as it was meant; ``supported`` False means that the model finds no answer in the passages."""

    supported: bool
    answer: str
    citations: tuple[int, ...]
    short_answer: str = ""


def read_reply(text: str) -> Reply:
    """Read a whole reply, however it is wrapped; one that was cut off gives what came of its answer."""
    plain = _THOUGHTS.sub("", text).strip()
    fields = _object_in(plain)
    if fields is not None and isinstance(fields.get("answer"), str):
        answer, short = _plain(_line(fields["answer"])), unmarked(_line(fields.get("short_answer"))).text.strip()
        supported = fields.get("supported") is not False and bool(answer or short) and not declines(answer)
        return Reply(supported, answer or short, _integers(fields.get("citations")), short)
    answer = _plain(" ".join(answer_so_far(plain).split()))
    return Reply(bool(answer) and not declines(answer), answer, ())


def declines(answer: str) -> bool:
    """Whether the first sentence says that there is no answer."""
    return bool(_DECLINES.search(answer.split(". ", maxsplit=1)[0]))


def answer_so_far(text: str) -> str:
    """The answer's text in a reply that is still coming in; a reply that is no JSON is all answer."""
    start = text.lstrip()
    if not start.startswith(("{", "`")):
        return start
    field = _ANSWER_FIELD.search(start)
    if field is None:
        return ""
    rest = start[field.end() :]
    end = _STRING_END.search(rest)
    raw = rest[: end.end() - 1] if end else _HALF_ESCAPE.sub("", rest)
    try:
        return str(json.loads(f'"{raw}"', strict=False))
    except ValueError:
        return raw


def _object_in(text: str) -> dict[str, Any] | None:
    """The first JSON object with an answer in the text."""
    decoder = json.JSONDecoder(strict=False)
    for start in (match.start() for match in re.finditer(r"\{", text)):
        try:
            value, _ = decoder.raw_decode(text, start)
        except ValueError:
            continue
        if isinstance(value, dict) and "answer" in value:
            return value
    return None


def _line(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _plain(answer: str) -> str:
    """The answer without "the passage states that": readers see articles, not passages."""
    return _SPEAKS_OF_PASSAGES.sub(lambda match: match["rest"].upper(), answer)


def _integers(value: object) -> tuple[int, ...]:
    return tuple(item for item in value if type(item) is int) if isinstance(value, list) else ()
