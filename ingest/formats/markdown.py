"""``.md``: front matter for the fields, Markdown for the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import yaml  # type: ignore[import-untyped]  # ships no types
from markdown_it import MarkdownIt
from markdown_it.token import Token

from app.errors import MalformedArticle
from ingest.draft import Read
from ingest.encoding import decode
from ingest.formats.fields import draft_from_fields
from ingest.formats.fragments import html_to_text
from ingest.formats.text import encoding_doubts

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<fields>.*?)(?:\n)?^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)


def read_markdown(name: str, raw: bytes, url: str | None = None) -> Read:
    """The one article of a Markdown file, as plain text; its first ``#`` heading is the title, front matter first.

    Raises:
        UnreadableSource: empty, binary or mis-encoded.
        MalformedArticle: front matter that is no YAML mapping, or no text below it.
    """
    decoded = decode(raw, name)
    document = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT_MATTER.match(document)
    fields = _fields(name, front["fields"]) if front else {}
    title, text = _plain(document[front.end() :] if front else document)
    if not text:
        raise MalformedArticle(f"{name} has no text below its front matter.", hint="Write the article there.")
    draft = draft_from_fields({**fields, "text": text})
    draft = replace(draft, title=draft.title or title, url=draft.url or url)
    return Read(name, draft, encoding_doubts(decoded))


def _fields(name: str, front_matter: str) -> dict[str, object]:
    try:
        fields = yaml.safe_load(front_matter)
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a day such as 2020-02-30
        raise MalformedArticle(
            f"The front matter of {name} is no valid YAML.", hint="Correct the lines between the two ---."
        ) from error
    if fields is None:
        return {}
    if not isinstance(fields, dict):
        raise MalformedArticle(f"The front matter of {name} has no fields.", hint="Write lines such as `title: …`.")
    body_names = ("text", "content", "body")
    return {str(key): value for key, value in fields.items() if str(key).lower() not in body_names}


def _plain(markdown: str) -> tuple[str, str]:
    """The first heading of the first level, and the paragraphs without markup."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    title, blocks = "", list[str]()
    for at, token in enumerate(tokens):
        words = _words(token)
        if at and tokens[at - 1].type == "heading_open" and tokens[at - 1].tag == "h1" and not title and not blocks:
            title = words
        elif words:
            blocks.append(words)
    return title, "\n\n".join(blocks)


def _words(token: Token) -> str:
    if token.type == "inline":
        return " ".join("".join(_inline(token.children or [])).split())
    if token.type == "html_block":
        return html_to_text(token.content)
    return token.content.strip() if token.type in ("fence", "code_block") else ""


def _inline(tokens: Sequence[Token]) -> Iterator[str]:
    """Text, code and line breaks; images and inline HTML tags fall away, the words of links stay."""
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
