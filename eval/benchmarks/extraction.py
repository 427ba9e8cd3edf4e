"""How many of the figures in news text are read, and what reading them costs beside encoding.

    python -m eval.benchmarks.extraction recall ARTICLES.jsonl[.gz]
    python -m eval.benchmarks.extraction cost ARTICLES.jsonl[.gz] [--articles 100] [--rounds 3]

`recall` holds the extractor against `annotations/realtimeqa_figures.v1.jsonl`: every count, measure, price, share and
duration in 160 sentences that have a number, one random sentence of each of 160 random articles, marked by hand. The
file names articles by the hash of their address and places by code points; it holds no text. A figure is found when a
record overlaps the marked place and has its value. `found` and `missed` in the file tell how it was at marking.

`cost` times `extract_figures` and the encoder on the same articles, in turns, and prints the ratio of each round.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import statistics
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from app.embeddings import open_embedder
from app.embeddings.model_files import DEFAULT_MODEL
from app.figures.reading.extract import EXTRACTOR_VERSION, extract_figures
from app.figures.records import FigureRecord
from app.models import Article, Span
from eval.adapters.rows import read_rows
from eval.benchmarks.ingesting import encode_only
from eval.benchmarks.retrieval import article_of_row
from eval.statistics import mean_estimate

ANNOTATIONS = Path(__file__).parent / "annotations" / "realtimeqa_figures.v1.jsonl"
_HASH_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Marked:
    """A figure marked by hand: where it stands in which text, and its value."""

    url_sha256: str
    text_sha256: str
    span: Span
    value: float
    kind: str


def main() -> None:
    """Measure and print."""
    arguments = _arguments()
    if arguments.what == "recall":
        report = recall_report(read_annotations(ANNOTATIONS), articles_by_hash(arguments.articles_file))
    else:
        rows = islice(read_rows(arguments.articles_file), arguments.articles)
        report = cost_report([article_of_row(row) for row in rows], arguments.rounds)
    print(json.dumps({"extractor": EXTRACTOR_VERSION, **report}, indent=1))


def read_annotations(path: Path) -> list[Marked]:
    """The marked figures, in the order of the file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Marked(r["url_sha256"], r["text_sha256"], Span(*r["span"]), r["value"], r["kind"]) for r in rows]


def articles_by_hash(path: Path) -> dict[str, Article]:
    """The articles of a file by the hash of their address."""
    articles = (article_of_row(row) for row in read_rows(path))
    return {short_hash(article.url): article for article in articles if article.url}


def recall_report(marked: Sequence[Marked], articles: Mapping[str, Article]) -> dict[str, object]:
    """Recall with its 95 % interval, over all and by kind; figures whose text is not there or changed are counted."""
    records = cache(lambda name: extract_figures(articles[name]))
    known = [one for one in marked if _is_there(one, articles)]
    kinds = sorted({one.kind for one in known})
    hits = {one: is_found(one, records(one.url_sha256)) for one in known}
    shown = {"all": known, **{kind: [one for one in known if one.kind == kind] for kind in kinds}}
    return {
        "text_missing": len(marked) - len(known),
        "recall": {name: _share([hits[one] for one in group]) for name, group in shown.items()},
    }


def is_found(one: Marked, records: Iterable[FigureRecord]) -> bool:
    """Whether a record stands at the marked place with its value."""
    return any(
        record.value == one.value
        for record in records
        if record.span.start < one.span.end and one.span.start < record.span.end
    )


def cost_report(articles: Sequence[Article], rounds: int) -> dict[str, object]:
    """Seconds of both and the ratio of each round; below 1, reading figures takes less time than encoding."""
    with tempfile.TemporaryDirectory() as folder:
        embedder = open_embedder(DEFAULT_MODEL, cache_folder=Path(folder))
        encode_only(articles[:2], embedder)
        encoding, reading = [], []
        for _ in range(rounds):
            encoding.append(encode_only(articles, embedder).seconds)
            started = time.perf_counter()
            for article in articles:
                extract_figures(article)
            reading.append(time.perf_counter() - started)
    ratios = [read / encoded for read, encoded in zip(reading, encoding, strict=True)]
    return {
        "articles": len(articles),
        "encoding_seconds": [round(seconds, 2) for seconds in encoding],
        "reading_seconds": [round(seconds, 2) for seconds in reading],
        "reading_over_encoding": round(statistics.median(ratios), 3),
    }


def short_hash(text: str) -> str:
    """The first digits of the SHA-256 of the text."""
    return hashlib.sha256(text.encode()).hexdigest()[:_HASH_DIGITS]


def _is_there(one: Marked, articles: Mapping[str, Article]) -> bool:
    article = articles.get(one.url_sha256)
    return article is not None and short_hash(article.text) == one.text_sha256


def _share(found: Sequence[bool]) -> dict[str, float | int | None]:
    estimate = mean_estimate([[float(hit)] for hit in found])
    rounded = [None if value is None else round(value, 3) for value in (estimate.value, estimate.low, estimate.high)]
    return {"n": estimate.n, "value": rounded[0], "low": rounded[1], "high": rounded[2]}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["recall", "cost"])
    parser.add_argument("articles_file", type=Path)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    main()
