"""Answers as the core gives them, for tests of what Slack shows."""

from __future__ import annotations

from typing import Any

from app.models import Answer, Citation, Figure, Related, Span


def citation(number: int = 1, **changed: Any) -> Citation:
    given = {
        "number": number,
        "article_id": f"a{number}",
        "version": 1,
        "title": "Counting the posts",
        "source": "TASS",
        "url": f"https://tass.example/{number}",
        "published_at": "2020-02-28",
        "quote": "There are 40 posts, the channel said.",
        "source_span": Span(120, 157),
    }
    return Citation(**{**given, **changed})


def figure(value: float = 40, status: str = "current", **changed: Any) -> Figure:
    given = {
        "value": value,
        "qualifier": None,
        "unit": None,
        "counted": "posts",
        "place": "Idlib",
        "said_by": "the channel",
        "as_of": "2020-02-28",
        "status": status,
        "citation": 1,
    }
    return Figure(**{**given, **changed})


def related(**changed: Any) -> Related:
    given = {
        "article_id": "a9",
        "title": "Fog over the harbour",
        "source": "Harbour Post",
        "url": "https://post.example/fog",
        "published_at": None,
        "passage": "Fog lay over the harbour.",
    }
    return Related(**{**given, **changed})


def answer(**changed: Any) -> Answer:
    given = {
        "id": "f00d",
        "question": "How many posts are in Idlib?",
        "standalone_question": "How many posts are in Idlib?",
        "status": "answered",
        "short_answer": "40 posts",
        "answer": "40 posts, according to the channel (TASS, 28 February 2020) [1].",
        "claims": (),
        "citations": (citation(),),
        "figures": (),
        "related": (),
        "as_of": None,
        "writer": "extractive",
        "model": None,
        "prompt": None,
        "archive_version": 1,
        "timings_ms": {},
    }
    return Answer(**{**given, **changed})


def refusal(**changed: Any) -> Answer:
    text = "The archive does not answer this question. The nearest articles are listed below."
    given = {"status": "not_in_archive", "short_answer": "", "answer": text, "citations": (), "related": (related(),)}
    return answer(**{**given, **changed})
