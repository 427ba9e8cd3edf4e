"""``python -m app.cli`` is the ``dateline`` command."""

from app.cli import main

main()
