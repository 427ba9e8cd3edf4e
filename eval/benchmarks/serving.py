"""How fast a server answers, as multiples of the bare query encoding measured in the same run.

    python -m eval.benchmarks.serving ARCHIVE QUESTIONS.jsonl[.gz] [--questions 100] [--out FILE]

Starts `dateline serve` on the archive, waits until it is ready, then asks the same questions of the bare encoder, of
`/v1/search` and of `/v1/ask`, filtered and not, in turn, so that a busy machine slows all of them alike.
Prints p50 and p95 in milliseconds, ratios of medians, the time until ready and the resident memory.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import httpx

from app.embeddings import open_embedder
from app.settings import load_settings

FILTERED = {"published_after": "2022-01-01", "published_before": "2023-06-30"}


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds over ``n`` calls; ``ratio`` is p50 over the bare encoding's p50."""

    p50_ms: float
    p95_ms: float
    n: int
    ratio: float


def main() -> None:
    """Measure and print."""
    arguments = _arguments()
    questions = read_questions(arguments.questions_file)[: arguments.questions]
    settings = load_settings()
    embedder = open_embedder(settings.embedding_model, cache_folder=settings.model_cache.expanduser())
    with running_server(arguments.archive) as server:
        url, ready_seconds = server.url, server.ready_seconds
        with httpx.Client(base_url=url, timeout=60) as http:
            timings = measure(questions, _calls(http, embedder.encode_query))
            chunks = http.get("/readyz").json()["chunks"]
        report = {
            "chunks": chunks,
            "ready_seconds": round(ready_seconds, 2),
            "resident_mb": server.resident_mb(),
            "backend": embedder.backend,
            "timings": {name: asdict(timing) for name, timing in timings.items()},
        }
    text = json.dumps(report, indent=1)
    print(text)
    if arguments.out:
        arguments.out.write_text(text + "\n", encoding="utf-8")


def _calls(http: httpx.Client, encode: Callable[[str], Any]) -> dict[str, Callable[[str], Any]]:
    def post(path: str, **more: object) -> Callable[[str], Any]:
        return lambda question: http.post(path, json={"question": question, **more}).raise_for_status()

    return {
        "encode_query": encode,
        "search": post("/v1/search"),
        "search_dates": post("/v1/search", **FILTERED),
        "search_sources": post("/v1/search", sources=["cnn.com"]),
        "ask": post("/v1/ask", writer="extractive"),
        "ask_dates": post("/v1/ask", writer="extractive", **FILTERED),
    }


def measure(questions: list[str], calls: dict[str, Callable[[str], Any]]) -> dict[str, Timing]:
    """Time every call on every question, in turn, after a warm-up of five."""
    spent: dict[str, list[float]] = {name: [] for name in calls}
    for round_number, question in enumerate(questions[:5] + questions):
        for name, call in calls.items():
            started = time.perf_counter()
            call(question)
            if round_number >= 5:
                spent[name].append(1000 * (time.perf_counter() - started))
    bare = statistics.median(spent["encode_query"])
    return {name: _timing(values, bare) for name, values in spent.items()}


def _timing(values: list[float], bare: float) -> Timing:
    ordered = sorted(values)
    p50, p95 = statistics.median(ordered), ordered[int(0.95 * (len(ordered) - 1))]
    return Timing(round(p50, 2), round(p95, 2), len(ordered), round(p50 / bare, 2))


def read_questions(path: Path) -> list[str]:
    """The question of every line."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["question"] for line in lines]


@dataclass(frozen=True, slots=True)
class Server:
    """A server process that this benchmark started."""

    url: str
    pid: int
    ready_seconds: float

    def resident_mb(self) -> int:
        """Resident memory now."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGESIZE") >> 20


@contextmanager
def running_server(
    archive: Path, wait_seconds: float = 60.0, environment: Mapping[str, str] | None = None
) -> Iterator[Server]:
    """`dateline serve` on a free port, until ready; stopped at the end.

    Args:
        environment: settings, by the names of their variables.
    """
    address = archive / "server.json"
    address.unlink(missing_ok=True)
    command = [sys.executable, "-m", "app.cli", "serve", "--archive", str(archive), "--port", "0"]
    started = time.perf_counter()
    settings = ["env", *(f"{name}={value}" for name, value in (environment or {}).items())]
    process = subprocess.Popen([*settings, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        url = _wait_until_ready(address, started + wait_seconds)
        yield Server(url, process.pid, time.perf_counter() - started)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_until_ready(address: Path, deadline: float) -> str:
    while time.perf_counter() < deadline:
        if address.exists() and (text := address.read_text()):
            url = str(json.loads(text)["url"])
            try:
                if httpx.get(f"{url}/readyz", timeout=2).is_success:
                    return url
            except httpx.TransportError:
                time.sleep(0.02)
        time.sleep(0.02)
    raise TimeoutError("the server did not get ready")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("questions_file", type=Path)
    parser.add_argument("--questions", type=int, default=100)
    parser.add_argument("--out", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    main()
