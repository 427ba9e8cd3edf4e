"""The eval commands against a real HTTP server with written-down answers."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.errors import EvalError
from app.settings import Settings
from eval.dataset import dump_cases, load_dataset
from eval.opening import open_server
from eval.respondents import reply_to
from tests.integration.eval.scripted_server import scripted_server
from tests.integration.eval.small_set import ANSWERS, CASES, invoke, only_run
from tests.unit.eval.builders import answer, case


def test_a_run_writes_everything_and_prints_the_numbers(dataset: Path, tmp_path: Path) -> None:
    """Config, results, passages, timings, summary and both reports; no secret folder in any."""
    with scripted_server(ANSWERS) as (url, _):
        code, printed, told = invoke("run", str(dataset), "--server", url, "--out", str(tmp_path / "runs"), "--twice")
    folder = only_run(tmp_path / "runs")
    assert code == 0
    assert "answer_contains" in printed
    assert "1 of 3 cases fail." in printed
    assert "report.html" in told
    assert {path.name for path in folder.iterdir()} == {
        "config.json",
        "results.jsonl",
        "passages.jsonl",
        "timings.jsonl",
        "summary.json",
        "summary.md",
        "report.html",
    }
    config = json.loads((folder / "config.json").read_text())
    assert config["archive"] == {"articles": 1, "version": 7}
    assert config["dataset"] == {"name": "small.v1", "sha256": load_dataset(dataset).sha256, "cases": 3}
    assert config["writers_seen"] == ["extractive"]
    assert all("/secret" not in path.read_text() for path in folder.iterdir())


def test_questions_on_other_articles_are_told_from_wrong_answers(dataset: Path, tmp_path: Path) -> None:
    """Asked of the wrong archive, every case fails; of the right one, nothing is said."""
    other = tmp_path / "other.v1.jsonl"
    other.write_text(dump_cases([case("a", citations=[{"article_id": "elsewhere", "quote": "40 posts"}])]))
    with scripted_server(ANSWERS) as (url, _):
        _, wrong, _ = invoke("run", str(other), "--server", url, "--out", str(tmp_path / "a"))
        _, right, _ = invoke("run", str(dataset), "--server", url, "--out", str(tmp_path / "b"))
    assert "does this archive hold the articles" in " ".join(wrong.split())
    assert "does this archive" not in " ".join(right.split())


def test_json_output_is_nothing_but_json(dataset: Path, tmp_path: Path) -> None:
    """Progress and paths go elsewhere."""
    with scripted_server(ANSWERS) as (url, _):
        _, printed, _ = invoke("run", str(dataset), "--server", url, "--out", str(tmp_path / "runs"), "--json")
    (summary,) = json.loads(printed)
    assert summary["metrics"]["answer_contains"]["value"] == 0.5
    assert summary["metrics"]["quote_verbatim"] == {
        "value": 1.0,
        "low": 1.0,
        "high": 1.0,
        "n": 2,
        "cases": 2,
        "unscored": 0,
    }
    assert summary["failing"] == {"wrong": ["answer_contains"]}


def test_limits_reach_the_server(tmp_path: Path) -> None:
    """as_of, writer and conversation; what is not set is not sent."""
    asked = case(as_of="2020-01-15", conversation=("Where?",))
    with scripted_server({}) as (url, bodies), open_server(url, Settings()) as opened:
        reply_to(asked, opened.desk, writer="extractive")
    first, second, search = bodies
    assert first["conversation_id"] == second["conversation_id"]
    assert (first["question"], second["question"]) == ("Where?", asked.question)
    assert {"as_of": "2020-01-15", "writer": "extractive"}.items() <= second.items()
    assert search == {"question": asked.question, "top_k": 20, "as_of": "2020-01-15"}


def test_a_case_the_server_breaks_on_is_unscored(tmp_path: Path) -> None:
    """With the server's own words."""
    path = tmp_path / "small.v1.jsonl"
    path.write_text(dump_cases([*CASES, case("bad", question="broken?")]), encoding="utf-8")
    with scripted_server(ANSWERS) as (url, _):
        _, printed, _ = invoke("run", str(path), "--server", url, "--out", str(tmp_path / "runs"), "--json")
    assert json.loads(printed)[0]["metrics"]["answer_contains"]["unscored"] == 1
    rows = [json.loads(line) for line in (only_run(tmp_path / "runs") / "results.jsonl").read_text().splitlines()]
    assert rows[3]["failure"].startswith("/v1/ask answered 500: The archive is on fire.")


def test_nobody_at_the_address_is_one_sentence(dataset: Path, tmp_path: Path) -> None:
    """And nothing is written."""
    with pytest.raises(EvalError, match="Is the server running there"):
        invoke("run", str(dataset), "--server", "http://127.0.0.1:9", "--out", str(tmp_path / "runs"))
    assert not (tmp_path / "runs").exists()


def test_the_gate_exits_1_with_a_sentence(dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And 0 when the thresholds are met."""
    monkeypatch.setattr("eval.commands.read_thresholds", lambda: {"small.v1": {"answer_contains": 0.9}})
    with scripted_server(ANSWERS) as (url, _):
        code, _, told = invoke("run", str(dataset), "--server", url, "--out", str(tmp_path / "a"), "--gate")
        assert code == 1
        assert "answer_contains on small.v1 was 0.50 (n=2); thresholds.toml requires 0.90" in told
        code, _, _ = invoke(
            "run", str(dataset), "--server", url, "--out", str(tmp_path / "b"), "--gate", "--limit", "1"
        )
        assert code == 0


def test_a_real_interrupt_ends_at_once_and_the_same_command_finishes(tmp_path: Path) -> None:
    """A signal, as a terminal sends it; what was asked before is not asked again."""
    path = tmp_path / "slow.v1.jsonl"
    path.write_text(dump_cases([case(f"c{i}", question=f"slow {i}?") for i in range(30)]), encoding="utf-8")
    with scripted_server({}) as (url, bodies):
        words = ["eval", "run", str(path), "--server", url, "--out", str(tmp_path / "runs")]
        command = [sys.executable, "-m", "app.cli", *words]
        # A job in the background ignores the signal, and so would what it starts.
        handler_before = signal.signal(signal.SIGINT, signal.default_int_handler)
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603  # our own command
            while len(bodies) < 6:
                time.sleep(0.01)
            process.send_signal(signal.SIGINT)
            _, told = process.communicate(timeout=30)
        signal.signal(signal.SIGINT, handler_before)
        assert (process.returncode, "the same command carries on" in told) == (130, True)
        asked = {body["question"] for body in bodies}
        assert len(asked) < 30
        bodies.clear()
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    assert {body["question"] for body in bodies} == {f"slow {i}?" for i in range(30)} - asked


def test_compare_takes_folders_of_baselines_and_runs(dataset: Path, tmp_path: Path) -> None:
    """The newest run of each dataset that both hold."""
    other = dataset.with_name("other.v1.jsonl")
    other.write_text(dump_cases(CASES[:1]), encoding="utf-8")
    runs, baselines = str(tmp_path / "runs"), str(tmp_path / "baselines")
    with scripted_server(ANSWERS) as (url, _):
        words = ["run", str(dataset), str(other), "--server", url, "--out", runs]
        invoke(*words, "--baselines", baselines)
    (together,) = (tmp_path / "runs" / "all").iterdir()
    assert json.loads((together / "summary.json").read_text())["cases"] == 4
    assert (together / "report.html").exists()
    with scripted_server({}) as (url, _):
        invoke("run", str(dataset), "--server", url, "--out", str(tmp_path / "worse"))
    assert "4 cases in both; 4 answers identical" in invoke("compare", baselines, runs)[1]
    assert "Broken: 1" in invoke("compare", baselines, str(tmp_path / "worse"))[1]
    with pytest.raises(EvalError, match="holds no run"):
        invoke("compare", baselines, str(tmp_path / "nowhere"))


def test_compare_shows_what_flipped(dataset: Path, tmp_path: Path) -> None:
    """From wrong to right, with both answers."""
    better = ANSWERS | {"How many towns?": answer("41", standalone_question="How many towns?")}
    for name, answers in (("a", ANSWERS), ("b", better)):
        with scripted_server(answers) as (url, _):
            invoke("run", str(dataset), "--server", url, "--out", str(tmp_path / name))
    runs = [str(only_run(tmp_path / name)) for name in ("a", "b")]
    _, printed, _ = invoke("compare", *runs)
    assert "2 answers identical" in printed
    assert "Mended: 1" in printed
    assert "after:  41 [1]." in printed
    _, as_json, _ = invoke("compare", *runs, "--json")
    assert json.loads(as_json)["mended"][0]["case_id"] == "wrong"


def test_report_rescores_without_asking(dataset: Path, tmp_path: Path) -> None:
    """The server is gone."""
    with scripted_server(ANSWERS) as (url, _):
        invoke("run", str(dataset), "--server", url, "--out", str(tmp_path / "runs"))
    folder = only_run(tmp_path / "runs")
    before = (folder / "summary.json").read_text()
    (folder / "report.html").unlink()
    code, printed, _ = invoke("report", str(folder), "--rescore")
    assert (code, (folder / "summary.json").read_text()) == (0, before)
    assert (folder / "report.html").exists()
    assert "1 of 3 cases fail." in printed


def test_import_and_export_go_through_files(dataset: Path, tmp_path: Path) -> None:
    """Azure's format there and back."""
    azure, again = tmp_path / "qa.jsonl", tmp_path / "again.jsonl"
    _, _, exported = invoke("export", "azure", str(dataset), "--out", str(azure))
    _, _, imported = invoke("import", "azure", str(azure), "--out", str(again))
    assert exported == f"Wrote 3 cases to {azure}.\n"
    assert imported == f"Wrote 3 cases to {again}.\n"
    assert [c.question for c in load_dataset(again).cases] == [c.question for c in CASES]


@pytest.mark.parametrize("command", ["run", "compare", "report", "new", "import", "export"])
def test_every_command_has_an_example(command: str) -> None:
    """In its help."""
    assert f"dateline eval {command}" in invoke(command, "--help")[1]
