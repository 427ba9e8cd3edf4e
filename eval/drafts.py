"""Draft cases from what readers said about answers: a person completes them, then they join a dataset."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from app.models import Answer
from eval.cases import Case, GoldCitation, GoldFigure

if TYPE_CHECKING:
    from app.archive.stores import Feedback

DRAFT = "draft"


def draft_cases(answers: Iterable[Answer], feedback: Sequence["Feedback"]) -> list[Case]:
    """One draft for each distinct question, the last answer to it counting.

    An answer that readers liked, or said nothing about, proposes itself as gold. One they rejected leaves the gold
    open and keeps their words in ``origin``. Every draft is tagged ``draft``.
    """
    ratings: dict[str, list[Feedback]] = {}
    for row in feedback:
        ratings.setdefault(row.answer_id, []).append(row)
    drafts = [_draft(answer, ratings.get(answer.id, [])) for answer in answers]
    by_question: Mapping[tuple[str, str | None], Case] = {(case.question, case.as_of): case for case in drafts}
    return list(by_question.values())


def _draft(answer: Answer, ratings: Sequence["Feedback"]) -> Case:
    rejected = bool(ratings) and ratings[-1].rating == "down"
    said = "; ".join(f"{row.rating}: {row.comment}".rstrip(": ") for row in ratings) or "logged answer"
    draft = Case(
        id=f"draft-{answer.id}",
        question=answer.standalone_question or answer.question,
        as_of=_day(answer.as_of),
        tags=(DRAFT, *(["rejected"] if rejected else [])),
        origin=said,
    )
    return draft if rejected else draft.model_copy(update=_proposed_gold(answer))


def _proposed_gold(answer: Answer) -> dict[str, object]:
    return {
        "answers": (answer.short_answer,) if answer.short_answer and answer.citations else (),
        "citations": tuple(GoldCitation(article_id=c.article_id, quote=c.quote) for c in answer.citations),
        "figures": _figures(answer),
        "answerable": answer.status != "not_in_archive",
    }


def _figures(answer: Answer) -> tuple[GoldFigure, ...]:
    articles = {citation.number: citation.article_id for citation in answer.citations}
    return tuple(
        GoldFigure(
            value=figure.value,
            qualifier=figure.qualifier,
            counted=figure.counted,
            said_by=figure.said_by,
            as_of=_day(figure.as_of),
            status=figure.status,
            article_id=articles.get(figure.citation),
        )
        for figure in answer.figures
    )


def _day(moment: str | None) -> str | None:
    """The day of an ISO time; None for anything coarser."""
    return moment[:10] if moment and len(moment) >= 10 else None
