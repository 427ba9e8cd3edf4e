"""What went wrong in a provider's client, in our words.

Every provider has its own exceptions; those built on httpx share a ``status_code`` and a handful of names. Neither
messages nor the log repeat what the server said: it may echo the key or the prompt. The log names the exceptions.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.errors import ChatModelError, ModelRejected, ModelUnreachable, ModelUnusable

_UNREACHABLE_NAMES = {"TransportError", "TimeoutException", "APIConnectionError", "ConnectionError", "TimeoutError"}
_REPEATABLE = {408, 409, 425, 429}
_REASONS = {
    400: ("it does not accept the request", "The context may be too long: lower DATELINE_TOP_K."),
    401: ("the key is wrong", "Set DATELINE_CHAT_API_KEY."),
    403: ("the key may not use it", "Set DATELINE_CHAT_API_KEY to one that may."),
    404: ("there is no such model or address", "Look at DATELINE_CHAT_MODEL and DATELINE_CHAT_BASE_URL."),
    413: ("the request is too large", "Lower DATELINE_TOP_K."),
}


def chat_error(error: Exception, model: str) -> ChatModelError:
    """The error to raise for an exception of a client library."""
    status = next((code for code in (_status(link) for link in _chain(error)) if code is not None), None)
    if status is not None:
        return _of_status(status, model)
    names = {kind.__name__ for link in _chain(error) for kind in type(link).__mro__}
    if names & _UNREACHABLE_NAMES:
        return ModelUnreachable(
            f"The chat model {model} does not answer ({type(error).__name__}).",
            hint="See whether its server runs and is fast enough; DATELINE_CHAT_TIMEOUT_SECONDS sets the longest wait.",
        )
    return ModelUnusable(
        f"The reply of the chat model {model} cannot be read ({type(error).__name__}).",
        hint="See whether DATELINE_CHAT_BASE_URL is the address of an OpenAI-compatible server.",
    )


def causes_of(error: BaseException) -> str:
    """The exceptions that led to an error, by name alone, nearest first: "RateLimitError < HTTPStatusError"."""
    return " < ".join(type(link).__name__ for link in _chain(error) if link is not error)


def _of_status(status: int, model: str) -> ChatModelError:
    if status in _REPEATABLE or status >= 500:
        return ModelUnreachable(
            f"The chat model {model} is overloaded or broken (HTTP {status}).", hint="Try again later."
        )
    reason, hint = _REASONS.get(status, (f"HTTP {status}", "Look at the model server's log."))
    return ModelRejected(f"The chat model {model} refused: {reason}.", hint=hint)


def _status(error: BaseException) -> int | None:
    status = getattr(error, "status_code", None)
    return status if isinstance(status, int) else None


def _chain(error: BaseException) -> Iterator[BaseException]:
    link: BaseException | None = error
    while link is not None:
        yield link
        link = link.__cause__ or link.__context__
