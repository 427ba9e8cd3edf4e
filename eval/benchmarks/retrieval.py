"""How well passages are found: Dateline against the usual LangChain recipe and plain BM25, in one run.

    python -m eval.benchmarks.retrieval SET_FOLDER [--work FOLDER] [--out FILE] [--limit N] [--same-backend]

SET_FOLDER holds ``articles.jsonl`` and ``questions.jsonl`` (plain or .gz) in RealTimeQA's shape. Passages are joined in
the order of their rank and cut at 300 and 1,000 words; a hit holds the answer in a passage of one of the question's own
pages. Questions of even and odd place are shown apart: weights were set on the even ones. The LangChain recipe is
RecursiveCharacterTextSplitter(1000/200) + all-MiniLM-L6-v2 + Chroma, top 20. Latency is that of ``Retriever.search``
alone, as a multiple of the bare query encoding; ``eval.benchmarks.serving`` measures it over HTTP.
With --work the stores are kept, so that a second run encodes nothing.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.archive.archive import Archive
from app.archive.identity import new_article
from app.embeddings import open_embedder
from app.embeddings.langchain import LangChainEmbeddings
from app.embeddings.model_files import DEFAULT_MODEL
from app.embeddings.protocol import Embedder
from app.models import Article, Passage, SearchFilters
from app.retrieval.question import analyse
from app.retrieval.retriever import Retriever
from eval.adapters.question_sets import read_question_set
from eval.adapters.rows import Row, read_rows
from eval.benchmarks.rivals import TOP_K, bm25_search, langchain_search, stock_pieces
from eval.cases import Case
from eval.metrics.retrieval import hit_within_words
from eval.statistics import Estimate, mean_estimate, paired_difference
from ingest.pipeline import Ingester

BUDGETS = (300, 1000)
RESULTS = Path(__file__).parent / "results"

Find = Callable[[Case], list[Passage]]


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds at p50; ``ratio`` is search over the bare query encoding, asked in turn."""

    filters: str
    encode_ms: float
    search_ms: float
    ratio: float


def main() -> None:
    """Measure, print the tables, write the JSON."""
    arguments = _arguments()
    cases = read_question_set(arguments.set_folder)[: arguments.limit]
    pages = read_rows(articles_file(arguments.set_folder))
    with _folder(arguments.work) as work:
        hits: dict[str, list[list[float]]] = {}
        embedder = open_embedder(DEFAULT_MODEL, cache_folder=work / "models")
        pieces = stock_pieces(pages)
        rival = LangChainEmbeddings(embedder) if arguments.same_backend else None
        langchain, bm25 = langchain_search(pieces, work / "langchain", rival), bm25_search(pieces)
        hits["langchain"] = score(cases, lambda case: langchain(case.question))
        hits["bm25"] = score(cases, lambda case: bm25(case.question))
        with Archive.open(work / "dateline", embedder) as archive:
            Ingester(archive).ingest([str(articles_file(arguments.set_folder))])
            find = dateline_search(archive, embedder)
            hits["dateline"] = score(cases, find)
            latencies = [time_search(cases, archive, embedder, name, given) for name, given in FILTERS.items()]
            chunks = archive.status().chunks
    report(hits, latencies, {"chunks": chunks, "stock_chunks": len(pieces), "backend": embedder.backend}, arguments.out)


FILTERS = {
    "none": SearchFilters(),
    "as_of": SearchFilters(as_of="2023-02-01"),
    "dates": SearchFilters(published_after="2022-01-01", published_before="2023-06-30"),
    "source": SearchFilters(sources=("cnn.com",)),
}


def dateline_search(archive: Archive, embedder: Embedder) -> Find:
    """Dateline's own retrieval, told the day of the question."""
    retriever, sources = Retriever(archive, embedder), archive.sources()

    def find(case: Case) -> list[Passage]:
        question = analyse(case.question, known_sources=sources)
        return retriever.search(question, filters=SearchFilters(as_of=case.as_of), top_k=TOP_K)

    return find


def score(cases: Sequence[Case], find: Find) -> list[list[float]]:
    """For each case its hits, one for each budget."""
    return [[hit_within_words(case, found, budget) for budget in BUDGETS] for case in cases for found in [find(case)]]


def time_search(
    cases: Sequence[Case], archive: Archive, embedder: Embedder, name: str, filters: SearchFilters
) -> Latency:
    """Encoding and searching each question in turn, so that a busy machine slows both alike."""
    retriever, sources = Retriever(archive, embedder), archive.sources()
    encode, search = [], []
    for case in cases:
        started = time.perf_counter()
        embedder.encode_query(case.question)
        encoded = time.perf_counter()
        retriever.search(analyse(case.question, known_sources=sources), filters=filters, top_k=TOP_K)
        encode.append(1000 * (encoded - started))
        search.append(1000 * (time.perf_counter() - encoded))
    encode_ms, search_ms = statistics.median(encode), statistics.median(search)
    return Latency(name, round(encode_ms, 2), round(search_ms, 2), round(search_ms / encode_ms, 2))


def report(
    hits: dict[str, list[list[float]]], latencies: Sequence[Latency], facts: dict[str, object], out: Path | None
) -> None:
    """Print both tables and write everything as JSON."""
    rows = list(_rows(hits))
    print(f"{'':24}{'budget':>8}{'hit':>8}{'95 % interval':>18}{'even':>8}{'odd':>8}   n")
    for name, budget, all_of, even, odd in rows:
        print(f"{name:24}{budget:8}{_shown(all_of)}{even.value or 0:8.3f}{odd.value or 0:8.3f}   {all_of.n}")
    for latency in latencies:
        print(
            f"filters {latency.filters:8} encode p50 {latency.encode_ms} ms, search p50 {latency.search_ms} ms, "
            f"ratio {latency.ratio}"
        )
    written = {
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        **facts,
        "hits": [
            {"name": name, "words": budget, "all": asdict(all_of), "even": asdict(even), "odd": asdict(odd)}
            for name, budget, all_of, even, odd in rows
        ],
        "latency": [asdict(latency) for latency in latencies],
    }
    target = out or RESULTS / "retrieval.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


def _rows(hits: dict[str, list[list[float]]]) -> Iterator[tuple[str, int, Estimate, Estimate, Estimate]]:
    for column, budget in enumerate(BUDGETS):
        for name, found in hits.items():
            own = [[row[column]] for row in found]
            yield name, budget, mean_estimate(own), mean_estimate(own[::2]), mean_estimate(own[1::2])
        pairs = [
            ([stock[column]], [ours[column]]) for stock, ours in zip(hits["langchain"], hits["dateline"], strict=True)
        ]
        yield (
            "dateline - langchain",
            budget,
            paired_difference(pairs),
            paired_difference(pairs[::2]),
            paired_difference(pairs[1::2]),
        )


def _shown(estimate: Estimate) -> str:
    interval = f"{estimate.low or 0:.3f} .. {estimate.high or 0:.3f}"
    return f"{estimate.value or 0:8.3f}{interval:>18}"


def article_of_row(page: Row) -> Article:
    """The article of one row of a question set."""
    fields = ("title", "source", "url", "published_at")
    return new_article(text=str(page["text"]), **{name: page[name] for name in fields if page.get(name)})


def articles_file(folder: Path) -> Path:
    """The articles of a question set."""
    plain = folder / "articles.jsonl"
    return plain if plain.is_file() else folder / "articles.jsonl.gz"


@contextmanager
def _folder(work: Path | None) -> Iterator[Path]:
    if work is not None:
        work.mkdir(parents=True, exist_ok=True)
        yield work
        return
    with tempfile.TemporaryDirectory() as made:
        yield Path(made)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set_folder", type=Path)
    parser.add_argument("--work", type=Path, help="keeps the stores between runs")
    parser.add_argument("--out", type=Path, help="where the JSON goes")
    parser.add_argument("--limit", type=int, help="the first N questions only")
    parser.add_argument(
        "--same-backend", action="store_true", help="LangChain encodes by our backend: the same vectors, sooner"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
