"""What one asking brought back: a frozen record made at the edge, whoever was asked.

The in-process answerer and the HTTP interface both end here, so that no metric knows which was asked.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from app.errors import EvalError
from app.models import Answer, Passage, Usage

_ANSWER = TypeAdapter(Answer)
_PASSAGE = TypeAdapter(Passage)
_VOLATILE = ("id", "timings_ms")


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer with what it was made from.

    ``passages`` are the retrieved ones, best first. ``cited_text[i]`` is the stored article's text at the span of
    ``answer.citations[i]``, None when that article could not be read. ``same_again`` says whether asking a second
    time gave the same answer, None when it was asked once.
    """

    answer: Answer
    passages: tuple[Passage, ...]
    cited_text: tuple[str | None, ...]
    ask_ms: float
    search_ms: float
    same_again: bool | None = None

    @property
    def refused(self) -> bool:
        return self.answer.status == "not_in_archive"

    @property
    def usage(self) -> Usage | None:
        """Tokens and cost: none without a chat model; None when the model did not tell."""
        return self.answer.usage or (Usage() if self.answer.model is None else None)


@dataclass(frozen=True, slots=True)
class Failure:
    """An asking that brought nothing back. Its case is unscored, not wrong."""

    reason: str


Outcome = Reply | Failure
_REPLY = TypeAdapter(Reply)


def answer_from_wire(body: Mapping[str, Any]) -> Answer:
    """The answer in a ``POST /v1/ask`` body.

    Raises:
        EvalError: the body is not an answer; names the first field that does not fit.
    """
    try:
        return _ANSWER.validate_python(dict(body))
    except ValidationError as error:
        fault = error.errors()[0]
        where = ".".join(str(part) for part in fault["loc"])
        raise EvalError(
            f"The server's answer does not fit: {where}: {fault['msg']}.", hint="Is this a Dateline server?"
        ) from error


def passage_from_wire(row: Mapping[str, Any]) -> Passage:
    """One passage of a ``POST /v1/search`` body; the version is 0 where the server leaves it out."""
    try:
        return _PASSAGE.validate_python({"version": 0, **row})
    except ValidationError as error:
        raise EvalError(
            f"The server's passage does not fit: {error.errors()[0]['msg']}.", hint="Is this a Dateline server?"
        ) from error


def answer_row(answer: Answer) -> dict[str, Any]:
    """The answer as plain JSON values without what differs between two equal runs (its id and timings)."""
    row: dict[str, Any] = _ANSWER.dump_python(answer, mode="json")
    return {name: value for name, value in row.items() if name not in _VOLATILE}


def same_answer(first: Answer, second: Answer) -> bool:
    """Whether two answers are byte-identical but for their id and timings."""
    return json.dumps(answer_row(first)) == json.dumps(answer_row(second))


def reply_row(reply: Reply) -> dict[str, Any]:
    """The whole reply as plain JSON values."""
    row: dict[str, Any] = _REPLY.dump_python(reply, mode="json")
    return row


def reply_from_row(row: Mapping[str, Any]) -> Reply:
    """The reply that ``reply_row`` wrote."""
    return _REPLY.validate_python(row)
