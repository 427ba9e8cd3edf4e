"""A document handed over in memory (an HTTP upload) to articles, without reaching out to the network."""

from __future__ import annotations

from dataclasses import dataclass

from app.errors import IngestError
from app.models import Article
from ingest.compose import check_published, compose
from ingest.files import unzipped
from ingest.limits import IngestLimits
from ingest.plan import format_of, unknown_format
from ingest.reader import SourceReader
from ingest.report import Failure


@dataclass(frozen=True, slots=True)
class Upload:
    """What a document held: its articles in order, and what could not be read."""

    articles: tuple[Article, ...]
    failed: tuple[Failure, ...]


def articles_from_upload(
    name: str, raw: bytes, *, published: str | None = None, limits: IngestLimits | None = None
) -> Upload:
    """The articles of a file sent by a client; its name says what it is (``story.md``, ``stories.jsonl.gz``).

    Raises:
        UnreadableSource: a name of no known format, too large, or not what it says it is.
        MalformedArticle: the whole document cannot be read.
    """
    limits = limits or IngestLimits()
    kind = format_of(name)
    if kind is None:
        raise unknown_format(name)
    published = check_published(published)
    articles: list[Article] = []
    failed: list[Failure] = []
    for where, found, _ in SourceReader(None, limits).read_raw(name, unzipped(name, raw, limits.article_bytes), kind):
        try:
            if isinstance(found, IngestError):
                raise found
            articles.append(compose(found, name=where, published=published).article)
        except IngestError as error:
            failed.append(Failure.of(where, error))
    return Upload(tuple(articles), tuple(failed))
