"""An optional opinion by a language model, told apart from the metrics and never part of the gate.

A verdict is anchored: one of three words, defined in ``prompts/judge.v1.md`` with the accepted answers beside it.
A reply that is not exactly that is unscored. Asking several times shows how far the judge agrees with itself.
"""

import json
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from app.errors import EvalError
from eval.cases import Case
from eval.statistics import Estimate, mean_estimate
from eval.summary import Result

PROMPT = Path(__file__).parent.parent / "prompts" / "judge.v1.md"
FILE_NAME = "judge.json"

Verdict = Literal["right", "partly", "wrong"]
Complete = Callable[[str], str]
_POINTS: Mapping[str, float] = {"right": 1.0, "partly": 0.5, "wrong": 0.0}


class _Reply(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a judge made of a run.

    ``verdicts`` are by case, in the order asked, None for a reply that could not be read. ``shares`` are of the
    read verdicts. ``spread`` is the mean over cases of the standard deviation of right = 1, partly = 0.5, wrong = 0
    between repeats; None with a single one.
    """

    model: str
    repeats: int
    shares: Mapping[str, Estimate]
    spread: float | None
    verdicts: Mapping[str, tuple[Verdict | None, ...]]


def judge(results: Sequence[Result], complete: Complete, *, model: str, repeats: int = 1, seed: int = 0) -> Judgement:
    """Ask about every case that was answered, ``repeats`` times.

    Args:
        complete: sends one prompt to the judge and gives its reply's text; may raise for a judge out of reach.
    """
    template = PROMPT.read_text(encoding="utf-8")
    prompts = {r.case.id: _prompt(template, r.case, r.reply.answer.answer) for r in results if r.reply}
    verdicts = {
        case_id: tuple(read_verdict(complete(prompt)) for _ in range(repeats)) for case_id, prompt in prompts.items()
    }
    return Judgement(model, repeats, _shares(verdicts, seed), _spread(verdicts), verdicts)


def read_verdict(text: str) -> Verdict | None:
    """The verdict in a judge's reply, a Markdown fence around it allowed; None for anything else."""
    bare = text.strip().removeprefix("```json").removeprefix("```").removesuffix("```").strip()
    try:
        return _Reply.model_validate_json(bare).verdict
    except ValidationError:
        return None


def chat_model(name: str) -> Complete:
    """A LangChain chat model such as ``openai:gpt-5-mini`` at temperature 0; its key comes from its own variable.

    Raises:
        EvalError: LangChain or the provider's package is missing, or the name is not understood.
    """
    try:
        from langchain.chat_models import init_chat_model  # noqa: PLC0415  # optional, and slow to import

        model = init_chat_model(name, temperature=0)
    except (ImportError, ValueError) as error:
        raise EvalError(f"The judge {name!r} cannot be used: {error}.", hint="Name it provider:model.") from error
    return lambda prompt: str(model.invoke(prompt).text)


def write_judgement(folder: Path, judgement: Judgement) -> None:
    """Write ``judge.json`` beside the run's files."""
    text = json.dumps(asdict(judgement), ensure_ascii=False, indent=1)
    (folder / FILE_NAME).write_text(text + "\n", encoding="utf-8")


def read_judgement(folder: Path) -> Judgement | None:
    """The judgement of a run, if it was judged."""
    path = folder / FILE_NAME
    return TypeAdapter(Judgement).validate_json(path.read_bytes()) if path.exists() else None


def _prompt(template: str, case: Case, answer: str) -> str:
    gold = [*case.answers, *dict.fromkeys(f"{f.value:g} ({f.status})" for f in case.figures)]
    return template.format(question=case.question, gold=json.dumps(gold, ensure_ascii=False), answer=answer)


def _shares(verdicts: Mapping[str, tuple[Verdict | None, ...]], seed: int) -> dict[str, Estimate]:
    """Share of each verdict; a case without any readable one is unscored."""
    read = [[v for v in row if v is not None] for row in verdicts.values()]
    unscored = sum(not row for row in read)
    return {
        name: mean_estimate([[float(v == name) for v in row] for row in read], unscored=unscored, seed=seed)
        for name in get_args(Verdict)
    }


def _spread(verdicts: Mapping[str, tuple[Verdict | None, ...]]) -> float | None:
    points: list[list[float]] = [[_POINTS[v] for v in row if v is not None] for row in verdicts.values()]
    spreads = [statistics.pstdev(row) for row in points if len(row) > 1]
    return statistics.fmean(spreads) if spreads else None
