"""The usual recipes that Dateline's retrieval is measured against; each gives ranked passages for a question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import tantivy
from langchain_core.embeddings import Embeddings

from app.embeddings.model_files import DEFAULT_MODEL, find_model
from app.models import Passage
from eval.adapters.rows import Row

if TYPE_CHECKING:
    from langchain_chroma import Chroma

Search = Callable[[str], list[Passage]]

TOP_K = 20
BATCH = 500


def _huggingface() -> Embeddings:
    from langchain_huggingface import HuggingFaceEmbeddings

    return HuggingFaceEmbeddings(model_name=str(find_model(DEFAULT_MODEL).folder))


class Piece(NamedTuple):
    """A stock chunk and the page it comes from."""

    text: str
    url: str


def stock_pieces(pages: Sequence[Row]) -> list[Piece]:
    """``RecursiveCharacterTextSplitter`` with 1,000 characters and 200 of overlap over the text of each page."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
    return [Piece(text, str(page["url"])) for page in pages for text in splitter.split_text(str(page["text"]))]


def langchain_search(pieces: Sequence[Piece], folder: Path, embeddings: Embeddings | None = None) -> Search:
    """all-MiniLM-L6-v2 through langchain-huggingface, Chroma through langchain-chroma, both with their defaults.

    Args:
        pieces: what is searched.
        folder: keeps the store; what is there already is not encoded again.
        embeddings: the same model by another backend, where torch would take an hour; None is langchain-huggingface.
    """
    store = stored_pieces(pieces, folder, embeddings)

    def search(question: str) -> list[Passage]:
        found = store.similarity_search(question, k=TOP_K)
        return [_passage(document.page_content, str(document.metadata["url"])) for document in found]

    return search


def stored_pieces(pieces: Sequence[Piece], folder: Path, embeddings: Embeddings | None = None) -> Chroma:
    """The store of ``langchain_search``, filled."""
    from langchain_chroma import Chroma

    embeddings = embeddings or _huggingface()
    store = Chroma(embedding_function=embeddings, persist_directory=str(folder))
    for start, batch in _batches(pieces, len(store.get(include=[])["ids"])):
        metadatas: list[dict[str, Any]] = [{"url": piece.url} for piece in batch]
        store.add_texts([piece.text for piece in batch], metadatas, ids=[str(start + n) for n in range(len(batch))])
        print(f"LangChain: {start + len(batch)} of {len(pieces)} chunks stored", flush=True)
    return store


def bm25_search(pieces: Sequence[Piece]) -> Search:
    """tantivy over the same chunks with its English stemmer: BM25 and nothing else."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", tokenizer_name="en_stem")
    builder.add_integer_field("place", fast=True)
    index = tantivy.Index(builder.build())
    writer = index.writer(heap_size=64_000_000, num_threads=1)
    for place, piece in enumerate(pieces):
        writer.add_document(tantivy.Document(text=piece.text, place=place))
    writer.commit()
    index.reload()

    def search(question: str) -> list[Passage]:
        searcher = index.searcher()
        words = " ".join(re.findall(r"\w+", question)).lower()
        hits = searcher.search(index.parse_query(words, ["text"]), TOP_K).hits
        places = searcher.fast_field_values("place", [address for _, address in hits])
        return [_passage(*pieces[int(place or 0)]) for place in places]

    return search


def _batches(pieces: Sequence[Piece], done: int) -> Iterator[tuple[int, Sequence[Piece]]]:
    for start in range(done, len(pieces), BATCH):
        yield start, pieces[start : start + BATCH]


def _passage(text: str, url: str) -> Passage:
    return Passage(url, 0, 0, len(text), text, "", None, url, None, 0.0)
