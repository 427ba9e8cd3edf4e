"""The eval commands against the real answerer on the sample articles."""

import json
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from app.errors import EvalError
from app.models import Ask
from app.settings import load_settings
from app.wiring import open_dateline
from eval.commands import app
from eval.dataset import load_dataset
from eval.opening import open_corpus, open_local
from eval.respondents import reply_to
from ingest.pipeline import Ingester
from tests.integration.conftest import SAMPLE, dateline
from tests.unit.eval.builders import case


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run over a few questions, each asked twice."""
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


def test_drafts_come_from_feedback_and_logged_answers(tmp_path: Path) -> None:
    """A rated answer by itself; the newest ones when asked for; the file loads as a dataset."""
    comet = SAMPLE / "markdown" / "comet-will-not-be-bright.md"
    with open_dateline(load_settings(archive=tmp_path / "archive")) as opened:
        Ingester(opened.archive).ingest([str(comet)])
        first = opened.ask(Ask("How bright will the comet be?"))
        opened.ask(Ask("Who found the comet?"))
        opened.archive.feedback.add(first.id, "down", "that is another comet")
    words = ["new", "--archive", str(tmp_path / "archive"), "--out", str(tmp_path / "drafts.jsonl")]
    drafted = []
    for more in ([], ["--last", "10"]):
        assert CliRunner().invoke(app, [*words, *more], catch_exceptions=False).exit_code == 0
        drafted.append({case.question: case for case in load_dataset(tmp_path / "drafts.jsonl").cases})
    assert [set(cases) for cases in drafted] == [
        {"How bright will the comet be?"},
        {"How bright will the comet be?", "Who found the comet?"},
    ]
    assert drafted[1]["How bright will the comet be?"].origin == "down: that is another comet"


def test_drafts_are_made_beside_a_server(sample_archive: Path, base_url: str) -> None:
    """It tells what its readers said."""
    asked = httpx.post(f"{base_url}/v1/ask", json={"question": "Who is the mayor of Karsan?"}).json()
    httpx.post(f"{base_url}/v1/feedback", json={"answer_id": asked["id"], "rating": "up", "comment": "right"})
    done = CliRunner().invoke(app, ["new", "--last", "1", "--archive", str(sample_archive)])
    drafts = {row["id"]: row for row in map(json.loads, done.stdout.splitlines())}
    assert drafts[f"draft-{asked['id']}"]["origin"] == "up: right"


def test_a_server_that_has_the_archive_open_is_asked(sample_archive: Path, base_url: str, tmp_path: Path) -> None:
    """Without being named."""
    words = ["eval", "run", "idlib.v1", "--limit", "1", "--out", str(tmp_path)]
    assert dateline(*words, archive=sample_archive).returncode == 0
    (config,) = tmp_path.glob("idlib.v1/*/config.json")
    assert json.loads(config.read_text())["asked"] == base_url


def test_an_empty_archive_is_not_measured(tmp_path: Path) -> None:
    """It says how to fill it or what to ask instead."""
    with pytest.raises(EvalError, match="--corpus ingest/sample"), open_local(load_settings(archive=tmp_path)):
        pass


def test_as_of_reaches_the_archive() -> None:
    """Nothing retrieved or cited is younger."""
    with open_corpus(load_settings(), [str(SAMPLE / "wire")]) as opened:
        reply = reply_to(case(question="How many Turkish posts are in Idlib?", as_of="2020-01-15"), opened.desk)
    days = [row.published_at for row in (*reply.passages, *reply.answer.citations) if row.published_at]
    assert days
    assert max(days) < "2020-01-16"
