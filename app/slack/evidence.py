"""What figures and answers rest on: the modal with the quotes, a checked message, a watched figure that changed."""

from __future__ import annotations

from collections.abc import Sequence

from app.answering.checking.claims import CheckedClaim
from app.models import Answer, Citation
from app.slack.blocks import Block, Message, context, paged, plain_text, sections
from app.slack.links import Links
from app.slack.text import escaped, pieces, shortened
from app.watching.changes import FigureChange

VIEW_BLOCKS = 100
_TITLE_CHARS = 24
_QUOTE_CHARS = 2_800
_SUPPORTED = ":white_check_mark: The archive supports this"
_UNSUPPORTED = ":grey_question: The archive does not support this"


def evidence_view(answer: Answer, links: Links) -> Block:
    """A modal with every quote, its article and a link that opens it there."""
    blocks = sections(f"*{escaped(shortened(answer.question, 500))}*")
    left = answer.citations
    while left and len(blocks) + 2 < VIEW_BLOCKS:
        blocks += _quoted(left[0], links)
        left = left[1:]
    if left:
        blocks += context([f"{len(left)} more quotes do not fit here."])
    return {
        "type": "modal",
        "title": plain_text("Evidence", _TITLE_CHARS),
        "close": plain_text("Close", _TITLE_CHARS),
        "blocks": blocks,
    }


def checked_message(claims: Sequence[CheckedClaim], links: Links) -> list[Message]:
    """What the archive says to each claim of a message."""
    blocks: list[Block] = []
    for claim in claims:
        blocks += sections(
            f"{_SUPPORTED if claim.is_supported else _UNSUPPORTED}\n>{pieces(escaped(claim.text), _QUOTE_CHARS)[0]}"
        )
        for citation in claim.citations:
            blocks += context([_line(citation, links)])
        if claim.nearest:
            blocks += context([f"Nearest article: {links.line(claim.nearest)}"])
    supported = sum(claim.is_supported for claim in claims)
    return paged(f"The archive supports {supported} of {len(claims)} claims.", blocks)


def change_message(change: FigureChange, links: Links) -> list[Message]:
    """What became of a watched figure: the value told then and the value now, both with their quotes."""
    blocks = sections(f"*{escaped(change.headline)}*\n{escaped(shortened(change.question, 500))}")
    for when, told in (("Was", change.before), ("Now", change.after)):
        if told:
            blocks += context([f"{when}: *{escaped(told.figure.label)}*", _line(told.citation, links)])
    return paged(f"{change.headline}: {change.question}", blocks)


def _line(citation: Citation, links: Links) -> str:
    return f"“{_quote(citation, 600)}” {links.line(citation)}"


def _quoted(citation: Citation, links: Links) -> list[Block]:
    heading = f"*[{citation.number}]* {links.line(citation)}"
    return [*sections(heading), *sections(f">{_quote(citation, _QUOTE_CHARS)}")]


def _quote(citation: Citation, longest: int) -> str:
    return pieces(escaped(" ".join(citation.quote.split())), longest)[0]
