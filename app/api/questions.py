"""Asking, searching, receipts and feedback."""

from __future__ import annotations

from fastapi import APIRouter

from app.api.access import OpenDateline
from app.api.schemas import AskRequest, FeedbackRequest, SearchRequest, SearchResult
from app.models import Answer

router = APIRouter(prefix="/v1", tags=["questions"])


@router.post("/ask")
def ask(request: AskRequest, dateline: OpenDateline) -> Answer:
    """Answer a question from the archive, with citations; a refusal has status `not_in_archive`."""
    return dateline.ask(request.to_ask())


@router.post("/search")
def search(request: SearchRequest, dateline: OpenDateline) -> SearchResult:
    """The best passages for a question, best first; a higher score is better."""
    return SearchResult(dateline.search(request.question, request.filters(), request.top_k))


@router.get("/answers/{answer_id}")
def receipt(answer_id: str, dateline: OpenDateline) -> Answer:
    """An answer given earlier, exactly as it was given."""
    return dateline.archive.receipts.get(answer_id)


@router.post("/feedback", status_code=204)
def feedback(request: FeedbackRequest, dateline: OpenDateline) -> None:
    """Say whether an answer was good."""
    dateline.archive.receipts.get(request.answer_id)
    dateline.archive.feedback.add(request.answer_id, request.rating, request.comment, "http")
