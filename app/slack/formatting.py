"""Answers as Slack messages; pure, so that every rule of it is a row in a table of tests."""

from __future__ import annotations

from collections.abc import Sequence

from app.models import Answer, Figure
from app.references import long_day, reference
from app.slack.blocks import Block, Message, actions, button, context, paged, plain_text, sections
from app.slack.links import Links
from app.slack.text import escaped, link, with_links

FEEDBACK, EVIDENCE, SHARE = "dateline_feedback", "dateline_evidence", "dateline_share"
"""What the buttons under an answer tell the app; each carries the answer's id."""

_MOST_FIGURES = 12
_CONFLICTING = "Sources disagree; every figure is shown with who says it."


def answer_messages(answer: Answer, links: Links, *, private: bool = False) -> list[Message]:
    """One message, or more when the answer is longer than Slack takes at once.

    Args:
        private: only the asker sees it; a button then shares it with the channel.
    """
    return paged(fallback(answer), [*_told(answer, links), *answer_tail(answer, links, private=private)])


def answer_tail(answer: Answer, links: Links, *, private: bool = False) -> list[Block]:
    """What stands below the text of an answer: figures, sources or related articles, and buttons."""
    blocks: list[Block] = []
    if answer.status == "conflicting":
        blocks += context([_CONFLICTING])
    if answer.notice:
        blocks += context([escaped(answer.notice)])
    if len(answer.figures) > 1:
        blocks += sections(_figures(answer, links))
    blocks += context(f"[{citation.number}] {links.line(citation)}" for citation in answer.citations)
    if answer.related:
        blocks += context(["*Related articles*", *(f"•  {links.line(related)}" for related in answer.related)])
    return [*blocks, *_buttons(answer, private=private)]


def fallback(answer: Answer) -> str:
    """The answer without blocks: for notifications, screen readers and clients that show no blocks."""
    sources = [f"[{one.number}] {reference(one)}" for one in answer.citations]
    related = [f"- {reference(one)}" for one in answer.related]
    return escaped("\n".join([answer.answer, *sources, *related]))


def notice(text: str) -> Message:
    """A calm sentence that is no answer."""
    return Message(escaped(text), tuple(sections(escaped(text))))


def _told(answer: Answer, links: Links) -> list[Block]:
    """The text of the answer, its short answer in bold and first."""
    short, text, known = answer.short_answer.strip(), answer.answer, links.by_number(answer.citations)
    if not short or "*" in short or short == text:
        return sections(with_links(text, known))
    after = text[len(short) : len(short) + 1]
    if text.lower().startswith(short.lower()) and not (after.isalnum() or after == "*"):
        return sections(f"*{escaped(text[: len(short)])}*{with_links(text[len(short) :], known)}")
    return sections(f"*{escaped(short)}*\n{with_links(text, known)}")


def _figures(answer: Answer, links: Links) -> str:
    """The figures by day, earliest first; what holds now is bold."""
    known = links.by_number(answer.citations)
    ordered = sorted(answer.figures, key=lambda figure: figure.as_of or "")[-_MOST_FIGURES:]
    return "\n".join(["*Figures over time*", *(_figure(figure, known.get(figure.citation)) for figure in ordered)])


def _figure(figure: Figure, url: str | None) -> str:
    value = escaped(figure.label)
    told = {"current": f"*{value}*", "earlier": value, "conflicting": f"{value} (disputed)"}[figure.status]
    said_by = f", {escaped(figure.said_by)}" if figure.said_by else ""
    return f"•  {long_day(figure.as_of) or 'no date'}: {told}{said_by} {link(f'[{figure.citation}]', url)}"


def _buttons(answer: Answer, *, private: bool) -> Sequence[Block]:
    shown = [button("Show evidence", EVIDENCE, answer.id)] if answer.citations else []
    if private:
        shown.append(button("Share in channel", SHARE, answer.id))
    return [_feedback(answer.id), *([actions(*shown)] if shown else [])]


def _feedback(answer_id: str) -> Block:
    buttons = {
        "type": "feedback_buttons",
        "action_id": FEEDBACK,
        "positive_button": _verdict("Right", "Say that this answer is right", f"up:{answer_id}"),
        "negative_button": _verdict("Wrong", "Say that this answer is wrong", f"down:{answer_id}"),
    }
    return {"type": "context_actions", "elements": [buttons]}


def _verdict(label: str, spoken: str, value: str) -> Block:
    return {"text": plain_text(label), "accessibility_label": spoken, "value": value}
