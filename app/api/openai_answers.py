"""An Answer in the shape of a chat completion."""

from __future__ import annotations

import re
import time
from typing import Any

from pydantic import TypeAdapter

from app.api.openai_schemas import Json
from app.models import Answer, Citation

_MARKER = re.compile(r"\[(\d+)\]")
_ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)


def completion(answer: Answer, model: str, base_url: str) -> Json:
    """A ``chat.completion``; ``dateline`` is our extension and holds the whole Answer."""
    message = {
        "role": "assistant",
        "content": answer.answer,
        "refusal": None,
        "annotations": annotations_of(answer, base_url),
    }
    return {
        "id": f"chatcmpl-{answer.id}",
        "object": "chat.completion",
        "created": int(time.time()),
        "model": model,
        "choices": [{"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}],
        "usage": usage_of(answer),
        "dateline": as_json(answer),
    }


def annotations_of(answer: Answer, base_url: str) -> list[Json]:
    """A ``url_citation`` for every marker; indexes are code points of the content, half-open."""
    citations = {citation.number: citation for citation in answer.citations}
    return [
        {
            "type": "url_citation",
            "url_citation": {
                "start_index": marker.start(),
                "end_index": marker.end(),
                "url": _url(citations[int(marker.group(1))], base_url),
                "title": citations[int(marker.group(1))].title,
            },
        }
        for marker in _MARKER.finditer(answer.answer)
        if int(marker.group(1)) in citations
    ]


def usage_of(answer: Answer) -> Json:
    """Tokens of the chat model; 0 for extracts."""
    usage = answer.usage
    prompt, written = (usage.prompt_tokens, usage.completion_tokens) if usage else (0, 0)
    return {"prompt_tokens": prompt, "completion_tokens": written, "total_tokens": prompt + written}


def as_json(answer: Answer) -> Any:
    """The Answer as on the wire."""
    return _ANSWER.dump_python(answer, mode="json")


def _url(citation: Citation, base_url: str) -> str:
    """The page here that opens the article at the cited sentence."""
    start, end = citation.source_span
    page = f"{base_url.rstrip('/')}/articles/{citation.article_id}"
    return f"{page}?version={citation.version}&highlight={start}-{end}#cited"
