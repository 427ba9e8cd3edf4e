"""``dateline read``."""

from __future__ import annotations

import re
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from app.cli.desk import open_desk
from app.cli.options import ArchiveOption, JsonOption
from app.cli.printing import print_json
from app.errors import QuestionError
from app.models import Article, Span
from app.references import reference
from app.settings import load_settings

_EXAMPLES = """Examples:

    dateline read 67c2aaf29feca111

    dateline read 67c2aaf29feca111:1:337-494
"""
_PLACE = re.compile(r"(?P<article_id>[^:\s]+)(?::(?P<version>\d+)(?::(?P<start>\d+)-(?P<end>\d+))?)?")


def add_commands(app: typer.Typer) -> None:
    """Register the command of this module."""
    app.command("read", epilog=_EXAMPLES)(read)


def read(
    place: Annotated[
        str, typer.Argument(help="An article's id, as `search` prints it, or a place in it, as `ask --explain` does.")
    ],
    archive: ArchiveOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show a stored article; of a place, that version with the place marked."""
    found = _PLACE.fullmatch(place)
    if found is None:
        raise QuestionError(f"{place!r} is no place in an article.", hint="Write an id, or id:version:start-end.")
    with open_desk(load_settings(archive=archive)) as desk:
        article = desk.article(found["article_id"], int(found["version"]) if found["version"] else None)
    span = Span(int(found["start"]), int(found["end"])) if found["start"] else None
    print_json(article) if as_json else print_article(article, span)


def print_article(article: Article, marked: Span | None) -> None:
    """Title, outlet, day and address, then the text as it is stored."""
    console = Console(highlight=False)
    console.print(Text(reference(article), style="bold"))
    if article.authors:
        console.print(Text(f"By {', '.join(article.authors)}"))
    if article.url:
        console.print(Text(article.url, style="dim"), soft_wrap=True)
    text = Text(article.text)
    if marked:
        text.stylize("reverse", *marked)
    console.print(Text("\n") + text)
    console.print(Text(f"\narticle {article.article_id}, version {article.version}", style="dim"))
