"""The ``dateline`` command."""

from __future__ import annotations

import sys

_INTERRUPTED = 130


def main() -> None:
    """Run the command line; Ctrl-C ends it without a traceback, also in the seconds in which it still loads."""
    try:
        from app.cli.commands import run  # noqa: PLC0415  # loads what may be interrupted

        run()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
