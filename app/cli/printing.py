"""What the command line prints: for people through rich, for programs as JSON."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from app.models import Answer, Citation, Passage
from app.references import citation_link, origin_of, place_of, reference


def print_json(value: Any) -> None:
    """One JSON document on standard output, with the field names of the HTTP interface."""
    document = TypeAdapter(type(value) if not isinstance(value, list) else list[Any]).dump_json(value, indent=2)
    sys.stdout.write(document.decode() + "\n")


def print_answer(answer: Answer, *, base_url: str | None = None) -> None:
    """The answer, its numbered sources and the quoted sentences; links when a server shows articles."""
    console = Console(highlight=False)
    console.print(Text(answer.answer, style="bold" if answer.citations else ""))
    if answer.notice:
        console.print(Text(answer.notice, style="yellow"))
    if answer.model:
        console.print(Text(f"Written by {answer.model}; every claim is checked against the archive.", style="dim"))
    for citation in answer.citations:
        console.print()
        console.print(Text(f"[{citation.number}] ", style="cyan") + Text(reference(citation)))
        console.print(Padding(Text(f"“{' '.join(citation.quote.split())}”", style="italic"), (0, 0, 0, 4)))
        link = citation_link(citation, base_url) if base_url else citation.url
        told = link or f"dateline read {place_of(citation.article_id, citation.version, citation.source_span)}"
        console.print(Text(f"    {told}", style="dim"), soft_wrap=True)  # whole, so that a terminal can open it
    if answer.related:
        console.print(Text("\nRelated articles:", style="dim"))
        for row in answer.related:
            console.print(Text(f"  - {reference(row)}"))


def print_passages(passages: Sequence[Passage]) -> None:
    """Passages with rank, score and origin."""
    console = Console(highlight=False)
    if not passages:
        console.print("Nothing found. See what the archive holds with: dateline status")
    for rank, passage in enumerate(passages, start=1):
        console.print(Text(f"{rank}. ", style="cyan") + Text(f"{reference(passage)} · {passage.score:.3f}"))
        console.print(Padding(Text(" ".join(passage.text.split())), (0, 0, 0, 3)))
        console.print(Text(f"   article {passage.article_id}\n", style="dim"))


def print_cited(console: Console, opening: str, citation: Citation, told: str = "") -> None:
    """A citation as "opening: told (outlet, day)" with its quote below."""
    console.print(Text(opening, style="cyan") + Text(f"{told} ({origin_of(citation)})"))
    console.print(Padding(Text(f"“{' '.join(citation.quote.split())}”", style="italic"), (0, 0, 0, 4)))
