"""Three cases, what a server answers to them, and the eval commands in this process."""

from pathlib import Path

from typer.testing import CliRunner

from eval.commands import app
from tests.unit.eval.builders import QUOTE, answer, case

CASES = [
    case("right", question="How many posts?", citations=[{"article_id": "posts", "quote": QUOTE}], tags=("posts",)),
    case("wrong", question="How many towns?", answers=("41",)),
    case("none", question="Who sang?", answers=(), answerable=False),
]
ANSWERS = {"How many posts?": answer(), "How many towns?": answer(standalone_question="How many towns?")}


def invoke(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(words))
    if isinstance(result.exception, Exception) and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def only_run(out: Path) -> Path:
    (folder,) = (out / "small.v1").iterdir()
    return folder
