"""The book of one run: what was read, sent, stored, refused, and how fast."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from hashlib import blake2b
from typing import Literal, NamedTuple, Protocol

from app.models import Article
from ingest.report import LISTED, Failure, IngestProgress, IngestReport

REMEMBERED = 250_000

OnProgress = Callable[[IngestProgress], None]


class Stored(Protocol):
    """What an archive says about one article it was given."""

    @property
    def article_id(self) -> str: ...
    @property
    def outcome(self) -> Literal["added", "updated", "unchanged"]: ...
    @property
    def chunks(self) -> int: ...


class _Sent(NamedTuple):
    name: str
    repeated: bool


class Ledger:
    """Counts and lists of one run.

    A repeated article is noticed among the last REMEMBERED different ones (about 100 bytes each), so that memory stays
    flat however long the run. An identical copy is unchanged. A copy that differs is a new version and reported, unless
    its date is earlier than that of the one met before: then the later one stays, and that is reported.
    """

    def __init__(self, on_progress: OnProgress | None, ignored: int = 0) -> None:
        self._on_progress = on_progress
        self._ignored = ignored
        self._started = time.perf_counter()
        self._counts = {"added": 0, "updated": 0, "unchanged": 0}
        self._chunks = self._failures = self._doubts = self._done = 0
        self._failed: list[Failure] = []
        self._warnings: list[Failure] = []
        self._sent: deque[_Sent] = deque()
        self._seen: dict[int, int] = {}
        self._total: int | None = None

    def begin(self, total: int | None) -> None:
        """Tell how many articles there will be; None when only reading will tell."""
        self._total = total
        self._tell("")

    def fail(self, failure: Failure) -> None:
        """Something was not taken in."""
        self._failures += 1
        if len(self._failed) < LISTED:
            self._failed.append(failure)
        self._advance(failure.source)

    def doubt(self, name: str, reason: str, hint: str) -> None:
        """Something was taken in that a person may want to look at."""
        self._doubts += 1
        if len(self._warnings) < LISTED:
            self._warnings.append(Failure(name, reason, hint))

    def accept(self, name: str, article: Article) -> bool:
        """Whether to send the article on: not when this run has met a later text of it."""
        key = int.from_bytes(blake2b(article.article_id.encode(), digest_size=8).digest())
        day = int((article.published_day or "0").replace("-", ""))
        before = self._seen.get(key)
        if before is not None and day < before:
            self._counts["unchanged"] += 1
            self.doubt(
                name,
                f"The article {article.article_id} came earlier in this run with a later date; the later one stays.",
                "Remove the older copy from the source.",
            )
            self._advance(name)
            return False
        self._remember(key, day)
        self._sent.append(_Sent(name, before is not None))
        return True

    def stored(self, stored: Stored) -> None:
        """The archive's word on the next article that was sent."""
        sent = self._sent.popleft()
        self._counts[stored.outcome] += 1
        self._chunks += stored.chunks
        if sent.repeated and stored.outcome == "updated":
            self.doubt(
                sent.name,
                f"The article {stored.article_id} came earlier in this run and differs; this is its new version.",
                "Give different articles different ids or addresses.",
            )
        self._advance(sent.name)

    def _remember(self, key: int, day: int) -> None:
        self._seen.pop(key, None)
        self._seen[key] = day
        if len(self._seen) > REMEMBERED:
            del self._seen[next(iter(self._seen))]

    def report(self) -> IngestReport:
        return IngestReport(
            added=self._counts["added"],
            updated=self._counts["updated"],
            unchanged=self._counts["unchanged"],
            chunks=self._chunks,
            failed=tuple(self._failed),
            failures=self._failures,
            warnings=tuple(self._warnings),
            doubts=self._doubts,
            ignored=self._ignored,
            seconds=time.perf_counter() - self._started,
        )

    def _advance(self, name: str) -> None:
        self._done += 1
        self._tell(name)

    def _tell(self, name: str) -> None:
        if self._on_progress is None:
            return
        elapsed = time.perf_counter() - self._started
        total = None if self._total is None else max(self._total, self._done)
        self._on_progress(IngestProgress(self._done, total, name, self._done / elapsed if elapsed > 0 else 0.0))
