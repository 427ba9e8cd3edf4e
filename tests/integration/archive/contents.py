"""Everything an archive holds, in a form that two archives can be compared by."""

import sqlite3
from pathlib import Path
from typing import Any

import chromadb
import tantivy
from chromadb.config import Settings

TABLES = ("versions", "chunks", "vectors", "figures", "outbox")


def rows(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the tables that articles are kept in."""
    connection = sqlite3.connect(folder / "dateline.sqlite")
    found = {name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall()) for name in TABLES}  # noqa: S608
    connection.close()
    return found


def vectors(folder: Path) -> dict[str, tuple[float, ...]]:
    """Chunk id to vector, as Chroma has them."""
    client = chromadb.PersistentClient(str(folder / "vectors"), settings=Settings(anonymized_telemetry=False))
    (collection,) = client.list_collections()
    held = collection.get(include=["embeddings"])
    client.close()
    assert held["embeddings"] is not None
    return {name: tuple(map(float, vector)) for name, vector in zip(held["ids"], held["embeddings"], strict=True)}


def words(folder: Path) -> list[tuple[Any, ...]]:
    """Row and span of every chunk, as tantivy has them."""
    searcher = tantivy.Index.open(str(folder / "words")).searcher()
    places = [place for _, place in searcher.search(tantivy.Query.all_query(), limit=100_000).hits]
    return sorted(zip(*(searcher.fast_field_values(name, places) for name in ("row", "start", "stop")), strict=True))
