"""The eval commands against the real answerer on the sample articles."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.settings import load_settings
from eval.commands import app
from eval.opening import open_corpus
from eval.respondents import reply_to
from tests.integration.conftest import SAMPLE
from tests.unit.eval.builders import case


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run over a few mission questions, each asked twice."""
    out = tmp_path_factory.mktemp("runs")
    words = ["run", "idlib.v1", "--corpus", str(SAMPLE), "--limit", "4", "--twice", "--out", str(out)]
    result = CliRunner().invoke(app, words, catch_exceptions=False)
    assert result.exit_code == 0
    (run,) = (out / "idlib.v1").iterdir()
    return run


def test_quotes_are_verbatim_and_answers_repeat(folder: Path) -> None:
    """The two promises that no threshold may lower."""
    metrics = json.loads((folder / "summary.json").read_text())["metrics"]
    assert metrics["quote_verbatim"]["value"] == 1.0
    assert metrics["same_again"]["value"] == 1.0
    assert all(estimate["unscored"] == 0 for estimate in metrics.values())


def test_the_report_says_what_was_asked(folder: Path) -> None:
    """Hashes of code and corpus, the model, settings without secrets and without folders of this machine."""
    config = json.loads((folder / "config.json").read_text())
    assert len(config["corpus_sha256"]) == len(config["code_sha256"]) == 64
    assert config["embedding"]["model"]
    assert config["settings"]["api_key"] is None
    assert "archive" not in config["settings"]


def test_the_same_articles_make_the_same_archive() -> None:
    """Wherever it lies, so that an interrupted run over a fresh archive carries on."""
    facts = []
    for _ in range(2):
        with open_corpus(load_settings(), [str(SAMPLE / "markdown" / "comet-will-not-be-bright.md")]) as opened:
            facts.append(opened.facts)
    assert facts[0] == facts[1]


def test_as_of_reaches_the_archive() -> None:
    """Nothing retrieved or cited is younger."""
    with open_corpus(load_settings(), [str(SAMPLE)]) as opened:
        reply = reply_to(case(question="How many Turkish posts are in Idlib?", as_of="2020-01-15"), opened.desk)
    days = [row.published_at for row in (*reply.passages, *reply.answer.citations) if row.published_at]
    assert days
    assert max(days) < "2020-01-16"
