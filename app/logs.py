"""What a server logs: every line with the id of the request it belongs to, however deep in the code it is written."""

from __future__ import annotations

import logging
from contextvars import ContextVar
from typing import TextIO

_FORMAT = "%(asctime)s %(levelname)s %(name)s %(request_id)s %(message)s"
_NO_REQUEST = "-"
_request_id: ContextVar[str] = ContextVar("request_id", default=_NO_REQUEST)


def work_for(request_id: str) -> None:
    """Let what this task and the threads that it starts log carry the id of a request."""
    _request_id.set(request_id)


def log_handler(stream: TextIO | None = None) -> logging.Handler:
    """A handler whose lines name their request, "-" outside of any.

    Args:
        stream: where the lines go; standard error when not given.
    """
    handler = logging.StreamHandler(stream)
    handler.addFilter(_named)
    handler.setFormatter(logging.Formatter(_FORMAT))
    return handler


def _named(record: logging.LogRecord) -> bool:
    record.request_id = _request_id.get()
    return True
