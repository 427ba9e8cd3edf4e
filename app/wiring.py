"""The only composition root: opens everything in order and closes it again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from fastapi import FastAPI

from app.answering.answerer import Answerer
from app.answering.generative.condensing import Condenser
from app.answering.generative.reviewing import Reviewer
from app.answering.generative.writer import GenerativeWriter
from app.answering.writers import Writers
from app.api.application import Surface, create_app
from app.archive.archive import Archive, ArchiveStatus
from app.chat.entailment import CrossEncoderEntailment
from app.chat.ledger import Ledger
from app.chat.opening import open_chat_model
from app.chat.options import ChatOptions
from app.chat.protocol import ChatModel
from app.chat.recorded import RecordedModel
from app.dateline import Dateline
from app.embeddings import open_embedder
from app.embeddings.protocol import Embedder
from app.figures.reading.extract import EXTRACTOR_VERSION, extract_figures
from app.prompts import load_prompt
from app.retrieval.reranking import CrossEncoderReranker
from app.retrieval.retriever import Retriever
from app.settings import Settings
from app.watching.watcher import Watcher
from ingest.formats import article_from_fields
from ingest.intake import ServerIntake

SAMPLE = Path(__file__).parent.parent / "ingest" / "sample"


@contextmanager
def open_dateline(settings: Settings, *, chat_model: ChatModel | None = None) -> Iterator[Dateline]:
    """Everything that answers questions, from one archive.

    Args:
        chat_model: in place of the one that the settings name.

    Raises:
        ArchiveError: the archive is locked, damaged or built with another model; says what to do.
        EmbeddingError: the model cannot be found or loaded.
    """
    embedder = make_embedder(settings)
    archive = open_archive(settings, embedder)
    ledger = Ledger()
    try:
        reranker = CrossEncoderReranker(settings.reranker_model) if settings.reranker_model else None
        retriever = Retriever(archive, embedder, reranker)
        answerer = Answerer(
            archive,
            retriever,
            max_question_chars=settings.max_question_chars,
            top_k=settings.top_k,
            writers=_writers(settings, chat_model, ledger),
            keep_days=settings.keep_answers_days,
        )
        yield Dateline(settings, embedder, archive, retriever, answerer, Watcher(answerer), ledger)
    finally:
        archive.close()


def open_archive(settings: Settings, embedder: Embedder, *, rebuild: bool = False) -> Archive:
    """The archive of the settings, with the figures of its articles; see ``Archive.open``."""
    return Archive.open(
        settings.archive,
        embedder,
        chroma_url=settings.chroma_url,
        extract=extract_figures,
        extractor=EXTRACTOR_VERSION,
        rebuild=rebuild,
    )


def make_embedder(settings: Settings) -> Embedder:
    """The embedding model of the settings, run by the backend they name.

    Raises:
        EmbeddingError: it cannot be found or loaded.
    """
    return open_embedder(
        settings.embedding_model, backend=settings.embedding_backend, cache_folder=settings.model_cache.expanduser()
    )


def make_application(
    settings: Settings, opened: AbstractContextManager[Dateline], *, socket_mode: bool = False
) -> FastAPI:
    """The HTTP application over an archive that its lifespan opens.

    Args:
        socket_mode: connect to Slack, too.

    Raises:
        SettingsError: a setting that Slack needs is missing.
    """
    return create_app(
        lambda: opened,
        read_fields=article_from_fields,
        intake=ServerIntake(settings),
        max_body_bytes=settings.max_upload_mb << 20,
        surfaces=_surfaces(settings, socket_mode=socket_mode),
    )


def prove_surfaces(settings: Settings, *, socket_mode: bool = False) -> None:
    """Find out before serving whether what the surfaces are given is right.

    Raises:
        SlackRefused: one of Slack's tokens is wrong.
    """
    if _uses_slack(settings, socket_mode=socket_mode):
        from app.slack.proof import prove  # noqa: PLC0415

        asyncio.run(prove(settings, socket_mode=socket_mode))


def _surfaces(settings: Settings, *, socket_mode: bool) -> list[Surface]:
    """Slack where it is used; its libraries are loaded only then."""
    if not _uses_slack(settings, socket_mode=socket_mode):
        return []
    from app.slack.surface import Slack  # noqa: PLC0415

    return [Slack(settings, socket_mode=socket_mode)]


def _uses_slack(settings: Settings, *, socket_mode: bool) -> bool:
    return socket_mode or settings.slack_signing_secret is not None


def reindex_archive(settings: Settings, on_progress: Callable[[int, int], None] | None = None) -> ArchiveStatus:
    """Rebuild both indexes from the stored articles."""
    with open_archive(settings, make_embedder(settings), rebuild=True) as archive:
        archive.reindex(on_progress)
        return archive.status()


def _writers(settings: Settings, model: ChatModel | None, ledger: Ledger) -> Writers:
    """The writers that the settings name; without a chat model langchain is not loaded."""
    reviewer = Reviewer(
        keep_unsupported=settings.unsupported_claims == "mark",
        entailment=CrossEncoderEntailment(settings.entailment_model) if settings.entailment_model else None,
        least_entailment=settings.least_entailment,
    )
    retelling = GenerativeWriter(
        RecordedModel("none", ""), load_prompt("answer.v2"), reviewer, most_words=settings.chat_words
    )
    if model is None and settings.chat_model_given:
        model = open_chat_model(chat_options(settings), ledger)
    if model is None:
        return Writers(default=settings.writer, reteller=retelling)
    condenser = Condenser(model, load_prompt("condense_question.v1"))
    return Writers(retelling.with_model(model), condenser, settings.writer)


def chat_options(settings: Settings) -> ChatOptions:
    """How the settings reach a chat model."""
    return ChatOptions(
        model=settings.chat_model or "",
        base_url=settings.chat_base_url,
        api_key=settings.chat_api_key,
        timeout_seconds=settings.chat_timeout_seconds,
        retries=settings.chat_retries,
        concurrency=settings.chat_concurrency,
        max_tokens=settings.chat_max_tokens,
        temperature=settings.chat_temperature,
        prompt_price=settings.chat_prompt_price,
        completion_price=settings.chat_completion_price,
        callbacks=tuple(name.strip() for name in settings.chat_callbacks.split(",") if name.strip()),
    )
