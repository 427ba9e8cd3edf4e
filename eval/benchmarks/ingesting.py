"""How fast articles are stored: against the bare encoder, and against the usual LangChain recipe.

    python -m eval.benchmarks.ingesting ARTICLES.jsonl[.gz] [--articles 200] [--rounds 3] [--out FILE]

Each round times, on the same articles: the bare encoder on Dateline's chunks, `dateline ingest` into an empty archive,
and RecursiveCharacterTextSplitter(1000/200) + all-MiniLM-L6-v2 through langchain-huggingface + langchain-chroma into an
empty folder. Prints the median of each, and the ratios of every round's pair. Stock chunks are about three times as
long as ours, so articles per second is the fair comparison; chunks per second is printed beside it.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from app.archive.archive import Archive
from app.archive.chunking import chunk_article, embedded_text
from app.embeddings import open_embedder
from app.embeddings.model_files import DEFAULT_MODEL, find_model
from app.embeddings.protocol import Embedder
from app.figures.reading.extract import extract_figures
from app.models import Article
from eval.adapters.rows import read_rows
from eval.benchmarks.retrieval import article_of_row


class Speed(NamedTuple):
    """One timed run."""

    chunks: int
    articles: int
    seconds: float

    @property
    def chunks_per_second(self) -> float:
        return self.chunks / self.seconds

    @property
    def articles_per_second(self) -> float:
        return self.articles / self.seconds


def main() -> None:
    """Measure and print."""
    arguments = _arguments()
    articles = [article_of_row(row) for row in islice(read_rows(arguments.articles_file), arguments.articles)]
    with tempfile.TemporaryDirectory() as folder:
        embedder = open_embedder(DEFAULT_MODEL, cache_folder=Path(folder))
        contestants: dict[str, Callable[[], Speed]] = {
            "bare_encoder": lambda: encode_only(articles, embedder),
            "dateline": lambda: ingest(articles, embedder, Path(tempfile.mkdtemp(dir=folder))),
            "langchain": langchain_recipe(articles, Path(folder)),
        }
        rounds = [{name: run() for name, run in contestants.items()} for _ in range(arguments.rounds)]
    text = json.dumps(_report(rounds), indent=1)
    print(text)
    if arguments.out:
        arguments.out.write_text(text + "\n", encoding="utf-8")


def encode_only(articles: Sequence[Article], embedder: Embedder) -> Speed:
    """The encoder alone, on the texts that ingest would hand it."""
    texts = [
        embedded_text(article, chunk)
        for article in articles
        for chunk in chunk_article(article, embedder.count_tokens, max_tokens=embedder.max_tokens)
    ]
    started = time.perf_counter()
    embedder.encode(texts)
    return Speed(len(texts), len(articles), time.perf_counter() - started)


def ingest(articles: Sequence[Article], embedder: Embedder, folder: Path) -> Speed:
    """Everything ingest does, into an empty archive: chunks, figures, vectors, three stores."""
    archive = Archive.open(folder, embedder, extract=extract_figures)
    try:
        started = time.perf_counter()
        chunks = sum(added.chunks for added in archive.add(articles))
        return Speed(chunks, len(articles), time.perf_counter() - started)
    finally:
        archive.close()


def langchain_recipe(articles: Sequence[Article], folder: Path) -> Callable[[], Speed]:
    """The usual recipe with its defaults; loading the model is not timed."""
    from langchain_chroma import Chroma  # heavy, and only the rival needs them
    from langchain_huggingface import HuggingFaceEmbeddings
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    embeddings = HuggingFaceEmbeddings(model_name=str(find_model(DEFAULT_MODEL).folder))
    splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)

    def run() -> Speed:
        store = Chroma(embedding_function=embeddings, persist_directory=tempfile.mkdtemp(dir=folder))
        started = time.perf_counter()
        documents = splitter.create_documents([article.text for article in articles])
        for start in range(0, len(documents), 1_000):
            store.add_documents(documents[start : start + 1_000])
        return Speed(len(documents), len(articles), time.perf_counter() - started)

    return run


def _report(rounds: list[dict[str, Speed]]) -> dict[str, object]:
    def median(pick: Callable[[dict[str, Speed]], float]) -> float:
        return round(statistics.median(pick(row) for row in rounds), 2)

    return {
        "rounds": len(rounds),
        "articles": rounds[0]["dateline"].articles,
        "chunks_per_second": {name: median(_picked(name, "chunks_per_second")) for name in rounds[0]},
        "articles_per_second": {name: median(_picked(name, "articles_per_second")) for name in rounds[0]},
        "of_bare_encoder": median(
            lambda row: row["dateline"].chunks_per_second / row["bare_encoder"].chunks_per_second
        ),
        "times_langchain_articles": median(
            lambda row: row["dateline"].articles_per_second / row["langchain"].articles_per_second
        ),
        "times_langchain_chunks": median(
            lambda row: row["dateline"].chunks_per_second / row["langchain"].chunks_per_second
        ),
    }


def _picked(name: str, rate: str) -> Callable[[dict[str, Speed]], float]:
    return lambda row: float(getattr(row[name], rate))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles_file", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--out", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    main()
