"""The archive as a LangChain retriever, for chains and graphs of your own.

    from app.langchain_retriever import ArchiveRetriever
    from app.settings import load_settings
    from app.wiring import open_dateline

    with open_dateline(load_settings()) as dateline:
        chain = ArchiveRetriever(desk=dateline, top_k=5) | ...

An ``app.client.RemoteDateline`` does as well as an open archive.
"""

from __future__ import annotations

from typing import Annotated, Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import Field, SkipValidation

from app.dateline import Desk
from app.models import Passage, SearchFilters


class ArchiveRetriever(BaseRetriever):
    """Passages as documents, best first.

    Attributes:
        desk: an open archive or a running server.
        top_k: documents for a question, at most.
        filters: what may be found; ``as_of`` hides later articles.
    """

    desk: Annotated[Desk, SkipValidation]
    top_k: Annotated[int, Field(ge=1, le=100)] = 10
    filters: SearchFilters = SearchFilters()

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        return [_document(passage) for passage in self.desk.search(query, self.filters, self.top_k)]


def _document(passage: Passage) -> Document:
    """A passage whose metadata say where its text stands: ``article.text[start:end] == page_content``."""
    origin: dict[str, Any] = {
        name: getattr(passage, name)
        for name in ("article_id", "version", "start", "end", "title", "source", "url", "published_at", "score")
    }
    identifier = f"{passage.article_id}:{passage.version}:{passage.start}-{passage.end}"
    return Document(id=identifier, page_content=passage.text, metadata=origin)
