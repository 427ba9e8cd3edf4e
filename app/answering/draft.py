"""What a writer hands over before markers and checks: statements and the article spans they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.figures.records import ResolvedFigure
from app.models import AnswerStatus, Article, Span
from app.references import long_day


@dataclass(frozen=True, slots=True, eq=False)
class Quote:
    """A verbatim span of an article that supports a statement."""

    article: Article
    span: Span

    @property
    def key(self) -> tuple[str, int, int, int]:
        return self.article.article_id, self.article.version, self.span.start, self.span.end

    @property
    def text(self) -> str:
        return self.article.text[self.span.start : self.span.end]


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One sentence of an answer, without markers, and the quotes it rests on.

    Attributes:
        origin: outlet and day of the quote, as ``origin_of`` writes them, shown before the final stop; "" hides them.
        figure: the figure it gives, so that figures and citations stay together.
        names_speaker: it only names who says the quote, whatever the quote denies.
        goes_on: it is told in the sentence of the statement before it, behind a semicolon.
        parts: the statements it is computed from, by counting or subtracting; it holds when each of them does.
    """

    text: str
    quotes: tuple[Quote, ...]
    origin: str = ""
    figure: ResolvedFigure | None = None
    parts: tuple[Statement, ...] = ()
    names_speaker: bool = False
    goes_on: bool = False

    @property
    def shown(self) -> str:
        """The text with its origin: "It has 40 posts (TASS, 28 February 2020)."."""
        if not self.origin:
            return self.text
        if self.text.endswith((".", "!", "?")):
            return f"{self.text[:-1]} {self.origin}{self.text[-1]}"
        return f"{self.text} {self.origin}."


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """An answer before it is checked. No statements: the archive does not say, or in the words of ``refusal``."""

    short_answer: str
    statements: tuple[Statement, ...]
    status: AnswerStatus = "answered"
    refusal: str = ""


NOTHING = Draft("", (), "not_in_archive")


def origin_of(article: Article) -> str:
    """Outlet and day in brackets, as far as they are known: "(TASS, 28 February 2020)"; "" when neither is."""
    parts = [part for part in (article.source, long_day(article.published_at)) if part]
    return f"({', '.join(parts)})" if parts else ""


def quotes_of(statements: Sequence[Statement]) -> list[Quote]:
    """Every quote once, in the order in which the statements use them."""
    return list({quote.key: quote for statement in statements for quote in statement.quotes}.values())
