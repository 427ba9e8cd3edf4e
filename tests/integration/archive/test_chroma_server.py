import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.archive.archive import Archive
from app.errors import ArchiveError
from tests.fakes import HashEmbedder
from tests.integration.archive.corpus import articles

EMBEDDER = HashEmbedder()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def chroma_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = free_port()
    chroma = Path(sys.executable).with_name("chroma")
    folder = tmp_path_factory.mktemp("chroma")
    command = [str(chroma), "run", "--path", str(folder), "--host", "127.0.0.1", "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - a fixed command
    wait_for(port)
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    server.wait()


def wait_for(port: int) -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the Chroma server did not start")


def test_vectors_may_live_on_a_chroma_server(chroma_url: str, tmp_path: Path) -> None:
    """Two archives share the server without seeing each other; updates, deletes and restarts work as in a folder."""
    query = EMBEDDER.encode_query("w1 w2 w3")
    with (
        Archive.open(tmp_path / "one", EMBEDDER, chroma_url=chroma_url) as one,
        Archive.open(tmp_path / "two", EMBEDDER, chroma_url=chroma_url) as two,
        Archive.open(tmp_path / "local", EMBEDDER) as local,
    ):
        for archive in (one, local):
            list(archive.add(articles(40)))
            list(archive.add(articles(10, edition="second")))
            archive.delete(articles(1)[0].article_id)
        assert [hit.chunk_id for hit in one.search_vectors(query, 10)] == [
            hit.chunk_id for hit in local.search_vectors(query, 10)
        ]
        assert one.status().in_step
        assert two.status().vectors == 0
    assert not (tmp_path / "one" / "vectors").exists()
    with Archive.open(tmp_path / "one", EMBEDDER, chroma_url=chroma_url) as one:
        assert one.status().in_step
        assert one.status().articles == 39


def test_moving_the_vectors_to_a_server_fills_it(chroma_url: str, tmp_path: Path) -> None:
    """An archive that kept its vectors in the folder is proved, found short, and rebuilt on the server."""
    with Archive.open(tmp_path, EMBEDDER) as archive:
        list(archive.add(articles(20)))
    with Archive.open(tmp_path, EMBEDDER, chroma_url=chroma_url) as archive:
        assert archive.status().in_step


def test_a_server_that_does_not_answer_is_named(tmp_path: Path) -> None:
    """The message has the address and the setting."""
    url = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(ArchiveError, match=rf"{url}.*DATELINE_CHROMA_URL"):
        Archive.open(tmp_path, EMBEDDER, chroma_url=url)
