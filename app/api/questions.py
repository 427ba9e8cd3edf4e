"""Asking, searching, receipts and feedback."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.sse import format_sse_event
from pydantic import TypeAdapter

from app.answering.events import Answered, AnswerEvent, Cited, Delta, Drafted, Retrieved
from app.api.access import OpenDateline
from app.api.event_stream import EventStream
from app.api.problems import problem_of
from app.api.schemas import AnswerPage, AskRequest, FeedbackPage, FeedbackRequest, SearchRequest, SearchResult
from app.api.waiting import answer_while_connected
from app.models import Answer
from app.receipt import Receipt, Replay

router = APIRouter(prefix="/v1", tags=["questions"])


_STREAM = {
    "content": {"text/event-stream": {"schema": {"type": "string"}}},
    "description": "The answer; with `stream` the events `retrieval`, `draft`, `citation`, `delta`, `answer`, `error`.",
}
_JSON: TypeAdapter[object] = TypeAdapter(object)


@router.post("/ask", response_model=Answer, responses={200: _STREAM})
async def ask(request: Request, body: AskRequest, dateline: OpenDateline) -> Answer | EventStream:
    """Answer a question from the archive, with citations; a refusal has status `not_in_archive`.

    With `stream: true` the same answer comes as server-sent events: `retrieval` (the passages read), then `citation`
    and `delta` (verified text, piece by piece), and `answer` (the whole) or `error` (problem details) at the end. While
    a chat model writes, `draft` tells its words before they are checked: show them as such, or not at all.
    """
    events = dateline.stream(body.to_ask())
    if body.stream:
        return EventStream(_encoded(request, events))
    return await answer_while_connected(request, events)


def _encoded(request: Request, events: Iterator[AnswerEvent]) -> Generator[bytes]:
    try:
        for event in events:
            yield _encode(*_named(event))
    except Exception as error:  # the status line has left; an error can only be told as an event
        yield _encode("error", problem_of(request, error))


def _named(event: AnswerEvent) -> tuple[str, object]:
    """An event's name on the wire and its body."""
    match event:
        case Retrieved():
            return "retrieval", event
        case Cited(citation):
            return "citation", citation
        case Drafted():
            return "draft", event
        case Delta():
            return "delta", event
        case Answered(answer):
            return "answer", answer


def _encode(name: str, body: object) -> bytes:
    return format_sse_event(event=name, data_str=_JSON.dump_json(body).decode())


@router.post("/search")
def search(request: SearchRequest, dateline: OpenDateline) -> SearchResult:
    """The best passages for a question, best first; a higher score is better."""
    return SearchResult(dateline.search(request.question, request.filters(), request.top_k))


@router.get("/answers")
def answers(dateline: OpenDateline, last: Annotated[int, Query(ge=0, le=1_000)] = 20) -> AnswerPage:
    """The answers given last, newest first: on any surface, to anybody."""
    return AnswerPage(dateline.answers(last))


@router.get("/answers/{answer_id}")
def receipt(answer_id: str, dateline: OpenDateline) -> Answer:
    """An answer given earlier, exactly as it was given."""
    return dateline.archive.receipts.get(answer_id)


@router.get("/answers/{answer_id}/receipt")
def explanation(answer_id: str, dateline: OpenDateline) -> Receipt:
    """How an answer came about: passages with scores, the rendered prompt, the model's reply, every verdict."""
    return dateline.receipt(answer_id)


@router.post("/answers/{answer_id}/replay")
def replay(answer_id: str, dateline: OpenDateline, ask_model: bool = False) -> Replay:
    """Give an answer again from the archive as it is now and tell every difference; none: it is the same.

    The chat model's reply is read from the receipt, unless `ask_model` is set.
    """
    return dateline.replay(answer_id, ask_model=ask_model)


@router.get("/feedback")
def given_feedback(dateline: OpenDateline) -> FeedbackPage:
    """What readers said about answers, oldest first."""
    return FeedbackPage(dateline.feedback())


@router.post("/feedback", status_code=204)
def feedback(request: FeedbackRequest, dateline: OpenDateline) -> None:
    """Say whether an answer was good."""
    dateline.archive.receipts.get(request.answer_id)
    dateline.archive.feedback.add(request.answer_id, request.rating, request.comment, "http")
