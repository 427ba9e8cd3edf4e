"""Dateline as every surface sees it: one archive, one answerer, a handful of verbs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING, Any, Protocol

from app.answering.checking.claims import CheckedClaim, check_claims
from app.chat.ledger import Ledger
from app.models import Answer, Article, Ask, Passage, SearchFilters
from app.receipt import Receipt, Replay
from app.retrieval.question import analyse
from app.timeline.reader import TimelineReader

if TYPE_CHECKING:
    from app.answering.answerer import Answerer
    from app.answering.events import AnswerEvent
    from app.archive.archive import Added, Archive, ArchiveStatus
    from app.archive.coverage import Coverage
    from app.archive.stores import Feedback
    from app.embeddings.protocol import Embedder
    from app.retrieval.retriever import Retriever
    from app.settings import Settings
    from app.timeline.series import Timeline
    from app.watching.watcher import Watch, Watcher


LISTED = 50
"""Most failures and most warnings that are kept of the last ingest."""


NO_LIMITS = SearchFilters()
_READ_FOR_CLAIM = 8
"""Passages read to check one claim."""
_PAGE_ARTICLES = 100


class Desk(Protocol):
    """What the command line needs, whether the archive is open here or in a running server."""

    def ask(self, ask: Ask) -> Answer: ...
    def search(self, question: str, filters: SearchFilters, top_k: int) -> list[Passage]: ...
    def receipt(self, answer_id: str) -> Receipt: ...
    def replay(self, answer_id: str, *, ask_model: bool = False) -> Replay: ...
    def answers(self, last: int) -> list[Answer]: ...
    def feedback(self) -> list[Feedback]: ...
    def add(self, articles: Iterable[Article]) -> Iterator[Added]: ...
    def article(self, article_id: str, version: int | None = None) -> Article: ...
    def articles(self, sources: Sequence[str] = ()) -> Iterator[Article]: ...
    def delete(self, article_id: str) -> bool: ...
    def status(self) -> ArchiveStatus: ...
    def coverage(self) -> Coverage: ...
    def watch(self, since: int = 0) -> Watch: ...
    def timeline(self, ask: Ask) -> Timeline: ...


@dataclass(frozen=True, slots=True)
class Dateline:
    """An open archive with everything that reads from it; made and closed by ``app.wiring``."""

    settings: Settings
    embedder: Embedder
    archive: Archive
    retriever: Retriever
    answerer: Answerer
    watcher: Watcher
    ledger: Ledger = field(default_factory=Ledger)
    """What the chat model has used; stays empty without one."""

    def ask(self, ask: Ask) -> Answer:
        """The checked answer to one question.

        Raises:
            QuestionError: the question is empty or too long.
        """
        return self.answerer.answer(ask)

    def stream(self, ask: Ask) -> Iterator[AnswerEvent]:
        """The same answer as it comes about, the whole ``Answer`` last.

        Raises:
            QuestionError: the question is empty or too long.
        """
        return self.answerer.stream(ask)

    def search(self, question: str, filters: SearchFilters, top_k: int) -> list[Passage]:
        """The ``top_k`` best passages, best first.

        Raises:
            QuestionError: the question is empty or too long.
        """
        self.answerer.validate(Ask(question, filters=filters))
        analysed = analyse(question, known_sources=self.archive.sources())
        return self.retriever.search(analysed, filters=filters, top_k=top_k)

    def check(self, text: str) -> list[CheckedClaim]:
        """What the archive says to each claim of a text, in order; none for a text that says nothing.

        Raises:
            QuestionError: a claim is too long.
        """
        return check_claims(text, lambda claim: self.search(claim, NO_LIMITS, _READ_FOR_CLAIM), self.archive.article)

    def receipt(self, answer_id: str) -> Receipt:
        """An answer given earlier and how it came about.

        Raises:
            AnswerNotFound: no answer was given under that id.
        """
        return self.answerer.receipt(answer_id)

    def replay(self, answer_id: str, *, ask_model: bool = False) -> Replay:
        """An answer given again and where it differs from the first one.

        Raises:
            AnswerNotFound: no answer was given under that id, or its working was not kept.
        """
        return self.answerer.replay(answer_id, ask_model=ask_model)

    def answers(self, last: int) -> list[Answer]:
        """The ``last`` answers that were given, newest first."""
        return self.archive.receipts.latest(last)

    def feedback(self) -> list[Feedback]:
        """What readers said about answers, oldest first."""
        return self.archive.feedback.list()

    def add(self, articles: Iterable[Article]) -> Iterator[Added]:
        """Store articles; what became of each comes back in order."""
        return self.archive.add(articles)

    def article(self, article_id: str, version: int | None = None) -> Article:
        """The newest version of an article, or the one asked for.

        Raises:
            ArticleNotFound: no such article or version.
        """
        return self.archive.article(article_id, version)

    def articles(self, sources: Sequence[str] = ()) -> Iterator[Article]:
        """Every article in its newest version, latest publication first; only of these outlets when some are named."""
        filters = SearchFilters(sources=tuple(sources))
        for offset in count(0, _PAGE_ARTICLES):
            page = self.archive.articles(filters=filters, limit=_PAGE_ARTICLES, offset=offset)
            yield from page
            if len(page) < _PAGE_ARTICLES:
                return

    def delete(self, article_id: str) -> bool:
        """Remove an article with all its versions; False when there was none."""
        return self.archive.delete(article_id)

    def status(self) -> ArchiveStatus:
        """What the archive holds."""
        return self.archive.status()

    def coverage(self) -> Coverage:
        """How many articles of each source and month."""
        return self.archive.coverage()

    def watch(self, since: int = 0) -> Watch:
        """Answers given earlier whose figures do not stand any more, noticed after the cursor ``since``."""
        return self.watcher.watch(since)

    def timeline(self, ask: Ask) -> Timeline:
        """Every figure that answers the question, in order of its day.

        Raises:
            QuestionError: the question is empty or too long.
        """
        return TimelineReader(self.answerer, self.retriever).read(ask)

    def note_ingest(self, report: Mapping[str, Any]) -> dict[str, Any]:
        """Keep what an ingest did, with the time in UTC, for whoever asks what was added last; gives it back dated."""
        dated = {**report, "at": datetime.now(UTC).isoformat(timespec="seconds")}
        kept = {**dated, "failed": dated["failed"][:LISTED], "warnings": dated["warnings"][:LISTED]}
        self.archive.note_ingest(json.dumps(kept))
        return dated
