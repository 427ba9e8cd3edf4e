import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.archive.archive import Archive
from app.errors import ArchiveDamaged
from tests.fakes import HashEmbedder
from tests.integration.archive.corpus import articles

EMBEDDER = HashEmbedder()


def cut(pattern: str, keep: float | int) -> Callable[[Path], None]:
    """Leave only the first bytes (int) or share (float) of every file that matches."""

    def damage(folder: Path) -> None:
        files = list(folder.glob(pattern))
        assert files
        for file in files:
            os.truncate(file, int(file.stat().st_size * keep) if isinstance(keep, float) else keep)

    return damage


def remove(pattern: str) -> Callable[[Path], None]:
    """Delete every file or folder that matches."""

    def damage(folder: Path) -> None:
        found = list(folder.glob(pattern))
        assert found
        for path in found:
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    return damage


DAMAGE = {
    "vectors deleted": remove("vectors"),
    "Chroma's database empty": cut("vectors/chroma.sqlite3", 0),
    "Chroma's database cut": cut("vectors/chroma.sqlite3", 0.5),
    "HNSW deleted": remove("vectors/*-*"),
    "HNSW header cut": cut("vectors/*-*/header.bin", 50),
    "HNSW vectors cut": cut("vectors/*-*/data_level0.bin", 0.5),
    "HNSW links cut": cut("vectors/*-*/link_lists.bin", 0.5),
    "HNSW names cut": cut("vectors/*-*/index_metadata.pickle", 50),
    "words deleted": remove("words"),
    "words' list of segments deleted": remove("words/meta.json"),
    "words' list of segments empty": cut("words/meta.json", 0),
    "words cut": cut("words/*.idx", 0.5),
    "words' numbers deleted": remove("words/*.fast"),
    "words of another version": lambda folder: (folder / "words" / "version").write_text("words.v0"),
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    with Archive.open(folder, EMBEDDER) as archive:
        list(archive.add(articles(300)))
    return folder


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_index_is_rebuilt_at_start(whole: Path, tmp_path: Path, name: str) -> None:
    """Whatever happened to an index, the archive opens in step and finds what it found before."""
    query = EMBEDDER.encode_query("w1 w2 w3 report")
    with Archive.open(whole, EMBEDDER) as archive:
        expected = archive.search_vectors(query, 5), archive.search_words("w1 w2 w77", 5)
    folder = tmp_path / "damaged"
    shutil.copytree(whole, folder)
    DAMAGE[name](folder)
    with Archive.open(folder, EMBEDDER) as archive:
        assert archive.status().in_step
        assert [hit.chunk_id for hit in archive.search_vectors(query, 5)] == [hit.chunk_id for hit in expected[0]]
        assert archive.search_words("w1 w2 w77", 5) == expected[1]


def test_vectors_that_lost_a_part_are_rebuilt(whole: Path, tmp_path: Path) -> None:
    """A count that disagrees is enough."""
    folder = tmp_path / "short"
    shutil.copytree(whole, folder)
    with Archive.open(folder, EMBEDDER) as archive:
        lost = [hit.chunk_id for hit in archive.search_vectors(EMBEDDER.encode_query("w1"), 7)]
        archive._parts.vectors._collection.delete(ids=lost)
    with Archive.open(folder, EMBEDDER) as archive:
        assert archive.status().in_step


@pytest.mark.parametrize(
    "damage", [cut("dateline.sqlite", 0.5), lambda f: (f / "dateline.sqlite").write_bytes(b"x" * 9_000)]
)
def test_a_damaged_database_is_refused_with_what_to_do(
    whole: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    """The truth cannot be rebuilt; the message names the file."""
    folder = tmp_path / "lost"
    shutil.copytree(whole, folder)
    damage(folder)
    with pytest.raises(ArchiveDamaged, match=r"dateline\.sqlite.*backup"):
        Archive.open(folder, EMBEDDER)
