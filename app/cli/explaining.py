"""Receipts and replays as people read them."""

from __future__ import annotations

from difflib import unified_diff

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from app.receipt import Difference, Judged, Place, Receipt, Replay, Working
from app.references import place_of

_LONG = 60
"""A longer part is shown as the lines that changed."""
_STYLES = {"supported": "green", "partly": "yellow", "unsupported": "red"}


def print_receipt(receipt: Receipt) -> None:
    """How an answer came about, in the order in which it did."""
    console = Console(highlight=False, soft_wrap=True)
    answer, working = receipt.answer, receipt.working
    _head(console, f"Receipt {answer.id}")
    console.print(Text(f"  understood as: {answer.standalone_question}"))
    if working:
        _print_working(console, working)
    _head(console, "Writer")
    used = answer.usage
    tokens = f", {used.prompt_tokens} + {used.completion_tokens} tokens, cost {used.cost:g}" if used else ""
    console.print(Text(f"  {answer.writer}{f', {answer.model}' if answer.model else ''}{tokens}"))
    console.print(Text(f"  prompt {answer.prompt or 'none'}, archive version {answer.archive_version}"))
    _head(console, "Milliseconds")
    console.print(Text("  " + " · ".join(f"{name} {spent:.1f}" for name, spent in answer.timings_ms.items())))
    console.print(Text("\nRead a passage or sentence in its article with: dateline read PLACE", style="dim"))
    console.print(Text(f"Give it again with: dateline replay {answer.id}", style="dim"))


def print_replay(replay: Replay) -> None:
    """One line when nothing changed, else each changed part before and after."""
    console = Console(highlight=False, soft_wrap=True)
    if not replay.differences:
        console.print("The same answer again: passages, verdicts, text and citations are equal.")
    for difference in replay.differences:
        _head(console, difference.part)
        for line in _changed(difference):
            style = {"-": "red", "+": "green"}.get(line[:1], "dim")
            console.print(Text(f"  {line}", style=style))


def _print_working(console: Console, working: Working) -> None:
    limits = {"writer": working.writer, "as of": working.filters.as_of}
    asked = [f"{name} {value}" for name, value in limits.items() if value]
    console.print(Text(f"  {', '.join([*asked, f'top {working.top_k}', f'today {working.today}'])}"))
    _head(console, f"Passages ({len(working.found)})")
    for rank, found in enumerate(working.found, start=1):
        console.print(Text(f"  {rank:>3}. {found.score:8.4f}  {_place(found.place)}  {found.title}"))
    if working.exchange:
        for turn in working.exchange.prompt:
            _head(console, f"Prompt, {turn.role}")
            console.print(Padding(Text(turn.content), (0, 0, 0, 2)))
        _head(console, f"Reply of {working.exchange.model}")
        console.print(Padding(Text(working.exchange.reply), (0, 0, 0, 2)))
    _head(console, "Verdicts")
    for judged in working.judged:
        console.print(_verdict(judged))


def _verdict(judged: Judged) -> Text:
    score = f" (entailment {judged.entailment:.3f})" if judged.entailment is not None else ""
    places = "".join(f"\n      {_place(place)}" for place in judged.places)
    verdict = Text(f"  {judged.verdict}", style=_STYLES[judged.verdict])
    return verdict + Text(f"{score}: {judged.text}{places}")


def _changed(difference: Difference) -> list[str]:
    before, after = difference.before.splitlines(), difference.after.splitlines()
    if max(len(difference.before), len(difference.after)) <= _LONG and max(len(before), len(after)) <= 1:
        return [f"- {difference.before}", f"+ {difference.after}"]
    lines = list(unified_diff(before, after, lineterm="", n=0))[2:]
    return [line for line in lines if not line.startswith("@@")]


def _head(console: Console, text: str) -> None:
    console.print(Text(f"\n{text}", style="cyan"))


def _place(place: Place) -> str:
    return place_of(place.article_id, place.version, place.span)
