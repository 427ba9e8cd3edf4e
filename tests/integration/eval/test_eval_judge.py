"""The judge through the configured chat model: a real llama.cpp server with a very small model."""

import json
from pathlib import Path

import pytest

from app.errors import EvalError
from tests.integration.eval.scripted_server import scripted_server
from tests.integration.eval.small_set import ANSWERS, invoke, only_run


def test_a_small_model_judges_and_is_read_strictly(
    dataset: Path,
    model_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Every verdict is one of the three words or unscored; its spread is told; no metric and no gate changes."""
    monkeypatch.setenv("DATELINE_CHAT_BASE_URL", model_url)
    monkeypatch.setenv("DATELINE_CHAT_MAX_TOKENS", "64")
    with scripted_server(ANSWERS) as (url, _):
        words = ["run", str(dataset), "--server", url, "--out", str(tmp_path / "runs"), "--json"]
        _, plain, _ = invoke(*words[:-2], str(tmp_path / "plain"), "--json")
        code, judged, _ = invoke(*words, "--judge", "--judge-repeats", "2")
    assert code == 0
    metrics = [json.loads(printed)[0]["metrics"] for printed in (plain, judged)]
    assert metrics[0] == metrics[1]
    folder = only_run(tmp_path / "runs")
    found = json.loads((folder / "judge.json").read_text())
    assert (found["model"], found["repeats"]) == ("SmolLM2-135M-Instruct.Q4_1", 2)
    assert found["prompt"].startswith("judge.v1@")
    assert set(found["verdicts"]) == {"right", "wrong", "none"}
    assert {word for row in found["verdicts"].values() for word in row} <= {"right", "partly", "wrong", None}
    unreadable = sum(not any(row) for row in found["verdicts"].values())
    assert {share["unscored"] for share in found["shares"].values()} == {unreadable}
    assert "SmolLM2" in (folder / "report.html").read_text()


def test_without_a_chat_model_there_is_no_judge(dataset: Path, tmp_path: Path) -> None:
    """It is said before anybody is asked."""
    with pytest.raises(EvalError, match="DATELINE_CHAT_MODEL"):
        invoke("run", str(dataset), "--server", "http://127.0.0.1:9", "--out", str(tmp_path), "--judge")
