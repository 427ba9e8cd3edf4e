"""A small dataset as a file."""

from pathlib import Path

import pytest

from eval.dataset import dump_cases
from tests.integration.eval.small_set import CASES


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    path = tmp_path / "small.v1.jsonl"
    path.write_text(dump_cases(CASES), encoding="utf-8")
    return path
