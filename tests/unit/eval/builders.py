"""Small answers and cases for evaluation tests, and a desk whose answers are written down."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.errors import EvalError
from app.models import Answer, Ask, Citation, Claim, Figure, Passage, SearchFilters, Span
from eval.cases import Case
from eval.replies import Reply

TEXT = "The army used to have 12 observation outposts. It now has 40 observation posts in the province."
QUOTE = "It now has 40 observation posts in the province."
START = TEXT.index(QUOTE)


def citation(number: int = 1, **changes: Any) -> Citation:
    fields: dict[str, Any] = {
        "number": number,
        "article_id": "posts",
        "version": 1,
        "title": "Posts in Idlib",
        "source": "Levant Ledger",
        "url": "https://levant.example/posts",
        "published_at": "2020-02-28",
        "quote": QUOTE,
        "source_span": Span(START, START + len(QUOTE)),
    }
    return Citation(**fields | changes)


def figure(value: float = 40, **changes: Any) -> Figure:
    fields: dict[str, Any] = {
        "value": value,
        "qualifier": None,
        "unit": None,
        "counted": "observation posts",
        "place": "Idlib",
        "said_by": "Al-Mayadeen TV",
        "as_of": "2020-02-28",
        "status": "current",
        "citation": 1,
    }
    return Figure(**fields | changes)


def claim(text: str = "It has 40 observation posts.", cited: Sequence[int] = (1,), verdict: str = "supported") -> Claim:
    return Claim(text, Span(0, len(text)), verdict, tuple(cited))  # type: ignore[arg-type]


def answer(short: str = "40", **changes: Any) -> Answer:
    fields: dict[str, Any] = {
        "id": "a1",
        "question": "How many posts?",
        "standalone_question": "How many posts?",
        "status": "answered",
        "short_answer": short,
        "answer": f"{short} [1].",
        "claims": (),
        "citations": (citation(),),
        "figures": (),
        "related": (),
        "as_of": None,
        "writer": "extractive",
        "model": None,
        "prompt": None,
        "archive_version": 7,
        "timings_ms": {"total": 1.0},
    }
    return Answer(**fields | changes)


def refusal(**changes: Any) -> Answer:
    return answer("", status="not_in_archive", answer="The archive does not say.", citations=(), **changes)


def passage(article_id: str = "posts", text: str = TEXT, score: float = 1.0) -> Passage:
    return Passage(
        article_id, 1, 0, len(text), text, article_id.title(), None, f"https://levant.example/{article_id}", None, score
    )


def reply(given: Answer | None = None, **changes: Any) -> Reply:
    given = given or answer()
    fields: dict[str, Any] = {
        "answer": given,
        "passages": (passage(),),
        "cited_text": tuple(c.quote for c in given.citations),
        "ask_ms": 10.0,
        "search_ms": 2.0,
        "same_again": None,
    }
    return Reply(**fields | changes)


def case(case_id: str = "c1", **changes: Any) -> Case:
    row = {"id": case_id, "question": f"How many posts, {case_id}?", "answers": ("40",)} | changes
    return Case.model_validate(row, strict=False)


class ScriptedDesk:
    """Answers each question as written down; unknown questions are refused, ``broken`` ones raise."""

    def __init__(self, answers: Mapping[str, Answer] | None = None, *, broken: Sequence[str] = ()) -> None:
        self.answers = dict(answers or {})
        self.broken = broken
        self.asked: list[Ask] = []

    def ask(self, ask: Ask) -> Answer:
        self.asked.append(ask)
        if ask.question in self.broken:
            raise EvalError("The desk is on fire.", hint="Put it out.")
        return self.answers.get(ask.question, refusal(standalone_question=ask.question))

    def search(self, question: str, filters: SearchFilters, top_k: int) -> Sequence[Passage]:
        return [passage()]

    def text(self, article_id: str, version: int) -> str | None:
        return TEXT if article_id == "posts" else None
