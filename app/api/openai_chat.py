"""`POST /v1/chat/completions` and `GET /v1/models`, for every client that speaks OpenAI's chat protocol."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Generator, Iterator

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import JSONResponse
from fastapi.sse import format_sse_event
from starlette.responses import Response

from app.answering.events import Answered, AnswerEvent, Delta
from app.api.access import OpenDateline
from app.api.event_stream import EventStream
from app.api.openai_answers import annotations_of, as_json, completion, usage_of
from app.api.openai_schemas import ChatRequest, Json
from app.api.problems import problem_of
from app.api.waiting import answer_while_connected
from app.errors import QuestionError
from app.models import Ask, SearchFilters

router = APIRouter(prefix="/v1", tags=["openai"])

WRITERS = {"dateline": None, "dateline-extractive": "extractive", "dateline-generative": "generative"}
"""The models we offer, and the writer that each asks for."""
_COMPLETION: Json = {"description": "The completion, or with `stream` its chunks as server-sent events."}


@router.get("/models")
def models() -> Json:
    """The names that `model` may have: `dateline` leaves the writer to the settings."""
    rows = [{"id": name, "object": "model", "created": 0, "owned_by": "dateline"} for name in WRITERS]
    return {"object": "list", "data": rows}


@router.post("/chat/completions", responses={200: _COMPLETION})
async def chat_completions(request: Request, body: ChatRequest, dateline: OpenDateline) -> Response:
    """Answer the last user message, understood by the earlier ones.

    `choices[0].message.annotations` holds a `url_citation` for every marker; the whole Answer, with claims, verbatim
    quotes and figures, is the extra member `dateline` of the completion, or of the last chunk with a choice.
    """
    events = dateline.stream(_ask(body))
    if body.stream:
        return EventStream(_chunks(request, body, events))
    answer = await answer_while_connected(request, events)
    return JSONResponse(completion(answer, body.model, str(request.base_url)))


def _ask(body: ChatRequest) -> Ask:
    if body.model not in WRITERS:
        raise HTTPException(404, f"There is no model {body.model!r} here. Use one of {', '.join(WRITERS)}.")
    if not body.questions:
        raise QuestionError("The messages hold no question.", hint="End them with a user message that has text.")
    *history, question = body.questions
    filters = body.dateline.filters() if body.dateline else SearchFilters()
    return Ask(question, filters=filters, writer=WRITERS[body.model], history=tuple(history))


def _chunks(request: Request, body: ChatRequest, events: Iterator[AnswerEvent]) -> Generator[bytes]:
    chunk = _chunk_maker(body.model)
    try:
        yield chunk({"role": "assistant", "content": ""})
        for event in events:
            if isinstance(event, Delta):
                yield chunk({"content": event.text})
            if isinstance(event, Answered):
                annotations = annotations_of(event.answer, str(request.base_url))
                if annotations:
                    yield chunk({"annotations": annotations})
                yield chunk({}, finish_reason="stop", dateline=as_json(event.answer))
                if body.stream_options and body.stream_options.include_usage:
                    yield chunk(None, usage=usage_of(event.answer))
    except Exception as error:  # the status line has left; an error can only be told as a chunk
        told = problem_of(request, error)
        yield _data({"error": {"message": told["detail"], "type": told["title"], "code": told["status"]}})
    yield format_sse_event(data_str="[DONE]")


def _chunk_maker(model: str) -> Callable[..., bytes]:
    """Makes the chunks of one completion: they share id, time and model."""
    created = int(time.time())
    head = {"id": f"chatcmpl-{time.time_ns():x}", "object": "chat.completion.chunk", "created": created, "model": model}

    def chunk(delta: Json | None, finish_reason: str | None = None, **more: object) -> bytes:
        choices = [] if delta is None else [{"index": 0, "delta": delta, "finish_reason": finish_reason}]
        return _data({**head, "choices": choices, **more})

    return chunk


def _data(body: Json) -> bytes:
    return format_sse_event(data_str=json.dumps(body, ensure_ascii=False))
