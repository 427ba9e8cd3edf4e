"""Asking every case, and carrying on."""

from pathlib import Path

import pytest

from app.errors import EvalError
from eval.cases import Case
from eval.dataset import Dataset
from eval.evaluation import Plan, evaluate, rescored
from eval.opening import Opened
from eval.replies import Failure, Reply
from eval.respondents import reply_to
from eval.runner import ReplyCache, run_cases
from eval.runs import Run, read_run, read_scored, write_baseline, write_run
from tests.unit.eval.builders import ScriptedDesk, answer, case, reply

PLAN = Plan()
CASES = [case(f"c{i}") for i in range(5)]


def nothing() -> None:
    """A listener that does not care."""


def asked(cases: list[Case], desk: ScriptedDesk, cache: ReplyCache, workers: int = 2) -> list:
    return run_cases(cases, lambda c: reply_to(c, desk), cache=cache, workers=workers, on_done=nothing)


def run_of(cases: list[Case], desk: ScriptedDesk, folder: Path, plan: Plan = PLAN, *, lasting: bool = True) -> Run:
    opened = Opened(desk, "scripted", {"archive": {"version": 1}}, lasting)
    return evaluate(Dataset("set.v1", tuple(cases)), opened, plan, cache_folder=folder, on_done=nothing)


def test_outcomes_come_in_the_order_of_the_cases(tmp_path: Path) -> None:
    """However many workers ask."""
    desk = ScriptedDesk({c.question: answer(str(i)) for i, c in enumerate(CASES)})
    outcomes = asked(CASES, desk, ReplyCache(tmp_path / "kept.jsonl", terms="t"), workers=4)
    assert [outcome.answer.short_answer for outcome in outcomes] == ["0", "1", "2", "3", "4"]


def test_kept_replies_are_not_asked_again(tmp_path: Path) -> None:
    """A second run over the same file asks nobody."""
    first = asked(CASES, ScriptedDesk(), ReplyCache(tmp_path / "kept.jsonl", terms="t"))
    desk = ScriptedDesk()
    assert asked(CASES, desk, ReplyCache(tmp_path / "kept.jsonl", terms="t")) == first
    assert desk.asked == []


def test_other_terms_are_asked_afresh(tmp_path: Path) -> None:
    """An archive or setting that changed may change any answer."""
    asked(CASES, ScriptedDesk(), ReplyCache(tmp_path / "kept.jsonl", terms="t"))
    desk = ScriptedDesk()
    asked(CASES, desk, ReplyCache(tmp_path / "kept.jsonl", terms="other"))
    assert len(desk.asked) == len(CASES)


def test_a_failure_is_kept_apart_and_asked_again_next_time(tmp_path: Path) -> None:
    """The others go on."""
    kept = tmp_path / "kept.jsonl"
    outcomes = asked(CASES, ScriptedDesk(broken=[CASES[2].question]), ReplyCache(kept, terms="t"))
    assert [type(outcome) for outcome in outcomes] == [Reply, Reply, Failure, Reply, Reply]
    assert outcomes[2] == Failure("The desk is on fire. Put it out.")
    mended = ScriptedDesk()
    asked(CASES, mended, ReplyCache(kept, terms="t"))
    assert [ask.question for ask in mended.asked] == [CASES[2].question]


def test_a_line_cut_short_by_a_crash_is_dropped(tmp_path: Path) -> None:
    """Whole lines before it are used."""
    kept = tmp_path / "kept.jsonl"
    asked(CASES, ScriptedDesk(), ReplyCache(kept, terms="t"), workers=1)
    kept.write_bytes(kept.read_bytes()[:-40])
    desk = ScriptedDesk()
    asked(CASES, desk, ReplyCache(kept, terms="t"), workers=1)
    assert [ask.question for ask in desk.asked] == [CASES[4].question]


def test_an_interrupted_run_carries_on(tmp_path: Path) -> None:
    """What was answered before Ctrl-C is kept."""
    kept, done = tmp_path / "kept.jsonl", []

    def interrupt() -> None:
        done.append(1)
        if len(done) == 2:
            raise KeyboardInterrupt

    cache = ReplyCache(kept, terms="t")
    with pytest.raises(KeyboardInterrupt):
        run_cases(CASES, lambda c: reply_to(c, ScriptedDesk()), cache=cache, workers=1, on_done=interrupt)
    desk = ScriptedDesk()
    asked(CASES, desk, ReplyCache(kept, terms="t"))
    assert len(desk.asked) <= len(CASES) - 2


def test_a_defect_costs_one_case(tmp_path: Path) -> None:
    """It is named in the failure."""

    def ask(given: Case) -> Reply:
        if given.id == "c1":
            raise KeyError("posts")
        return reply()

    outcomes = run_cases(CASES, ask, cache=ReplyCache(tmp_path / "k", terms="t"), workers=1, on_done=nothing)
    assert outcomes[1] == Failure("KeyError: 'posts'")
    assert sum(isinstance(outcome, Reply) for outcome in outcomes) == 4


def test_earlier_turns_are_asked_in_a_conversation_of_their_own() -> None:
    """Asked twice, the two conversations do not mix."""
    desk = ScriptedDesk()
    reply_to(case(conversation=("Where?", "When?"), as_of="2020-01-01"), desk, twice=True)
    questions = [ask.question for ask in desk.asked]
    conversations = [ask.conversation_id for ask in desk.asked]
    assert questions == ["Where?", "When?", "How many posts, c1?"] * 2
    assert len(set(conversations[:3])) == len(set(conversations[3:])) == 1
    assert conversations[0] != conversations[3]
    assert {ask.filters.as_of for ask in desk.asked} == {"2020-01-01"}


def test_asking_twice_sees_a_changed_answer() -> None:
    """Ids and timings may differ, words may not."""

    class Fickle(ScriptedDesk):
        def ask(self, ask):  # type: ignore[no-untyped-def]
            super().ask(ask)
            return answer(str(len(self.asked) // self.every), id=str(len(self.asked)))

    for every, same in ((1, False), (100, True)):
        desk = Fickle()
        desk.every = every  # type: ignore[attr-defined]
        assert reply_to(case(), desk, twice=True).same_again is same


def test_cited_text_is_read_from_the_stored_article() -> None:
    """At the span of the citation."""
    given = reply_to(case(), ScriptedDesk({"How many posts, c1?": answer()}))
    assert given.cited_text == (given.answer.citations[0].quote,)


def test_a_run_reads_back_as_it_was_written(tmp_path: Path) -> None:
    """Failures included."""
    run = run_of(CASES, ScriptedDesk({CASES[0].question: answer()}, broken=[CASES[1].question]), tmp_path)
    write_run(tmp_path / "run", run)
    again = read_run(tmp_path / "run")
    assert again == run
    assert again.summary.metrics["answer_contains"].unscored == 1
    assert rescored(again).summary == run.summary


def test_equal_answers_write_equal_results(tmp_path: Path) -> None:
    """Byte for byte; what the clock changes is in timings.jsonl."""
    for name in ("one", "two"):
        write_run(
            tmp_path / name, run_of(CASES, ScriptedDesk({CASES[0].question: answer()}), tmp_path, Plan(fresh=True))
        )
    assert (tmp_path / "one/results.jsonl").read_bytes() == (tmp_path / "two/results.jsonl").read_bytes()
    assert (tmp_path / "one/timings.jsonl").read_bytes() != (tmp_path / "two/timings.jsonl").read_bytes()


def test_a_baseline_compares_like_the_run_it_came_from(tmp_path: Path) -> None:
    """And holds neither gold nor passages."""
    run = run_of(CASES, ScriptedDesk({CASES[0].question: answer()}, broken=[CASES[1].question]), tmp_path)
    write_run(tmp_path / "run", run)
    write_baseline(tmp_path / "baseline", run)
    assert read_scored(tmp_path / "baseline") == read_scored(tmp_path / "run")
    assert {path.name for path in (tmp_path / "baseline").iterdir()} == {"config.json", "results.jsonl", "summary.json"}
    assert "outposts" not in (tmp_path / "baseline/results.jsonl").read_text()


def test_a_fresh_run_uses_only_what_an_interrupted_one_left(tmp_path: Path) -> None:
    """A finished run is asked again in full; one that broke off is finished."""
    run_of(CASES, ScriptedDesk(), tmp_path)
    desk = ScriptedDesk()
    run_of(CASES, desk, tmp_path, Plan(fresh=True))
    assert len(desk.asked) == len(CASES)
    (kept,) = tmp_path.iterdir()
    lines = kept.read_text().splitlines(keepends=True)
    kept.with_suffix(".fresh.jsonl").write_text("".join(lines[:3]))
    desk = ScriptedDesk()
    run_of(CASES, desk, tmp_path, Plan(fresh=True))
    assert len(desk.asked) == len(CASES) - 3
    assert [path.name for path in tmp_path.iterdir()] == [kept.name]


def test_replies_of_a_server_are_used_only_to_finish_a_run(tmp_path: Path) -> None:
    """Its code may change without notice, so a finished run leaves nothing to reuse."""
    run_of(CASES, ScriptedDesk(), tmp_path, lasting=False)
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_measured_nothing_is_an_error(tmp_path: Path) -> None:
    """It carries the first reason."""
    with pytest.raises(EvalError, match=r"No case was answered.*on fire"):
        run_of(CASES, ScriptedDesk(broken=[c.question for c in CASES]), tmp_path)


@pytest.mark.parametrize("read", [read_run, read_scored])
def test_a_folder_that_is_no_run_is_named(tmp_path: Path, read) -> None:  # type: ignore[no-untyped-def]
    """With what to give instead."""
    with pytest.raises(EvalError, match=r"holds no run: results\.jsonl is missing\. Give a folder that"):
        read(tmp_path)
