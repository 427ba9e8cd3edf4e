"""Any chat model that LangChain's ``init_chat_model`` can open, and any OpenAI-compatible server by its URL."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from importlib import import_module
from typing import TYPE_CHECKING, Any

from app.chat.failures import chat_error
from app.chat.options import ChatOptions
from app.chat.protocol import Message, Schema
from app.errors import ModelRejected, ModelUnreachable, SettingsError
from app.models import Usage

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessageChunk

_NO_KEY = "none"
"""OpenAI clients insist on a key; local servers ignore it."""
_OPENAI_LIKE = "ChatOpenAI"


def open_langchain_model(options: ChatOptions) -> LangChainModel:
    """The model that the options name; no request is sent.

    Raises:
        SettingsError: the provider is unknown or its package is not installed.
    """
    from langchain.chat_models import init_chat_model  # noqa: PLC0415  # seconds to import; most servers need none

    try:
        model = init_chat_model(options.model or _served_name(options), **_arguments(options))
    except (ImportError, ValueError) as error:
        raise SettingsError(
            f"The chat model {options.model!r} cannot be opened: {error}.",
            hint="Write DATELINE_CHAT_MODEL as provider:name and install the provider's LangChain package.",
        ) from error
    return LangChainModel(model, options)


def _arguments(options: ChatOptions) -> dict[str, Any]:
    given: dict[str, Any] = {
        "callbacks": [_handler(name) for name in options.callbacks] or None,
        "timeout": options.timeout_seconds,
        "max_retries": 0,
        "max_tokens": options.max_tokens,
    }
    if options.temperature is not None:
        given["temperature"] = options.temperature
    if options.api_key is not None:
        given["api_key"] = options.api_key.get_secret_value()
    if options.server_url is not None:
        given |= {"model_provider": "openai", "base_url": options.server_url, "use_responses_api": False}
        given |= {"stream_usage": True, "api_key": given.get("api_key", _NO_KEY)}
    return given


def _handler(name: str) -> Any:
    """A callback handler by ``module:Class``; it reads its own settings, as those of Langfuse do.

    Raises:
        SettingsError: there is no such class, or it cannot be made without arguments.
    """
    module, _, kind = name.partition(":")
    try:
        return getattr(import_module(module), kind)()
    except (ImportError, AttributeError, ValueError, TypeError) as error:
        raise SettingsError(
            f"The callback handler {name!r} cannot be made: {error}.",
            hint="Write DATELINE_CHAT_CALLBACKS as module:Class, and install its package.",
        ) from error


def _served_name(options: ChatOptions) -> str:
    """What the server calls its first model; "default" when it does not say."""
    import httpx  # noqa: PLC0415

    key = options.api_key.get_secret_value() if options.api_key else _NO_KEY
    try:
        reply = httpx.get(f"{options.server_url}/models", headers={"Authorization": f"Bearer {key}"}, timeout=5.0)
        return str(reply.json()["data"][0]["id"])
    except (httpx.HTTPError, ValueError, LookupError, TypeError):
        return "default"


class LangChainModel:
    """A LangChain chat model behind our protocol.

    Args:
        model: any chat model.
        options: the limits it was opened with.
    """

    def __init__(self, model: BaseChatModel, options: ChatOptions) -> None:
        self._model = model
        self._options = options
        self._is_openai_like = type(model).__name__ == _OPENAI_LIKE
        self._takes_schema = self._is_openai_like
        self.name = str(getattr(model, "model_name", None) or getattr(model, "model", None) or options.model)

    def stream(self, messages: Sequence[Message], *, schema: Schema | None = None) -> Iterator[str | Usage]:
        """See ``ChatModel``. A server that does not know JSON schemas is asked again without one, and remembered."""
        if schema is None or not self._takes_schema:
            yield from self._pieces(messages, {})
            return
        response_format = {"type": "json_schema", "json_schema": {"name": "reply", "schema": schema, "strict": True}}
        try:
            yield from self._pieces(messages, {"extra_body": {"response_format": response_format}})
        except ModelRejected as error:
            if getattr(error.__cause__, "status_code", None) not in (400, 422):
                raise
            yield from self._pieces(messages, {})
            self._takes_schema = False

    def _pieces(self, messages: Sequence[Message], extra: dict[str, Any]) -> Iterator[str | Usage]:
        finished = False
        ends_at = time.monotonic() + self._options.timeout_seconds
        try:
            with closing(self._model.stream([(turn.role, turn.content) for turn in messages], **extra)) as chunks:  # type: ignore[type-var]  # it is a generator
                for chunk in chunks:
                    yield from self._read(chunk)
                    finished = finished or bool(chunk.response_metadata.get("finish_reason"))
                    if time.monotonic() > ends_at:
                        raise TimeoutError("the whole reply took too long")
        except Exception as error:
            raise chat_error(error, self.name) from error
        if self._is_openai_like and not finished:
            raise ModelUnreachable(f"The reply of the chat model {self.name} broke off.", hint="Ask again.")

    def _read(self, chunk: AIMessageChunk) -> Iterator[str | Usage]:
        if chunk.text:
            yield str(chunk.text)
        if chunk.usage_metadata:
            yield self._usage(chunk.usage_metadata["input_tokens"], chunk.usage_metadata["output_tokens"])

    def _usage(self, prompt: int, completion: int) -> Usage:
        cost = (prompt * self._options.prompt_price + completion * self._options.completion_price) / 1_000_000
        return Usage(prompt, completion, cost)
