"""An optional opinion by the configured chat model, told apart from the metrics and never part of the gate.

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

from app.chat.protocol import ChatModel, Message
from app.errors import ModelUnusable
from app.prompts import Prompt, load_prompt
from eval.cases import Case
from eval.statistics import Estimate, mean_estimate
from eval.summary import Result

PROMPT = "judge.v1"
FILE_NAME = "judge.json"

Verdict = Literal["right", "partly", "wrong"]
_POINTS: Mapping[str, float] = {"right": 1.0, "partly": 0.5, "wrong": 0.0}


class _Reply(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a judge made of a run; ``prompt`` is the label of the file it was asked with.

    ``verdicts`` are by case, in the order asked, None for a reply that could not be read. ``shares`` are of the
    read verdicts. ``spread`` is the mean over cases of the standard deviation of right = 1, partly = 0.5, wrong = 0
    between repeats; None with a single one.
    """

    model: str
    prompt: str
    repeats: int
    shares: Mapping[str, Estimate]
    spread: float | None
    verdicts: Mapping[str, tuple[Verdict | None, ...]]


def judge(
    results: Sequence[Result],
    model: ChatModel,
    *,
    repeats: int = 1,
    seed: int = 0,
    on_done: Callable[[], None] = lambda: None,
) -> Judgement:
    """Ask about every case that was answered, ``repeats`` times; ``on_done`` is called once a case.

    Raises:
        ChatModelError: the judge is out of reach; a reply that cannot be read is no error.
    """
    prompt = load_prompt(PROMPT)
    verdicts = {}
    for result in results:
        if result.reply:
            messages = _messages(prompt, result.case, result.reply.answer.answer)
            verdicts[result.case.id] = tuple(_verdict(model, messages) for _ in range(repeats))
        on_done()
    return Judgement(model.name, prompt.label, repeats, _shares(verdicts, seed), _spread(verdicts), verdicts)


def read_verdict(text: str) -> Verdict | None:
    """The verdict in a judge's reply, a Markdown fence around it allowed; None for anything else."""
    bare = text.strip().removeprefix("```json").removeprefix("```").removesuffix("```").strip()
    try:
        return _Reply.model_validate_json(bare).verdict
    except ValidationError:
        return None


def write_judgement(folder: Path, judgement: Judgement) -> None:
    """Write ``judge.json`` beside the run's files."""
    text = json.dumps(asdict(judgement), ensure_ascii=False, indent=1)
    (folder / FILE_NAME).write_text(text + "\n", encoding="utf-8")


def read_judgement(folder: Path) -> Judgement | None:
    """The judgement of a run, if it was judged."""
    path = folder / FILE_NAME
    return TypeAdapter(Judgement).validate_json(path.read_bytes()) if path.exists() else None


def _verdict(model: ChatModel, messages: Sequence[Message]) -> Verdict | None:
    """One verdict; the schema is a request, not a promise, so that the reply is read as strictly as any other."""
    try:
        pieces = model.stream(messages, schema=_Reply.model_json_schema())
        return read_verdict("".join(piece for piece in pieces if isinstance(piece, str)))
    except ModelUnusable:  # empty or endless: as unreadable as any other wrong form
        return None


def _messages(prompt: Prompt, case: Case, answer: str) -> list[Message]:
    gold = [*case.answers, *dict.fromkeys(f"{f.value:g} ({f.status})" for f in case.figures)]
    return prompt.render(question=case.question, gold=json.dumps(gold, ensure_ascii=False), answer=answer)


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
