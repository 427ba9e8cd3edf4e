"""Draft cases."""

from pathlib import Path

from app.archive.stores import Feedback
from eval.dataset import dump_cases, load_dataset
from eval.drafts import draft_cases
from tests.unit.eval.builders import QUOTE, answer, figure, refusal


def feedback(answer_id: str, rating: str, comment: str = "") -> Feedback:
    return Feedback(answer_id, rating, comment, "http", "2026-01-01T00:00:00Z")  # type: ignore[arg-type]


def test_a_liked_answer_proposes_itself_as_gold() -> None:
    """With citations and figures."""
    found = draft_cases([answer(figures=(figure(),))], [feedback("a1", "up")])[0]
    assert (found.question, found.answers, found.tags, found.origin) == ("How many posts?", ("40",), ("draft",), "up")
    assert (found.citations[0].article_id, found.citations[0].quote) == ("posts", QUOTE)
    assert (found.figures[0].value, found.figures[0].article_id) == (40, "posts")


def test_a_follow_up_is_drafted_as_it_was_understood() -> None:
    """Nothing of its conversation stands in the file."""
    found = draft_cases([answer(question="And Russian ones?", standalone_question="How many Russian posts?")], [])[0]
    assert found.question == "How many Russian posts?"


def test_a_rejected_answer_leaves_the_gold_open() -> None:
    """And keeps the reader's words."""
    found = draft_cases([answer()], [feedback("a1", "up"), feedback("a1", "down", "it is 45 now")])[0]
    assert (found.answers, found.citations, found.tags) == ((), (), ("draft", "rejected"))
    assert found.origin == "up; down: it is 45 now"


def test_a_refusal_is_drafted_as_unanswerable() -> None:
    """A person decides whether it is."""
    found = draft_cases([refusal()], [])[0]
    assert (found.answerable, found.origin) == (False, "logged answer")


def test_a_question_asked_often_is_drafted_once() -> None:
    """The last answer counts."""
    assert [c.id for c in draft_cases([answer(id="a1"), answer(id="a2")], [])] == ["draft-a2"]


def test_drafts_load_as_a_dataset(tmp_path: Path) -> None:
    """A person may start from the file as it is."""
    path = tmp_path / "drafts.jsonl"
    path.write_text(dump_cases(draft_cases([answer(figures=(figure(as_of="2020-02"),))], [])), encoding="utf-8")
    assert load_dataset(path).cases[0].figures[0].as_of is None
