"""One evaluation case: a question, what a right answer holds, and where it stands.

These models are both the file format (one JSON object a line) and the value used inside: frozen, strict, and
closed to fields nobody defined.
"""

import datetime as dt
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from app.models import FigureStatus


def _iso_day(text: str) -> str:
    if len(text) != 10:
        raise ValueError(f"expected a day as YYYY-MM-DD, got {text!r}")
    return dt.date.fromisoformat(text).isoformat()


Day = Annotated[str, AfterValidator(_iso_day)]
Words = Annotated[str, Field(min_length=1, pattern=r"\S")]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class GoldCitation(_Row):
    """An acceptable piece of evidence.

    ``article_id`` is the stored id, the article's URL or the last part of that URL; None accepts any article.
    An empty ``quote`` accepts any place in the article (document-level evidence).
    """

    article_id: str | None = None
    quote: str = ""


class GoldFigure(_Row):
    """An acceptable figure; several rows of one value are alternatives (other speaker, other article)."""

    value: float
    qualifier: str | None = None
    counted: str | None = None
    said_by: str | None = None
    as_of: Day | None = None
    status: FigureStatus = "current"
    article_id: str | None = None


class Case(_Row):
    """One question with its gold.

    ``answers`` are alternatives: any one is right. ``conversation`` holds the questions asked before this one,
    oldest first. ``as_of`` hides later articles. ``origin`` says where the case came from.
    """

    id: Annotated[str, Field(pattern=r"^\S+$")]
    question: Words
    answers: tuple[Words, ...] = ()
    citations: tuple[GoldCitation, ...] = ()
    figures: tuple[GoldFigure, ...] = ()
    answerable: bool = True
    as_of: Day | None = None
    conversation: tuple[Words, ...] = ()
    tags: tuple[Words, ...] = ()
    origin: str = ""

    @model_validator(mode="after")
    def _gold_fits(self) -> Self:
        if not self.answerable and (self.answers or self.figures):
            raise ValueError("an unanswerable case must have no answers and no figures")
        return self

    @property
    def gold_articles(self) -> tuple[str, ...]:
        """Ids of the articles that hold the evidence, each once, in the order given."""
        ids = [c.article_id for c in self.citations] + [f.article_id for f in self.figures]
        return tuple(dict.fromkeys(i for i in ids if i is not None))

    @property
    def quotes(self) -> tuple[GoldCitation, ...]:
        """The citations that name a place, not only an article."""
        return tuple(c for c in self.citations if c.quote.strip())


def same_article(gold_id: str | None, article_id: str, url: str | None) -> bool:
    """Whether ``gold_id`` names this article: its id, its URL or the last part of its URL; None names any."""
    if gold_id is None:
        return True
    return gold_id == article_id or (url is not None and gold_id in (url, url.rstrip("/").rsplit("/", 1)[-1]))
