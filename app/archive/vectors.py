"""The vector index: Chroma, inside this process or on a server; ids and vectors only, no documents, no filters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from app.archive.protocols import Hit, Indexable, Removal
from app.errors import ArchiveMismatch

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.collection_configuration import CreateHNSWConfiguration
    from chromadb.api.models.Collection import Collection

BATCH = 1_000
HNSW: CreateHNSWConfiguration = {
    "space": "cosine",
    "max_neighbors": 32,
    "ef_construction": 200,
    "ef_search": 200,
}


class ChromaVectors:
    """Implements ``VectorIndex`` on one Chroma collection.

    Args:
        client: an embedded or an HTTP client.
        name: the collection's; one archive has one of its own, also on a shared server.
        made_with: model, fingerprint, dimension and chunker, recorded as the collection's metadata.

    Raises:
        ArchiveMismatch: the collection was made with something else.
    """

    def __init__(self, client: ClientAPI, name: str, made_with: Mapping[str, str | int]) -> None:
        self._client = client
        self._name = name
        self._made_with = dict(made_with)
        self._collection = self._open()

    def upsert(self, versions: Sequence[Indexable]) -> None:
        ids = [identifier for version in versions for identifier in version.chunk_ids]
        if not ids:
            return
        vectors = np.concatenate([version.vectors for version in versions])
        for part in _parts(len(ids)):
            self._collection.upsert(ids=ids[part], embeddings=vectors[part])

    def delete(self, removals: Sequence[Removal]) -> None:
        ids = [identifier for removal in removals for identifier in removal.chunk_ids]
        for part in _parts(len(ids)):
            self._collection.delete(ids=ids[part])

    def count(self) -> int:
        return self._collection.count()

    def search(self, vector: NDArray[np.float32], k: int) -> list[Hit]:
        found = self._collection.query(query_embeddings=vector, n_results=k, include=["distances"])
        distances = found["distances"] or [[]]
        return [
            Hit(identifier, 1.0 - distance) for identifier, distance in zip(found["ids"][0], distances[0], strict=True)
        ]

    def clear(self) -> None:
        self._client.delete_collection(self._name)
        self._collection = self._open()

    def close(self) -> None:
        close: Callable[[], None] = self._client.close  # type: ignore[attr-defined]  # missing from the declared class
        close()

    def _open(self) -> Collection:
        collection = self._client.get_or_create_collection(
            self._name, embedding_function=None, metadata=self._made_with, configuration={"hnsw": HNSW}
        )
        recorded = collection.metadata or {}
        if recorded != self._made_with:
            raise ArchiveMismatch(
                f"The vectors were made with {_spelled(recorded)}, but this is {_spelled(self._made_with)}.",
                hint="Run dateline reindex to rebuild them, or name the model they were made with.",
            )
        return collection


def embedded_client(folder: Path) -> ClientAPI:
    """Chroma inside this process, its files in ``folder``."""
    import chromadb  # noqa: PLC0415 - half a second of imports that nobody pays for until an archive is opened
    from chromadb.config import Settings  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    return chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))


def server_client(url: str) -> ClientAPI:
    """A Chroma server at ``http(s)://host:port``."""
    import chromadb  # noqa: PLC0415
    from chromadb.config import Settings  # noqa: PLC0415

    parts = urlsplit(url)
    secure = parts.scheme == "https"
    return chromadb.HttpClient(
        host=parts.hostname or "localhost",
        port=parts.port or (443 if secure else 8000),
        ssl=secure,
        settings=Settings(anonymized_telemetry=False),
    )


def _parts(total: int) -> Iterator[slice]:
    return (slice(start, start + BATCH) for start in range(0, total, BATCH))


def _spelled(made_with: Mapping[str, object]) -> str:
    return ", ".join(f"{name} {value}" for name, value in sorted(made_with.items())) or "an unknown model"
