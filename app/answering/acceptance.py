"""What is accepted as a question; the rest is refused in words that say what to do."""

from __future__ import annotations

from datetime import date

from app.errors import QuestionError
from app.models import Ask, SearchFilters


def require_question(ask: Ask, *, max_chars: int) -> None:
    """Refuse what cannot be answered, whatever the archive holds.

    Raises:
        QuestionError: the question is empty, longer than ``max_chars`` or no Unicode; a day of its limits is none, or
            no day lies within them.
    """
    text = ask.question.strip()
    if not text:
        raise QuestionError("The question is empty.", hint="Ask something, for example: How many posts are in Idlib?")
    if len(text) > max_chars:
        raise QuestionError(
            f"The question has {len(text):,} characters; at most {max_chars:,} are accepted.",
            hint="Shorten it, or raise DATELINE_MAX_QUESTION_CHARS.",
        )
    for part in (text, *ask.history, ask.conversation_id or "", *ask.filters.sources, ask.filters.language or ""):
        _require_unicode(part)
    _require_days(ask.filters)


def _require_unicode(text: str) -> None:
    """Half a surrogate pair, which JSON can carry, can be neither searched nor stored."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        readable = text.encode(errors="replace").decode()
        raise QuestionError(f"{readable!r} holds half a character.", hint="Send it as valid UTF-8.") from error


def _require_days(filters: SearchFilters) -> None:
    for name in ("as_of", "published_after", "published_before"):
        _require_day(name, getattr(filters, name))
    first, last = filters.published_after, filters.published_before
    if first and last and first[:10] > last[:10]:
        raise QuestionError(f"No day is both after {first} and before {last}.", hint="Exchange the two days.")


def _require_day(name: str, day: str | None) -> None:
    if day is None:
        return
    try:
        date.fromisoformat(day[:10])
    except ValueError as error:
        raise QuestionError(f"{name} is {day!r}, which is no day.", hint="Write it like 2020-02-28.") from error
