"""A run on disk: what was asked of what, what came back, and the numbers.

config.json     commit, hashes, settings without secrets, prompts, models, seed, versions
results.jsonl   case, answer and scores, one line a case; equal byte for byte for equal answers
passages.jsonl  the retrieved passages of each case
timings.jsonl   answer ids and milliseconds, which differ from run to run
summary.json    every metric with n and interval
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from app.errors import EvalError, reason
from eval.cases import Case
from eval.metrics.catalogue import METRICS
from eval.metrics.scoring import Scores
from eval.replies import Failure, Outcome, answer_row, reply_from_row, reply_row
from eval.summary import Result, Summary

POOLED = "all"
"""The name of a run over the cases of several datasets."""
_SUMMARY = TypeAdapter(Summary)
_A_RUN = "Give a folder that `dateline eval run` wrote, such as runs/idlib.v1/20260301-101500."


@dataclass(frozen=True, slots=True)
class Run:
    """One dataset, asked once."""

    config: Mapping[str, Any]
    results: tuple[Result, ...]
    summary: Summary


@dataclass(frozen=True, slots=True)
class Scored:
    """The part of a result that two runs are compared by."""

    case_id: str
    question: str
    answer: str
    observed: Mapping[str, tuple[float, ...]]
    failing: tuple[str, ...]
    answer_sha256: str | None


def write_run(folder: Path, run: Run) -> None:
    """Write the five files; the folder is created."""
    folder.mkdir(parents=True, exist_ok=True)
    _write_json(folder / "config.json", run.config)
    _write_lines(folder / "results.jsonl", [_result_row(result) for result in run.results])
    _write_lines(folder / "passages.jsonl", [_passages_row(result) for result in run.results])
    _write_lines(folder / "timings.jsonl", [_timings_row(result) for result in run.results])
    _write_json(folder / "summary.json", _SUMMARY.dump_python(run.summary, mode="json"))


def write_baseline(folder: Path, run: Run) -> None:
    """Write what comparing needs and no more, small enough to be committed: no gold, citations or passages."""
    folder.mkdir(parents=True, exist_ok=True)
    _write_json(folder / "config.json", run.config)
    _write_lines(folder / "results.jsonl", [_baseline_row(result) for result in run.results])
    _write_json(folder / "summary.json", _SUMMARY.dump_python(run.summary, mode="json"))


def read_run(folder: Path) -> Run:
    """The run that ``write_run`` wrote.

    Raises:
        EvalError: a file is missing or is not a run's; names it.
    """
    rows = zip(
        _read_lines(folder / "results.jsonl"),
        _read_lines(folder / "passages.jsonl"),
        _read_lines(folder / "timings.jsonl"),
        strict=True,
    )
    results = tuple(_result(row, passages, timings) for row, passages, timings in rows)
    return Run(read_config(folder), results, read_summary(folder))


def read_config(folder: Path) -> Mapping[str, Any]:
    """Only what was run: dataset, time, commit, settings."""
    config: Mapping[str, Any] = _read_json(folder / "config.json")
    return config


def read_summary(folder: Path) -> Summary:
    """Only the numbers of a run."""
    return _SUMMARY.validate_python(_read_json(folder / "summary.json"))


def read_scored(folder: Path) -> dict[str, Scored]:
    """Only what comparing needs, by case id: results.jsonl alone is enough (a committed baseline has no more)."""
    return {row["case"]["id"]: _scored(row) for row in _read_lines(folder / "results.jsonl")}


def _result_row(result: Result) -> dict[str, Any]:
    reply = result.reply
    return {
        "case": result.case.model_dump(mode="json", exclude_defaults=True),
        "answer": answer_row(reply.answer) if reply else None,
        "answer_sha256": _fingerprint(answer_row(reply.answer)) if reply else None,
        "failure": None if reply else _failure(result.outcome),
        "cited_text": reply.cited_text if reply else [],
        "same_again": reply.same_again if reply else None,
        "scores": {name: list(values) for name, values in result.scores.observed.items()},
        "unscored": dict(result.scores.unscored),
        "failing": list(result.failing),
    }


def _baseline_row(result: Result) -> dict[str, Any]:
    row = _result_row(result)
    kept = {name: row[name] for name in ("answer_sha256", "failure", "scores", "unscored", "failing")}
    case = {name: row["case"][name] for name in ("id", "question")}
    return {"case": case, "answer": row["answer"] and {"answer": row["answer"]["answer"]}, **kept}


def _failure(outcome: Outcome) -> str | None:
    return outcome.reason if isinstance(outcome, Failure) else None


def _passages_row(result: Result) -> dict[str, Any]:
    return {"id": result.case.id, "passages": reply_row(result.reply)["passages"] if result.reply else []}


def _timings_row(result: Result) -> dict[str, Any]:
    row = reply_row(result.reply) if result.reply else {}
    times = {name: row.get(name) for name in ("ask_ms", "search_ms")}
    answer = row.get("answer", {})
    return {"id": result.case.id, "answer_id": answer.get("id"), "timings_ms": answer.get("timings_ms"), **times}


def _result(row: Mapping[str, Any], passages: Mapping[str, Any], timings: Mapping[str, Any]) -> Result:
    scores = Scores({name: tuple(values) for name, values in row["scores"].items()}, row["unscored"])
    return Result(Case.model_validate_json(json.dumps(row["case"])), _outcome(row, passages, timings), scores)


def _outcome(row: Mapping[str, Any], passages: Mapping[str, Any], timings: Mapping[str, Any]) -> Outcome:
    if row["answer"] is None:
        return Failure(row["failure"])
    return reply_from_row(
        {
            "answer": {**row["answer"], "id": timings["answer_id"], "timings_ms": timings["timings_ms"]},
            "passages": passages["passages"],
            "cited_text": row["cited_text"],
            "same_again": row["same_again"],
            **{name: timings[name] for name in ("ask_ms", "search_ms")},
        }
    )


def _scored(row: Mapping[str, Any]) -> Scored:
    answer = row["answer"]
    known = {metric.name for metric in METRICS}
    return Scored(
        case_id=row["case"]["id"],
        question=row["case"]["question"],
        answer=answer["answer"] if answer else f"(unscored: {row['failure']})",
        observed={name: tuple(values) for name, values in row["scores"].items() if name in known},
        failing=tuple(row["failing"]),
        answer_sha256=row["answer_sha256"],
    )


def _fingerprint(answer: Mapping[str, Any]) -> str:
    """SHA-256 of an answer without the archive's version, which rebuilding an equal archive changes."""
    kept = {name: value for name, value in answer.items() if name != "archive_version"}
    return hashlib.sha256(json.dumps(kept, sort_keys=True).encode()).hexdigest()


def _write_json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _write_lines(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def _read_json(path: Path) -> Any:
    with _explained(path):
        return json.loads(path.read_text(encoding="utf-8"))


def _read_lines(path: Path) -> list[dict[str, Any]]:
    with _explained(path):
        text = path.read_text(encoding="utf-8")
        return [json.loads(line) for line in text.split("\n") if line.strip()]


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise EvalError(f"{path.parent} holds no run: {path.name} is missing.", hint=_A_RUN) from error
    except (OSError, ValueError) as error:
        raise EvalError(f"{path} cannot be read as a run's: {reason(error)}.", hint=_A_RUN) from error
