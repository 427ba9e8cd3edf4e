"""What one ingest did, article by article where something needs attention."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from app.errors import DatelineError

LISTED = 1_000
"""Most failures and most warnings listed one by one; the rest are counted, so that a report stays small."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing to look at: which source, why, and the next step."""

    source: str
    reason: str
    hint: str = ""

    @classmethod
    def of(cls, source: str, error: DatelineError) -> Failure:
        return cls(source, error.message, error.hint)


class IngestProgress(NamedTuple):
    """A moment of a run. ``total`` is None while it is unknown; ``rate`` is articles per second."""

    done: int
    total: int | None
    current: str
    rate: float


@dataclass(frozen=True, slots=True)
class IngestReport:
    """The outcome of one run.

    ``failed`` names what was not taken in, ``warnings`` what was taken in with a doubt that a person may settle.
    Each lists at most LISTED entries; ``failures`` and ``doubts`` are the full counts. ``ignored`` counts files of
    folders that hold no article format.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    chunks: int = 0
    failed: tuple[Failure, ...] = ()
    failures: int = 0
    warnings: tuple[Failure, ...] = ()
    doubts: int = 0
    ignored: int = 0
    seconds: float = 0.0

    @property
    def ok(self) -> bool:
        """Whether everything asked for is in the archive."""
        return not self.failures

    def to_json(self) -> dict[str, object]:
        """The report as plain JSON values."""
        return {
            "added": self.added,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "chunks": self.chunks,
            "failed": [_plain(failure) for failure in self.failed],
            "failures": self.failures,
            "warnings": [_plain(warning) for warning in self.warnings],
            "doubts": self.doubts,
            "ignored": self.ignored,
            "seconds": round(self.seconds, 3),
        }


def _plain(failure: Failure) -> dict[str, str]:
    return {"source": failure.source, "reason": failure.reason, "hint": failure.hint}
