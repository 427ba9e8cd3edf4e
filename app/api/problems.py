"""Every error as problem details (RFC 9457) with the request's id."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from app.errors import (
    AnswerNotFound,
    ArchiveLocked,
    ArchiveUnwritable,
    ArticleNotFound,
    DatelineError,
    FetchRefused,
    MalformedArticle,
    QuestionError,
    SlackError,
    UnreadableSource,
)

log = logging.getLogger(__name__)

_AS_JSON = "Send it with the header 'content-type: application/json'."
_A_DAY = "This is no day; write one as 2020-02-28"
_WORDS_OF = {
    "extra_forbidden": "There is no such field here; /docs lists them",
    "date_from_datetime_inexact": _A_DAY,
    "date_from_datetime_parsing": _A_DAY,
    "date_type": _A_DAY,
}
"""Where pydantic's own sentence tells a person too little."""
_OPENAI_PATHS = ("/v1/chat/", "/v1/models")
_STATUS: dict[type[DatelineError], int] = {
    QuestionError: 422,
    MalformedArticle: 422,
    UnreadableSource: 422,
    FetchRefused: 422,
    ArticleNotFound: 404,
    AnswerNotFound: 404,
    ArchiveLocked: 503,
    ArchiveUnwritable: 507,
    SlackError: 502,
}


def problem(request: Request, status: int, title: str, detail: str, **more: Any) -> JSONResponse:
    """A problem document; ``more`` adds members such as ``hint`` or ``errors``."""
    return _reply(problem_body(request, status, title, detail, **more))


def problem_body(request: Request, status: int, title: str, detail: str, **more: Any) -> dict[str, Any]:
    """The members of a problem document."""
    return {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail,
        "instance": request.url.path,
        "request_id": getattr(request.state, "request_id", None),
        **_for_openai(request, status, title, detail),
        **{name: value for name, value in more.items() if value},
    }


def _for_openai(request: Request, status: int, title: str, detail: str) -> dict[str, Any]:
    """OpenAI's clients look for ``error.message``."""
    if not request.url.path.startswith(_OPENAI_PATHS):
        return {}
    return {"error": {"message": detail, "type": title, "param": None, "code": status}}


def problem_of(request: Request, error: Exception) -> dict[str, Any]:
    """What to tell about an error; what is no deliberate one goes to the log and stays there."""
    if not isinstance(error, DatelineError):
        log.error("unexpected failure in request %s", request.state.request_id, exc_info=error)
        detail = "Something went wrong here; the log has the cause under this request id."
        return problem_body(request, 500, "Internal error", detail)
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 500)
    if status == 500:
        log.error("request %s failed", request.state.request_id, exc_info=error)
    return problem_body(request, status, _words(type(error).__name__), error.message, hint=error.hint)


def add_problem_handlers(app: FastAPI) -> None:
    """Translate our errors, bad requests, unknown routes and accidents into problem documents."""
    app.add_exception_handler(DatelineError, _on_dateline_error)
    app.add_exception_handler(RequestValidationError, _on_bad_request)
    app.add_exception_handler(HTTPException, _on_http_error)
    app.add_exception_handler(Exception, _on_accident)


async def _on_dateline_error(request: Request, error: Exception) -> JSONResponse:
    return _reply(problem_of(request, error))


async def _on_bad_request(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101  # the handler is registered for this class only
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        detail = f"The body is no JSON: {first['ctx']['error']} at character {first['loc'][-1]}."
        return problem(request, 422, "Bad request", detail)
    if isinstance(error.body, bytes) and error.body:  # what is sent as JSON was parsed
        return problem(request, 422, "Bad request", "The body is not sent as JSON.", hint=_AS_JSON)
    errors = [
        {
            "field": ".".join(str(part) for part in row["loc"][1:]) or "body",
            "message": _WORDS_OF.get(row["type"], row["msg"]),
        }
        for row in error.errors()
    ]
    return problem(request, 422, "Bad request", "{field}: {message}.".format(**errors[0]), errors=errors)


async def _on_http_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101  # the handler is registered for this class only
    hint = "Every route is at /docs." if error.detail == HTTPStatus.NOT_FOUND.phrase else None
    reply = problem(request, error.status_code, "Request refused", f"{str(error.detail).rstrip('.')}.", hint=hint)
    reply.headers.update(error.headers or {})
    return reply


async def _on_accident(request: Request, error: Exception) -> JSONResponse:
    return _reply(problem_of(request, error))


def _reply(body: dict[str, Any]) -> JSONResponse:
    return JSONResponse(body, body["status"], media_type="application/problem+json")


def _words(name: str) -> str:
    """``ArticleNotFound`` -> ``Article not found``."""
    spaced = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()
    return spaced.capitalize()
