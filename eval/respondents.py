"""Who is asked: the answerer in this process, or any server by its URL. Both give ``Reply`` records."""

import time
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Protocol

import httpx

from app.errors import ArticleNotFound, EvalError
from app.models import Answer, Ask, Passage, SearchFilters
from eval.cases import Case
from eval.replies import Reply, answer_from_wire, passage_from_wire, same_answer

if TYPE_CHECKING:
    from app.dateline import Dateline

_TIMEOUT_SECONDS = 300.0
DEPTH = 20


class Desk(Protocol):
    """What can be asked. Methods are called from several threads."""

    def ask(self, ask: Ask) -> Answer: ...
    def search(self, question: str, filters: SearchFilters, top_k: int) -> Sequence[Passage]: ...
    def text(self, article_id: str, version: int) -> str | None:
        """The stored text of an article version; None when there is none."""


class LocalDesk:
    """The answerer in this process."""

    def __init__(self, dateline: "Dateline") -> None:
        self._dateline = dateline

    def ask(self, ask: Ask) -> Answer:
        return self._dateline.ask(ask)

    def search(self, question: str, filters: SearchFilters, top_k: int) -> Sequence[Passage]:
        return self._dateline.search(question, filters, top_k)

    def text(self, article_id: str, version: int) -> str | None:
        try:
            text: str = self._dateline.archive.article(article_id, version).text
            return text
        except ArticleNotFound:
            return None


class ServerDesk:
    """A server with Dateline's ``/v1`` interface.

    Raises:
        EvalError: from every method, when the server cannot be reached or refuses; carries its own words.
    """

    def __init__(self, base_url: str, *, api_key: str | None = None) -> None:
        headers = {"authorization": f"Bearer {api_key}"} if api_key else {}
        self._http = httpx.Client(base_url=base_url, headers=headers, timeout=_TIMEOUT_SECONDS)

    def close(self) -> None:
        self._http.close()

    def ask(self, ask: Ask) -> Answer:
        optional = {"conversation_id": ask.conversation_id, "writer": ask.writer, "top_k": ask.top_k}
        body = self._post("/v1/ask", {"question": ask.question, **_given(optional), **_given(asdict(ask.filters))})
        return answer_from_wire(body)

    def search(self, question: str, filters: SearchFilters, top_k: int) -> Sequence[Passage]:
        body = self._post("/v1/search", {"question": question, "top_k": top_k, **_given(asdict(filters))})
        return [passage_from_wire(row) for row in body["passages"]]

    def text(self, article_id: str, version: int) -> str | None:
        reply = self._send("GET", f"/v1/articles/{article_id}", params={"version": version} if version else None)
        if reply.status_code == httpx.codes.NOT_FOUND:
            return None
        body = _read(reply)
        return str(body.get("article", body)["text"])

    def status(self) -> Mapping[str, Any]:
        """What the server says about itself; empty when it does not offer that."""
        reply = self._send("GET", "/v1/status")
        return _read(reply) if reply.is_success else {}

    def _post(self, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        return _read(self._send("POST", path, json=body))

    def _send(self, method: str, path: str, **options: Any) -> httpx.Response:
        try:
            return self._http.request(method, path, **options)
        except httpx.HTTPError as error:
            raise EvalError(
                f"{method} {self._http.base_url.join(path)} failed: {str(error).rstrip('.')}.",
                hint="Is the server running there, and is its address http://host:port?",
            ) from error


def reply_to(case: Case, desk: Desk, *, writer: str | None = None, twice: bool = False) -> Reply:
    """Ask one case and gather what the metrics need. ``ask_ms`` is of the case's own question, not of earlier turns.

    Raises:
        DatelineError: the desk could not answer.
    """
    filters = SearchFilters(as_of=case.as_of)
    answer, ask_ms = _ask(case, desk, filters, writer)
    started = time.perf_counter()
    passages = desk.search(answer.standalone_question or case.question, filters, DEPTH)
    search_ms = _milliseconds_since(started)
    again = _ask(case, desk, filters, writer)[0] if twice else None
    return Reply(
        answer=answer,
        passages=tuple(passages),
        cited_text=_cited_text(answer, desk),
        ask_ms=ask_ms,
        search_ms=search_ms,
        same_again=None if again is None else same_answer(answer, again),
    )


def _ask(case: Case, desk: Desk, filters: SearchFilters, writer: str | None) -> tuple[Answer, float]:
    """The answer to the last question of a conversation of its own, and how long that question took."""
    conversation_id = f"eval-{uuid.uuid4().hex}" if case.conversation else None
    for earlier in case.conversation:
        desk.ask(Ask(earlier, conversation_id, filters, writer))
    started = time.perf_counter()
    answer = desk.ask(Ask(case.question, conversation_id, filters, writer))
    return answer, _milliseconds_since(started)


def _cited_text(answer: Answer, desk: Desk) -> tuple[str | None, ...]:
    texts = {key: desk.text(*key) for key in {(c.article_id, c.version) for c in answer.citations}}
    cited = ((texts[c.article_id, c.version], c.source_span) for c in answer.citations)
    return tuple(None if text is None else text[span.start : span.end] for text, span in cited)


def _milliseconds_since(started: float) -> float:
    return 1000 * (time.perf_counter() - started)


def _given(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that have a value: a server need not know the others."""
    return {name: value for name, value in fields.items() if value not in (None, (), [])}


def _read(reply: httpx.Response) -> dict[str, Any]:
    """The JSON object of a reply, or its refusal as an error."""
    try:
        body = reply.json()
    except ValueError:
        body = {}
    if reply.is_success and isinstance(body, dict) and body:
        return body
    said = body.get("detail") if isinstance(body, dict) else None
    raise EvalError(
        f"{reply.request.url.path} answered {reply.status_code}: {said or reply.text[:200] or 'nothing'}.",
        hint="The server's log says more.",
    )
