"""A running Dateline server with the same verbs as an open archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import count
from types import TracebackType
from typing import Any, Self, TypeVar
from urllib.parse import quote

import httpx
from pydantic import SecretStr, TypeAdapter

from app.archive.archive import Added, ArchiveStatus
from app.archive.coverage import Coverage
from app.archive.stores import Feedback
from app.errors import DatelineError
from app.models import Answer, Article, Ask, Passage, SearchFilters
from app.receipt import Receipt, Replay
from app.timeline.series import Timeline
from app.watching.watcher import Watch

T = TypeVar("T")
_BATCH_ARTICLES = 32
_BATCH_CHARS = 200_000
"""Far below the body that a server accepts, and stored long before a request times out."""
_PAGE_ARTICLES = 100


class NotFound(DatelineError):
    """The server has no such article, answer or route."""


class RemoteDateline:
    """Talks to ``dateline serve`` over HTTP.

    Raises:
        DatelineError: from every verb, with the sentence of the server's problem document.
    """

    def __init__(self, base_url: str, api_key: SecretStr | None) -> None:
        headers = {"Authorization": f"Bearer {api_key.get_secret_value()}"} if api_key else {}
        self._http = httpx.Client(base_url=base_url, headers=headers, timeout=300.0)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._http.close()

    def ask(self, ask: Ask) -> Answer:
        """See ``Dateline.ask``."""
        body = {
            "question": ask.question,
            "conversation_id": ask.conversation_id,
            "writer": ask.writer,
            "top_k": ask.top_k,
            **asdict(ask.filters),
        }
        return _read(Answer, self.send("POST", "/v1/ask", body))

    def search(self, question: str, filters: SearchFilters, top_k: int) -> list[Passage]:
        """See ``Dateline.search``."""
        reply = self.send("POST", "/v1/search", {"question": question, "top_k": top_k, **asdict(filters)})
        return _read(list[Passage], reply["passages"])

    def receipt(self, answer_id: str) -> Receipt:
        """See ``Dateline.receipt``."""
        return _read(Receipt, self.send("GET", f"/v1/answers/{quote(answer_id, safe='')}/receipt", None))

    def replay(self, answer_id: str, *, ask_model: bool = False) -> Replay:
        """See ``Dateline.replay``."""
        asked = f"?ask_model={str(ask_model).lower()}"
        return _read(Replay, self.send("POST", f"/v1/answers/{quote(answer_id, safe='')}/replay{asked}", None))

    def answers(self, last: int) -> list[Answer]:
        """See ``Dateline.answers``."""
        return _read(list[Answer], self.send("GET", f"/v1/answers?last={last}")["answers"])

    def feedback(self) -> list[Feedback]:
        """See ``Dateline.feedback``."""
        return _read(list[Feedback], self.send("GET", "/v1/feedback")["feedback"])

    def add(self, articles: Iterable[Article]) -> Iterator[Added]:
        """Send articles in batches; what became of each comes back in order."""
        for batch in batches(articles):
            reply = self.send("POST", "/v1/articles", {"articles": [asdict(article) for article in batch]})
            yield from (Added(**row) for row in reply["stored"])

    def article(self, article_id: str, version: int | None = None) -> Article:
        """See ``Dateline.article``."""
        asked = f"?version={version}" if version is not None else ""
        return _read(Article, self.send("GET", f"/v1/articles/{quote(article_id, safe='')}{asked}")["article"])

    def articles(self, sources: Sequence[str] = ()) -> Iterator[Article]:
        """See ``Dateline.articles``."""
        for offset in count(0, _PAGE_ARTICLES):
            page = httpx.QueryParams({"source": list(sources), "limit": _PAGE_ARTICLES, "offset": offset})
            heads = self.send("GET", f"/v1/articles?{page}")["articles"]
            for head in heads:
                yield self.article(head["article_id"])
            if len(heads) < _PAGE_ARTICLES:
                return

    def delete(self, article_id: str) -> bool:
        """See ``Dateline.delete``."""
        try:
            self.send("DELETE", f"/v1/articles/{quote(article_id, safe='')}")
        except NotFound:
            return False
        return True

    def status(self) -> ArchiveStatus:
        """See ``Dateline.status``."""
        return _read(ArchiveStatus, self.send("GET", "/v1/status", None))

    def coverage(self) -> Coverage:
        """See ``Dateline.coverage``."""
        return _read(Coverage, self.send("GET", "/v1/coverage"))

    def watch(self, since: int = 0) -> Watch:
        """See ``Dateline.watch``."""
        return _read(Watch, self.send("GET", f"/v1/watch?since={since}", None))

    def timeline(self, ask: Ask) -> Timeline:
        """See ``Dateline.timeline``."""
        limits = {name: value for name, value in asdict(ask.filters).items() if value}
        return _read(
            Timeline, self.send("GET", f"/v1/timeline?{httpx.QueryParams({'question': ask.question, **limits})}", None)
        )

    def send(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """The reply to one request, read as JSON."""
        try:
            reply = self._http.request(method, path, json=body)
        except httpx.HTTPError as error:
            raise DatelineError(
                f"The server at {self._http.base_url} stopped answering: {str(error).rstrip('.')}.",
                hint="Start it again with `dateline serve`, then repeat the command.",
            ) from error
        if reply.is_error:
            raise _error_of(reply)
        return reply.json()


def batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Articles in groups that fit one request; a longer article goes alone."""
    batch: list[Article] = []
    chars = 0
    for article in articles:
        if batch and (len(batch) == _BATCH_ARTICLES or chars + len(article.text) > _BATCH_CHARS):
            yield batch
            batch, chars = [], 0
        batch.append(article)
        chars += len(article.text)
    if batch:
        yield batch


def _read(kind: type[T], value: Any) -> T:
    return TypeAdapter(kind).validate_python(value)


def _error_of(reply: httpx.Response) -> DatelineError:
    if "problem+json" not in reply.headers.get("content-type", ""):
        return DatelineError(f"The server answered {reply.status_code} and no explanation.", hint="Look at its log.")
    told = reply.json()
    kind = NotFound if reply.status_code == httpx.codes.NOT_FOUND else DatelineError
    return kind(told["detail"], hint=told.get("hint", f"Request id: {told['request_id']}."))
