"""The judge, with written-down replies."""

from collections.abc import Iterator, Sequence

import pytest

from app.chat.protocol import Message, Schema
from app.errors import ModelUnusable
from app.models import Usage
from eval.judge import judge, read_verdict
from eval.replies import Failure
from eval.report import report_html
from tests.unit.eval.builders import answer, reply
from tests.unit.eval.test_report import run_with


class ScriptedModel:
    """Says what is written down, word by word; an exception is raised in its place."""

    name = "scripted"

    def __init__(self, *replies: str | Exception) -> None:
        self._replies = iter(replies)
        self.prompts: list[str] = []

    def stream(self, messages: Sequence[Message], *, schema: Schema | None = None) -> Iterator[str | Usage]:
        self.prompts.append("\n".join(message.content for message in messages))
        said = next(self._replies)
        if isinstance(said, Exception):
            raise said
        yield from said
        yield Usage(10, 5)


def verdict(word: str) -> str:
    return f'{{"verdict": "{word}", "reason": "r"}}'


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (verdict("right"), "right"),
        (f"```json\n{verdict('wrong')}\n```", "wrong"),
        (verdict("perfect"), None),
        ('{"verdict": "right"}', None),
        ('{"verdict": "right", "reason": "x", "score": 10}', None),
        ("right", None),
        ("", None),
    ],
)
def test_only_an_anchored_verdict_is_read(text: str, read: str | None) -> None:
    """Anything else is unscored, not wrong."""
    assert read_verdict(text) == read


def test_a_judge_is_asked_several_times_and_its_spread_shown() -> None:
    """Case 0: right and wrong; case 1: right and unreadable; case 2: never readable; case 3: not answered."""
    said = [verdict(word) for word in ("right", "wrong", "right", "?", "?")]
    model = ScriptedModel(*said, ModelUnusable("It does not come to an end.", hint="Use another model."))
    run = run_with(reply(), reply(), reply(), Failure("down"))
    found = judge(run.results, model, repeats=2)
    assert found.verdicts == {"c0": ("right", "wrong"), "c1": ("right", None), "c2": (None, None)}
    assert found.shares["right"].value == pytest.approx(2 / 3)
    assert found.shares["right"].unscored == 1
    assert found.spread == 0.5
    assert "scripted" in report_html(run, found)


def test_the_judge_sees_question_gold_and_answer() -> None:
    """Braces in an answer are only text."""
    model = ScriptedModel(verdict("right"))
    judge(run_with(reply(answer("{40}"))).results, model)
    assert "How many posts, c0?" in model.prompts[0]
    assert '["40"]' in model.prompts[0]
    assert "{40} [1]." in model.prompts[0]
