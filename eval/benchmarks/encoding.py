"""Compare the embedding backend chosen here with sentence-transformers in torch fp32, in one run on the same text.

    python -m eval.benchmarks.encoding [TEXT] [--texts 320] [--output eval/benchmarks/results/encoding.json]

TEXT is a folder or a file of articles (``.jsonl``, ``.jsonl.gz`` with ``text`` and ``title``; ``.txt``, ``.md``).
Each backend runs in a process of its own, the two in turns, so that memory and cold start are its own and a busy
machine slows both alike. ``per_core_second`` divides by the processor time used and hardly notices a busy machine.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, fields
from itertools import islice
from pathlib import Path
from statistics import median, quantiles

import numpy as np
from numpy.typing import NDArray

from app.archive.chunking import chunk_article, embedded_text
from app.embeddings import Embedder, open_embedder
from app.embeddings.agreement import agreement
from app.models import Article

BASELINE = "torch-fp32"
_CHECKOUT = Path(__file__).resolve().parents[2]
_RESULTS = Path(__file__).parent / "results" / "encoding.json"
_ROUNDS = 3
_QUERY_WORDS = 11
_ASKERS = 16


@dataclass(frozen=True, slots=True)
class Measured:
    """One backend: memory is resident, before the first batch (serving) and at the end; busy is 16 askers at once."""

    backend: str
    reason: str
    chunks_per_second: float
    chunks_per_core_second: float
    query_p50_ms: float
    query_p95_ms: float
    busy_query_p50_ms: float
    busy_query_p95_ms: float
    cold_start_seconds: float
    resident_serving_mb: float
    resident_mb: float


def main() -> None:
    """Print the table and write the JSON."""
    arguments = _arguments()
    texts = list(islice(_chunk_texts(arguments.text), 0, 4 * arguments.texts, 4))
    if len(texts) < 11:
        sys.exit(
            f"{arguments.text} gives {len(texts)} chunks; the ten nearest need at least 11 (of every fourth chunk)."
        )
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "texts.json").write_text(json.dumps(texts), encoding="utf-8")
        cache = arguments.cache or work / "cache"
        open_embedder(arguments.model, cache_folder=cache)  # converted before anything is timed
        runs = [
            [_measured_apart(backend, arguments.model, cache, work) for backend in (BASELINE, arguments.backend)]
            for _ in range(arguments.rounds)
        ]
        found = agreement(np.load(work / f"{arguments.backend}.npy"), np.load(work / f"{BASELINE}.npy"))
    baseline, chosen = (_best(list(column)) for column in zip(*runs, strict=True))
    report = {
        "model": arguments.model,
        "load_average": round(os.getloadavg()[0], 1),
        "articles": arguments.text.name,
        "texts": len(texts),
        "words_a_text": round(sum(len(text.split()) for text in texts) / len(texts), 1),
        "baseline": asdict(baseline),
        "chosen": asdict(chosen),
        "ratios": _ratios(baseline, chosen),
        "agreement": asdict(found),
    }
    _print(report)
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")


def measure(embedder: Embedder, texts: Sequence[str], opened_seconds: float) -> tuple[Measured, NDArray[np.float32]]:
    """Times of one embedder in this process, and the texts' vectors."""
    queries = [" ".join(text.split()[-_QUERY_WORDS:]) for text in texts[:100]]
    embedder.encode_query(queries[0])

    def latency_ms(query: str) -> float:
        return 1000 * _seconds(lambda: embedder.encode_query(query))

    latencies = [latency_ms(query) for query in queries]
    with ThreadPoolExecutor(_ASKERS) as askers:
        busy = list(askers.map(latency_ms, queries))
    serving = _resident_mb()
    embedder.encode(texts[:32])
    core_start, start = time.process_time(), time.perf_counter()
    vectors = embedder.encode(texts)
    seconds, core_seconds = time.perf_counter() - start, time.process_time() - core_start
    measured = Measured(
        backend=embedder.backend,
        reason=embedder.reason,
        chunks_per_second=len(texts) / seconds,
        chunks_per_core_second=len(texts) / core_seconds,
        query_p50_ms=median(latencies),
        query_p95_ms=quantiles(latencies, n=20)[-1],
        busy_query_p50_ms=median(busy),
        busy_query_p95_ms=quantiles(busy, n=20)[-1],
        cold_start_seconds=opened_seconds,
        resident_serving_mb=serving,
        resident_mb=_resident_mb(),
    )
    return measured, vectors


def _measured_apart(backend: str, model: str, cache: Path, work: Path) -> Measured:
    """``measure`` in a new process; cold start runs from its beginning to the first query's vector."""
    command = [sys.executable, "-m", "eval.benchmarks.encoding", "--alone", backend]
    command += ["--model", model, "--cache", str(cache.resolve()), str(work)]
    subprocess.run(command, cwd=_CHECKOUT, check=True, stderr=subprocess.DEVNULL)
    return Measured(**json.loads((work / f"{backend}.json").read_text(encoding="utf-8")))


def _alone(backend: str, model: str, cache: Path, work: Path) -> None:
    embedder = open_embedder(model, backend=backend, cache_folder=cache)
    embedder.encode_query("How many observation posts are there?")
    opened = _process_age_seconds()
    texts = json.loads((work / "texts.json").read_text(encoding="utf-8"))
    measured, vectors = measure(embedder, texts, opened)
    np.save(work / f"{backend}.npy", vectors)
    (work / f"{backend}.json").write_text(json.dumps(asdict(measured)), encoding="utf-8")


def _best(runs: list[Measured]) -> Measured:
    """The least disturbed value of each measure over the rounds."""
    first = runs[0]
    fastest = {
        name: max(getattr(run, name) for run in runs) for name in ("chunks_per_second", "chunks_per_core_second")
    }
    others = {field.name for field in fields(Measured)} - {"backend", "reason", *fastest}
    least = {name: min(getattr(run, name) for run in runs) for name in others}
    return Measured(first.backend, first.reason, **{name: round(value, 3) for name, value in (fastest | least).items()})


def _ratios(baseline: Measured, chosen: Measured) -> dict[str, float]:
    """Chosen divided by baseline for every number."""
    pairs = ((name, value, getattr(baseline, name)) for name, value in asdict(chosen).items())
    return {name: round(value / other, 3) for name, value, other in pairs if isinstance(value, float)}


def _print(report: dict[str, object]) -> None:
    baseline, chosen, ratios = report["baseline"], report["chosen"], report["ratios"]
    assert isinstance(baseline, dict)  # noqa: S101
    assert isinstance(chosen, dict)  # noqa: S101
    assert isinstance(ratios, dict)  # noqa: S101
    print(f"{report['texts']} chunks of {report['words_a_text']} words, {report['model']}")
    print(f"{'':24}{baseline['backend']:>14}{chosen['backend']:>16}{'ratio':>8}")
    for name, ratio in ratios.items():
        print(f"{name:24}{baseline[name]:>14.2f}{chosen[name]:>16.2f}{ratio:>8.2f}")
    print(f"agreement with {baseline['backend']}: {report['agreement']}\n{chosen['reason']}")


def _chunk_texts(path: Path) -> Iterator[str]:
    for article in _articles(path):
        for chunk in chunk_article(article, lambda texts: [len(text.split()) for text in texts]):
            yield embedded_text(article, chunk)


def _articles(path: Path) -> Iterator[Article]:
    """Articles of the files that can be read without ingest; others are left out."""
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.name.endswith((".jsonl", ".jsonl.gz")) and not file.name.startswith("questions"):
            with (
                gzip.open(file, "rt", encoding="utf-8")
                if file.suffix == ".gz"
                else file.open(encoding="utf-8") as lines
            ):
                for number, line in enumerate(lines):
                    yield _article(f"{file.name}:{number}", json.loads(line))
        elif file.suffix in {".txt", ".md"}:
            yield Article(file.name, file.read_text(encoding="utf-8"))


def _article(article_id: str, record: dict[str, str]) -> Article:
    """An article from a JSON line; of the aliases for its text only the usual ones are known here."""
    text = record.get("text") or record.get("content") or record.get("body") or ""
    title, day = record.get("title") or record.get("headline") or "", record.get("published_at") or record.get("date")
    return Article(article_id, text, title=title, source=record.get("source"), published_at=day)


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 2**20


def _process_age_seconds() -> float:
    """Seconds since the system started this process, interpreter start included (Linux)."""
    ticks = int(Path("/proc/self/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[19])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / 100


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument(
        "text", type=Path, nargs="?", default=_CHECKOUT / "ingest" / "sample", help="articles to encode"
    )
    parser.add_argument("--texts", type=int, default=320, help="chunks to encode (every fourth of the articles')")
    parser.add_argument("--model", default="all-MiniLM-L6-v2", help="model name or folder")
    parser.add_argument("--backend", default="auto", help="backend to compare with torch-fp32")
    parser.add_argument("--rounds", type=int, default=_ROUNDS, help="times each backend is measured; the best counts")
    parser.add_argument("--cache", type=Path, help="folder of converted models (default: converted anew)")
    parser.add_argument("--output", type=Path, default=_RESULTS, help="where the JSON goes")
    parser.add_argument("--alone", metavar="BACKEND", help=argparse.SUPPRESS)
    return parser.parse_args()


def run() -> None:
    """One backend in this process if ``--alone`` names it, else the comparison."""
    arguments = _arguments()
    if arguments.alone:
        _alone(arguments.alone, arguments.model, arguments.cache, arguments.text)
    else:
        main()


if __name__ == "__main__":
    run()
