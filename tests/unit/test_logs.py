"""Lines of a log and the requests that they belong to."""

import io
import logging
from contextvars import copy_context

from app.logs import log_handler, work_for


def logged(request_id: str | None) -> str:
    """What is printed of one warning."""
    lines = io.StringIO()
    logger = logging.Logger("app.somewhere")
    logger.addHandler(log_handler(lines))
    if request_id:
        work_for(request_id)
    logger.warning("the lamps are out")
    return lines.getvalue()


def test_a_line_names_the_request_it_belongs_to() -> None:
    """Without being told by the code that writes it."""
    assert " app.somewhere 9f1c the lamps are out" in copy_context().run(logged, "9f1c")


def test_a_line_of_no_request_says_so() -> None:
    """One request's id never sticks to what comes after it."""
    copy_context().run(logged, "9f1c")

    assert " app.somewhere - the lamps are out" in copy_context().run(logged, None)
