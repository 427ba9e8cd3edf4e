"""The vector index: Chroma, inside this process or on a server; ids and vectors only, no documents, no filters."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from app.archive.failures import explained
from app.archive.hnsw_files import torn_file
from app.archive.protocols import REINDEX_HINT, Hit, Indexable, Removal
from app.errors import ArchiveDamaged

if TYPE_CHECKING:
    import httpx
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

_SAME_TEXT = 0.999
"""Cosine of a stored vector with itself, less what half precision and the index's own rounding cost."""


class ChromaPlace(Protocol):
    """Where a Chroma database is."""

    def connect(self) -> ClientAPI: ...
    def close(self, client: ClientAPI) -> None:
        """Let go of the client's files, connections and threads."""
        ...

    def forget(self, client: ClientAPI | None, collection: str) -> None:
        """Remove the collection, also when it cannot be read."""
        ...

    def explained(self) -> AbstractContextManager[None]:
        """Turns what Chroma raises into archive errors."""
        ...


class ChromaVectors:
    """Implements ``VectorIndex`` on one Chroma collection.

    Args:
        place: a folder or a server.
        collection: its name; every archive has one of its own, also on a shared server.
        made_with: model, fingerprint, dimension and chunker, recorded as the collection's metadata.
    """

    name = "vectors"

    def __init__(self, place: ChromaPlace, collection: str, made_with: Mapping[str, str | int]) -> None:
        self._place = place
        self._collection_name = collection
        self._made_with = dict(made_with)
        self._client: ClientAPI | None = None
        self._opened: Collection | None = None

    def open(self) -> None:
        with self._place.explained():
            self._client = self._client or self._place.connect()
            self._opened = self._client.get_or_create_collection(
                self._collection_name, embedding_function=None, metadata=self._made_with, configuration={"hnsw": HNSW}
            )
        if self._opened.metadata != self._made_with:
            raise ArchiveDamaged(
                f"The vectors were made with {self._opened.metadata}, not {self._made_with}.",
                hint=REINDEX_HINT,
            )

    def upsert(self, versions: Sequence[Indexable]) -> None:
        ids = [identifier for version in versions for identifier in version.chunk_ids]
        if not ids:
            return
        vectors = np.concatenate([version.vectors for version in versions if version.spans])
        with self._place.explained():
            for part in _parts(len(ids)):
                self._collection.upsert(ids=ids[part], embeddings=vectors[part])

    def delete(self, removals: Sequence[Removal]) -> None:
        ids = [identifier for removal in removals for identifier in removal.chunk_ids]
        with self._place.explained():
            for part in _parts(len(ids)):
                self._collection.delete(ids=ids[part])

    def count(self) -> int:
        with self._place.explained():
            return self._collection.count()

    def search(self, vector: NDArray[np.float32], k: int) -> list[Hit]:
        with self._place.explained():
            found = self._collection.query(query_embeddings=vector, n_results=k, include=["distances"])
        distances = found["distances"] or [[]]
        return [
            Hit(identifier, 1.0 - distance) for identifier, distance in zip(found["ids"][0], distances[0], strict=True)
        ]

    def finds(self, version: Indexable) -> bool:
        return not version.spans or any(hit.score >= _SAME_TEXT for hit in self.search(version.vectors[0], 1))

    def clear(self) -> None:
        self._place.forget(self._client, self._collection_name)
        self._client = self._opened = None
        self.open()

    def close(self) -> None:
        if self._client is not None:
            self._place.close(self._client)
            self._client = self._opened = None

    @property
    def _collection(self) -> Collection:
        if self._opened is None:
            raise ArchiveDamaged(f"The vectors in {self._collection_name} are not open.", hint=REINDEX_HINT)
        return self._opened


class ChromaFolder:
    """Chroma inside this process.

    Args:
        folder: its files; made when it does not exist.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def connect(self) -> ClientAPI:
        import chromadb  # noqa: PLC0415 - half a second of imports that only an opened archive pays for
        from chromadb.api.shared_system_client import SharedSystemClient  # noqa: PLC0415
        from chromadb.config import Settings  # noqa: PLC0415
        from chromadb.errors import ChromaError  # noqa: PLC0415

        torn = torn_file(self._folder)
        if torn is not None:
            raise ArchiveDamaged(f"The vector file {torn} is cut off.", hint=REINDEX_HINT)
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            return chromadb.PersistentClient(str(self._folder), settings=Settings(anonymized_telemetry=False))
        except ChromaError:
            SharedSystemClient.clear_system_cache()  # or the next client of this folder is given the half-made one
            raise

    def close(self, client: ClientAPI) -> None:
        _close(client)

    def forget(self, client: ClientAPI | None, collection: str) -> None:
        if client is not None:
            self.close(client)
        with self.explained():
            if self._folder.exists():
                shutil.rmtree(self._folder)

    def explained(self) -> AbstractContextManager[None]:
        from chromadb.errors import ChromaError  # noqa: PLC0415

        return explained(self._folder, ChromaError, OSError, ValueError, hint=REINDEX_HINT)


class ChromaServer:
    """A Chroma server, on loopback or a private network: it has no authentication of its own.

    Args:
        url: ``http(s)://host:port``.
    """

    def __init__(self, url: str) -> None:
        self._url = url

    def connect(self) -> ClientAPI:
        import chromadb  # noqa: PLC0415
        from chromadb.config import Settings  # noqa: PLC0415

        parts = urlsplit(self._url)
        secure = parts.scheme == "https"
        return chromadb.HttpClient(
            host=parts.hostname or "localhost",
            port=parts.port or (443 if secure else 8000),
            ssl=secure,
            settings=Settings(anonymized_telemetry=False),
        )

    def close(self, client: ClientAPI) -> None:
        # Chroma's own close() leaves the connections open that it and its inner client hold (1.5.9).
        inner: ClientAPI = client._admin_client  # type: ignore[attr-defined]
        for holder in (client, inner):
            session: httpx.Client = holder._server._session  # type: ignore[attr-defined]
            session.close()
        _close(client)

    def forget(self, client: ClientAPI | None, collection: str) -> None:
        with self.explained():
            client = client or self.connect()
            if collection in [found.name for found in client.list_collections()]:
                client.delete_collection(collection)
            self.close(client)

    def explained(self) -> AbstractContextManager[None]:
        import httpx  # noqa: PLC0415
        from chromadb.errors import ChromaError  # noqa: PLC0415

        hint = f"Check that the Chroma server at {self._url} runs, or unset DATELINE_CHROMA_URL."
        return explained(self._url, ChromaError, httpx.HTTPError, OSError, ValueError, hint=hint)


def _close(client: ClientAPI) -> None:
    close: Callable[[], None] = client.close  # type: ignore[attr-defined]  # only the class behind it declares it
    close()


def _parts(total: int) -> Iterator[slice]:
    return (slice(start, start + BATCH) for start in range(0, total, BATCH))
