"""A chat model from its options, guarded; the only place that loads langchain."""

from __future__ import annotations

from app.chat.guarded import GuardedModel
from app.chat.ledger import Ledger
from app.chat.options import ChatOptions


def open_chat_model(options: ChatOptions, ledger: Ledger | None = None) -> GuardedModel:
    """The configured model with its limits; no reply is asked for yet.

    Args:
        ledger: told what the model uses.

    Raises:
        SettingsError: the provider is unknown or its package is not installed.
    """
    from app.chat.langchain_model import open_langchain_model  # noqa: PLC0415  # loads langchain

    return GuardedModel(
        open_langchain_model(options),
        retries=options.retries,
        concurrency=options.concurrency,
        max_tokens=options.max_tokens,
        timeout_seconds=options.timeout_seconds,
        ledger=ledger,
    )
