"""``dateline ask`` and ``dateline search``."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli.desk import open_desk
from app.cli.explaining import print_receipt, print_replay
from app.cli.options import (
    AfterOption,
    ArchiveOption,
    AsOfOption,
    BeforeOption,
    JsonOption,
    SourceOption,
    search_filters,
)
from app.cli.printing import print_answer, print_json, print_passages
from app.models import Ask, WriterName
from app.settings import load_settings

_ASK_EXAMPLES = """Examples:

    dateline ask "How many Turkish posts are in Idlib?"

    dateline ask "How many Turkish posts are in Idlib?" --as-of 2020-01-15

    dateline ask "How many people were displaced in Idlib?" --explain

    dateline ask "and before January?" --conversation idlib --json
"""
_SEARCH_EXAMPLES = """Examples:

    dateline search "observation posts in Idlib"

    dateline search "displaced people" --source "Levant Ledger" --published-after 2020-02-01 -k 5 --json
"""


def add_commands(app: typer.Typer) -> None:
    """Register the commands of this module."""
    app.command("ask", epilog=_ASK_EXAMPLES)(ask)
    app.command("replay", epilog="Example:\n\n    dateline replay 3f2a91c04b7d8e65")(replay)
    app.command("search", epilog=_SEARCH_EXAMPLES)(search)


def ask(
    question: Annotated[str, typer.Argument(help="The question, in quotes.")],
    as_of: AsOfOption = None,
    source: SourceOption = None,
    published_after: AfterOption = None,
    published_before: BeforeOption = None,
    conversation: Annotated[
        str | None, typer.Option("--conversation", help="Name of a conversation, for follow-up questions.")
    ] = None,
    writer: Annotated[WriterName | None, typer.Option(help="Who writes; auto takes the configured one.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Also print how the answer came about.")] = False,
    archive: ArchiveOption = None,
    as_json: JsonOption = False,
) -> None:
    """Ask the archive a question; the answer comes with its sources and the quoted sentences."""
    filters = search_filters(as_of, source, published_after, published_before)
    with open_desk(load_settings(archive=archive)) as desk:
        answer = desk.ask(Ask(question, conversation, filters, writer))
        receipt = desk.receipt(answer.id) if explain else None
    if as_json:
        print_json(receipt or answer)
        return
    print_answer(answer)
    if receipt:
        print_receipt(receipt)


def replay(
    answer_id: Annotated[str, typer.Argument(help="The id of an answer, as --explain and --json print it.")],
    ask_model: Annotated[
        bool, typer.Option("--ask-model", help="Ask the chat model anew instead of reading its reply of then.")
    ] = False,
    archive: ArchiveOption = None,
    as_json: JsonOption = False,
) -> None:
    """Give an answer again from the archive as it is now; the exit code is 3 when something came out otherwise."""
    with open_desk(load_settings(archive=archive)) as desk:
        told = desk.replay(answer_id, ask_model=ask_model)
    print_json(told) if as_json else print_replay(told)
    if told.differences:
        raise typer.Exit(3)


def search(
    question: Annotated[str, typer.Argument(help="What to look for, in quotes.")],
    top_k: Annotated[int, typer.Option("--top-k", "-k", min=1, max=100, help="How many passages.")] = 10,
    as_of: AsOfOption = None,
    source: SourceOption = None,
    published_after: AfterOption = None,
    published_before: BeforeOption = None,
    archive: ArchiveOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find the passages nearest to a question, best first."""
    filters = search_filters(as_of, source, published_after, published_before)
    with open_desk(load_settings(archive=archive)) as desk:
        passages = desk.search(question, filters, top_k)
    print_json(passages) if as_json else print_passages(passages)
