"""Formats of other evaluation tools: Azure's question/truth, ragas, deepeval goldens, RAGChecker.

They know less than a ``Case``: export keeps the question, one answer and the evidence's text or article; import makes
plain cases of them. An export with a run's answers fills in what the other tool judges: response and contexts.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from app.models import Passage
from eval.adapters.rows import Row
from eval.cases import Case, GoldCitation
from eval.replies import Reply

_BRACKETED = re.compile(r"\s*\[([^\[\]]+)\]")
_PAGE = re.compile(r"#page=\d+$")

Replies = Mapping[str, Reply]


def azure_case(row: Row, number: int) -> Case:
    """``{"question", "truth"}``; ``[file.pdf#page=2]`` marks in the truth become citations of that article."""
    truth = str(row["truth"])
    articles = dict.fromkeys(_PAGE.sub("", name) for name in _BRACKETED.findall(truth))
    citations = tuple(GoldCitation(article_id=name) for name in articles)
    answer = _BRACKETED.sub("", truth).strip()
    return _case(f"azure-{number:04d}", row["question"], answer, citations, "azure")


def azure_text(cases: Sequence[Case], replies: Replies) -> str:
    """JSON Lines of ``{"question", "truth"}``. The truth of an unanswerable case is empty."""
    return _lines(
        {"question": c.question, "truth": " ".join([_answer(c), *(f"[{a}]" for a in c.gold_articles)]).strip()}
        for c in cases
    )


def ragas_case(row: Row, number: int) -> Case:
    """``user_input, reference, reference_contexts``, or the older ``question, ground_truth``."""
    question = row["user_input"] if "user_input" in row else row["question"]
    answer = row.get("reference") or row.get("ground_truth") or ""
    return _case(f"ragas-{number:04d}", question, answer, _quotes(row.get("reference_contexts")), "ragas")


def ragas_text(cases: Sequence[Case], replies: Replies) -> str:
    """JSON Lines in ragas' SingleTurnSample fields."""
    return _lines(
        {"user_input": c.question, "reference": _answer(c), "reference_contexts": [q.quote for q in c.quotes]}
        | _replied(c, replies, "response", "retrieved_contexts")
        for c in cases
    )


def deepeval_case(row: Row, number: int) -> Case:
    """Goldens: ``input, expected_output, context``; ``additional_metadata.id`` keeps the id when there is one."""
    metadata = row.get("additional_metadata") or row.get("additionalMetadata") or {}
    answer = row.get("expected_output") or row.get("expectedOutput") or ""
    case_id = str(metadata.get("id") or f"deepeval-{number:04d}")
    return _case(case_id, row["input"], answer, _quotes(row.get("context")), "deepeval")


def deepeval_text(cases: Sequence[Case], replies: Replies) -> str:
    """A JSON array of goldens."""
    rows = [
        {
            "input": c.question,
            "expected_output": _answer(c),
            "context": [q.quote for q in c.quotes],
            "additional_metadata": {"id": c.id},
        }
        | _replied(c, replies, "actual_output", "retrieval_context")
        for c in cases
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def ragchecker_case(row: Row, number: int) -> Case:
    """``query_id, query, gt_answer``; the response and contexts of another system are left aside."""
    case_id = str(row.get("query_id") or f"ragchecker-{number:04d}")
    return _case(case_id, row["query"], row.get("gt_answer") or "", (), "ragchecker")


def ragchecker_text(cases: Sequence[Case], replies: Replies) -> str:
    """RAGChecker's input: ``{"results": [{query_id, query, gt_answer, response, retrieved_context}]}``."""
    results = [
        {
            "query_id": c.id,
            "query": c.question,
            "gt_answer": _answer(c),
            "response": replies[c.id].answer.answer if c.id in replies else "",
            "retrieved_context": [{"doc_id": p.article_id, "text": p.text} for p in _passages(c, replies)],
        }
        for c in cases
    ]
    return json.dumps({"results": results}, ensure_ascii=False, indent=1) + "\n"


def _case(case_id: str, question: str, answer: str, citations: tuple[GoldCitation, ...], origin: str) -> Case:
    """A case; an empty answer means that the question has none."""
    answers = (answer,) if answer else ()
    return Case(
        id=case_id, question=question, answers=answers, citations=citations, answerable=bool(answer), origin=origin
    )


def _quotes(contexts: Sequence[str] | None) -> tuple[GoldCitation, ...]:
    return tuple(GoldCitation(quote=text) for text in contexts or ())


def _answer(case: Case) -> str:
    """One answer as text: the first given, or the current figure."""
    if case.answers:
        return case.answers[0]
    current = [f for f in case.figures if f.status == "current"] or case.figures
    return f"{current[0].value:g}" if current else ""


def _passages(case: Case, replies: Replies) -> Sequence[Passage]:
    return replies[case.id].passages if case.id in replies else ()


def _replied(case: Case, replies: Replies, answer_field: str, contexts_field: str) -> dict[str, object]:
    if case.id not in replies:
        return {}
    reply = replies[case.id]
    return {answer_field: reply.answer.answer, contexts_field: [p.text for p in reply.passages]}


def _lines(rows: Iterable[Row]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
