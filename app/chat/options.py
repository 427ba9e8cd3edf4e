"""Which chat model, where, and how long and how often to ask it."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import SecretStr


@dataclass(frozen=True, slots=True)
class ChatOptions:
    """How to reach a chat model.

    Attributes:
        model: a name as ``init_chat_model`` takes it (``openai:gpt-…``, ``anthropic:claude-…``), or the name under
            which an OpenAI-compatible server knows it; "" asks that server for its first one.
        base_url: of an OpenAI-compatible server, with or without ``/v1``; None for the provider's own.
        timeout_seconds: for one whole reply, and for the first word of it.
        retries: further attempts after one that may succeed when repeated.
        concurrency: calls at a time; others wait.
        max_tokens: of a reply; a longer one is cut off.
        prompt_price, completion_price: for a million tokens, in any one currency.
        callbacks: LangChain callback handlers as ``module:Class``; each is made without arguments.
    """

    model: str = ""
    base_url: str | None = None
    api_key: SecretStr | None = None
    timeout_seconds: float = 60.0
    retries: int = 2
    concurrency: int = 4
    max_tokens: int = 400
    temperature: float | None = 0.0
    prompt_price: float = 0.0
    completion_price: float = 0.0
    callbacks: tuple[str, ...] = ()

    @property
    def server_url(self) -> str | None:
        """The base URL with ``/v1``, as OpenAI clients want it."""
        if self.base_url is None:
            return None
        plain = self.base_url.rstrip("/")
        return plain if plain.endswith("/v1") else f"{plain}/v1"
