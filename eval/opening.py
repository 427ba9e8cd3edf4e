"""Open what is asked: the configured archive, a fresh archive of some articles, or a server."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from app.chat.protocol import ChatModel
from app.errors import EvalError
from app.settings import Settings
from eval import provenance
from eval.respondents import Desk, LocalDesk, ServerDesk

if TYPE_CHECKING:
    from app.dateline import Dateline


@dataclass(frozen=True, slots=True)
class Opened:
    """A desk, and what a report says about it.

    ``facts`` hold no secret and no folder of this machine. ``lasting`` says whether equal facts promise equal
    answers, so that replies may be used again by a later run.
    """

    desk: Desk
    label: str
    facts: Mapping[str, Any]
    lasting: bool


@contextmanager
def open_local(settings: Settings) -> Iterator[Opened]:
    """The archive of the settings: the server's that has it open, else in this process.

    Raises:
        ArchiveLocked: another process that is not a server holds it.
        EvalError: it holds no article.
    """
    from app.cli.desk import running_server  # noqa: PLC0415  # the command line's package imports the eval commands

    if address := running_server(settings.archive):
        with open_server(address, settings) as opened:
            yield opened
        return
    from app.wiring import open_dateline  # noqa: PLC0415  # loads the model's libraries; a server spares us that

    with open_dateline(settings) as dateline:
        if not dateline.archive.status().articles:
            raise EvalError(
                f"The archive {settings.archive} holds no article.",
                hint="Ingest some, or ask a fresh archive of the sample with --corpus ingest/sample.",
            )
        yield Opened(LocalDesk(dateline), "in process", _facts(dateline), lasting=True)


@contextmanager
def open_corpus(settings: Settings, sources: Sequence[str]) -> Iterator[Opened]:
    """A new archive of these articles in a temporary folder: the same one every time.

    Raises:
        EvalError: an article cannot be read; a corpus that lost one is another corpus.
    """
    from app.cli.progress import ingest_bar  # noqa: PLC0415  # see open_local
    from app.wiring import open_dateline  # noqa: PLC0415  # see open_local
    from ingest.pipeline import Ingester  # noqa: PLC0415  # loads the parsers of every format

    with (
        TemporaryDirectory(prefix="dateline-eval-") as folder,
        open_dateline(settings.model_copy(update={"archive": Path(folder)})) as dateline,
    ):
        with ingest_bar() as on_progress:
            report = Ingester(dateline.archive).ingest(sources, on_progress=on_progress)
        if report.failed:
            first = report.failed[0]
            raise EvalError(f"The corpus is not whole: {first.source}: {first.reason}.", hint=first.hint)
        yield Opened(LocalDesk(dateline), "in process, fresh archive", _facts(dateline), lasting=True)


def open_judge(settings: Settings) -> ChatModel:
    """The chat model of the settings, to judge with; no request is sent yet.

    Raises:
        EvalError: none is set.
    """
    from app.chat.opening import open_chat_model  # noqa: PLC0415  # see open_local
    from app.wiring import chat_options  # noqa: PLC0415

    if not settings.chat_model and not settings.chat_base_url:
        raise EvalError(
            "There is no chat model to judge with.", hint="Set DATELINE_CHAT_MODEL or DATELINE_CHAT_BASE_URL."
        )
    return open_chat_model(chat_options(settings))


@contextmanager
def open_server(base_url: str, settings: Settings) -> Iterator[Opened]:
    """A running server.

    Raises:
        EvalError: nobody answers there.
    """
    desk = ServerDesk(base_url, api_key=settings.api_key.get_secret_value() if settings.api_key else None)
    try:
        archive = {name: value for name, value in desk.status().items() if name != "folder"}
        yield Opened(desk, provenance.public_url(base_url), {"archive": archive}, lasting=False)
    finally:
        desk.close()


def _facts(dateline: "Dateline") -> dict[str, Any]:
    status = dateline.archive.status()
    counted = TypeAdapter(type(status)).dump_python(
        status, mode="json", exclude={"folder", "bytes_on_disk", "last_change"}
    )
    return {
        "archive": counted,
        "corpus_sha256": provenance.corpus_sha256(dateline.archive),
        "embedding": {
            "model": dateline.embedder.name,
            "fingerprint": dateline.embedder.fingerprint,
            "backend": dateline.embedder.backend,
        },
        "settings": provenance.public_settings(dateline.settings),
        "code_sha256": provenance.code_sha256(),
        "prompts": provenance.prompt_fingerprints(),
    }
