from pathlib import Path

import pytest

from app.embeddings import Embedder, open_embedder


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for converted models, shared by a run."""
    return tmp_path_factory.mktemp("models")


@pytest.fixture(scope="session")
def minilm(cache_folder: Path) -> Embedder:
    """The default model with the backend chosen for this machine."""
    return open_embedder("all-MiniLM-L6-v2", cache_folder=cache_folder)
