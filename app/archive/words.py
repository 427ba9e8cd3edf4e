"""The word index: BM25 with tantivy over every chunk with its title, outlet, place and day."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import tantivy

from app.archive.catalogue import Bounds, day_number, folded
from app.archive.failures import explained
from app.archive.protocols import REINDEX_HINT, Indexable, Removal, RowHit
from app.english import MONTHS
from app.errors import ArchiveDamaged
from app.models import Article, Span

WORDS_VERSION = "words.v2"
"""Recorded with the archive: another schema or analyzer needs a new value, and the index is rebuilt."""

FIELD_BOOSTS = {"text": 1.0, "origin": 0.2}
"""``text`` is the title and the chunk together: as fields of their own they counted every title word twice, and hits
within 1,000 words fell from 0.83 to 0.79 (RealTimeQA, eval/benchmarks/retrieval.py). ``origin`` is outlet, agency,
place and day, for questions that name one."""

_WRITER_BYTES = 32_000_000
_TIES = 20
"""Fetched beyond ``k``: which of several equal scores come first depends on segments, and merging moves those."""


class TantivyWords:
    """Implements ``WordIndex`` in one folder.

    Args:
        folder: made when it does not exist.
    """

    name = "words"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._writer: tantivy.IndexWriter | None = None
        self._query_analyzer = _analyzer(stop_words=True)
        self._plain_analyzer = _analyzer(stop_words=False)
        self._schema = _schema()

    def open(self) -> None:
        with self._explained():
            self._folder.mkdir(parents=True, exist_ok=True)
            self._check_version()
            self._index = tantivy.Index(self._schema, path=str(self._folder), reuse=True)
            self._index.register_tokenizer("news", self._plain_analyzer)
            self._reload()

    def upsert(self, versions: Sequence[Indexable]) -> None:
        self._write(removed=[version.row for version in versions], added=versions)

    def delete(self, removals: Sequence[Removal]) -> None:
        self._write(removed=[removal.row for removal in removals], added=())

    def count(self) -> int:
        return self._searcher.num_docs

    def finds(self, version: Indexable) -> bool:
        text = version.article.text
        return all(self.search(text[start:stop], 1, None) for start, stop in version.spans[:1])

    def search(self, query: str, k: int, bounds: Bounds | None) -> list[RowHit]:
        """The ``k`` best chunks, best first; equal scores in the order of row and start.

        Function words count only in a query that has no others.
        """
        terms = self._terms(query)
        if not terms or k <= 0:
            return []
        clauses = [(tantivy.Occur.Must, self._any_of(terms))]
        clauses += [(tantivy.Occur.Must, clause) for clause in self._limits(bounds)]
        searcher = self._searcher
        with self._explained():
            hits = searcher.search(tantivy.Query.boolean_query(clauses), limit=k + _TIES, count=False).hits
            places = [place for _, place in hits]
            columns = [searcher.fast_field_values(name, places) for name in ("row", "start", "stop")]
        found = [
            RowHit(int(row or 0), Span(int(start or 0), int(stop or 0)), float(score))
            for (score, _), row, start, stop in zip(hits, *columns, strict=True)
        ]
        return sorted(found, key=lambda hit: (-hit.score, hit.row, hit.span))[:k]

    def rows_with(self, phrase: str, bounds: Bounds | None) -> set[int]:
        """The rows with a chunk that has every word of the phrase, in any form and order."""
        terms = self._terms(phrase)
        if not terms:
            return set()
        clauses = [(tantivy.Occur.Must, tantivy.Query.term_query(self._schema, "text", term)) for term in terms]
        clauses += [(tantivy.Occur.Must, limit) for limit in self._limits(bounds)]
        searcher = self._searcher
        with self._explained():
            hits = searcher.search(tantivy.Query.boolean_query(clauses), limit=max(1, searcher.num_docs)).hits
            rows = searcher.fast_field_values("row", [place for _, place in hits])
        return {int(row or 0) for row in rows}

    def clear(self) -> None:
        self._writer = None
        with self._explained():
            if self._folder.exists():
                shutil.rmtree(self._folder)
        self.open()

    def close(self) -> None:
        if self._writer is not None:
            self._writer.wait_merging_threads()
            self._writer = None

    def _write(self, *, removed: list[int], added: Sequence[Indexable]) -> None:
        with self._explained():
            writer = self._writer or self._index.writer(heap_size=_WRITER_BYTES, num_threads=1)
            self._writer = None  # a writer that failed is dead; only one that committed is kept
            # Not delete_documents_by_term: on an unsigned field it deletes nothing (tantivy 0.27).
            writer.delete_documents_by_query(tantivy.Query.term_set_query(self._schema, "row", removed))
            for version in added:
                for fields in _fields(version):
                    writer.add_document(tantivy.Document.from_dict(fields, self._schema))
            writer.commit()
            self._writer = writer
            self._reload()

    def _check_version(self) -> None:
        marker = self._folder / "version"
        if tantivy.Index.exists(str(self._folder)) and not (marker.exists() and marker.read_text() == WORDS_VERSION):
            raise ArchiveDamaged(f"The words in {self._folder} are not of version {WORDS_VERSION}.", hint=REINDEX_HINT)
        marker.write_text(WORDS_VERSION)

    def _reload(self) -> None:
        self._index.reload()
        self._searcher = self._index.searcher()

    def _explained(self) -> AbstractContextManager[None]:
        return explained(self._folder, OSError, ValueError, hint=REINDEX_HINT)

    def _terms(self, query: str) -> list[str]:
        telling = self._query_analyzer.analyze(query)
        return list(dict.fromkeys(telling or self._plain_analyzer.analyze(query)))

    def _any_of(self, terms: Sequence[str]) -> tantivy.Query:
        return tantivy.Query.boolean_query(
            [
                (
                    tantivy.Occur.Should,
                    tantivy.Query.boost_query(
                        tantivy.Query.term_query(self._schema, field, term, index_option="freq"), boost
                    ),
                )
                for field, boost in FIELD_BOOSTS.items()
                for term in terms
            ]
        )

    def _limits(self, bounds: Bounds | None) -> list[tantivy.Query]:
        if bounds is None:
            return []
        first = bounds.first_day if bounds.undated else max(1, bounds.first_day)
        limits = [tantivy.Query.range_query(self._schema, "day", tantivy.FieldType.Unsigned, first, bounds.last_day)]
        if bounds.sources:
            limits.append(tantivy.Query.term_set_query(self._schema, "source", sorted(bounds.sources)))
        if bounds.language is not None:
            limits.append(tantivy.Query.term_query(self._schema, "language", bounds.language))
        return [tantivy.Query.const_score_query(limit, 0.0) for limit in limits]


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("row", indexed=True, fast=True)
    builder.add_unsigned_field("start", fast=True)
    builder.add_unsigned_field("stop", fast=True)
    builder.add_unsigned_field("day", indexed=True, fast=True)
    builder.add_text_field("source", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("language", tokenizer_name="raw", index_option="basic")
    for field in FIELD_BOOSTS:
        builder.add_text_field(field, tokenizer_name="news", index_option="freq")
    return builder.build()


def _analyzer(*, stop_words: bool) -> tantivy.TextAnalyzer:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.remove_long(60))
    builder = builder.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold())
    if stop_words:
        builder = builder.filter(tantivy.Filter.stopword("english"))
    return builder.filter(tantivy.Filter.stemmer("english")).build()


def _fields(version: Indexable) -> Iterator[dict[str, str | int]]:
    article = version.article
    shared: dict[str, str | int] = {
        "row": version.row,
        "day": day_number(article.published_at),
        "source": folded(article.source),
        "language": folded(article.language),
        "origin": _origin(article),
    }
    for start, stop in version.spans:
        yield shared | {"start": start, "stop": stop, "text": f"{article.title}\n{article.text[start:stop]}"}


def _origin(article: Article) -> str:
    """Where and when, in words a question may use: ``TASS Moscow 28 February 2020``."""
    parts = [article.source, article.agency, article.place]
    if article.published_at:
        year, month, day = article.published_at[:10].split("-")
        parts.append(f"{int(day)} {MONTHS[int(month) - 1]} {year}")
    return " ".join(part for part in parts if part)
