"""How much later a reader sees the first word of a chat model's answer than the model's server tells it.

    python -m eval.benchmarks.first_token ARCHIVE QUESTIONS.jsonl[.gz] [--model FILE.gguf] [--questions 100]

Starts `dateline serve` on the archive and a model server: llama.cpp with the model, or one that replies at once, so
that nothing but what Dateline adds is left and a busy machine counts less. Each question is streamed from `/v1/ask`;
then the model's server is sent the very prompt that Dateline sent it, from the receipt, and timed to the same word. The
prompt gets a number in front of its user message, because the server would else answer from its cache. The difference
is what Dateline adds: understanding, retrieval, choosing excerpts, reading figures, passing the words on. Prints its
median and that of verification in milliseconds, and both as multiples of the bare encoding of the question.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from app.answering.generative.reply import SCHEMA, answer_so_far
from app.chat.llama_server import llama_server
from app.embeddings import open_embedder
from app.embeddings.protocol import Embedder
from app.settings import load_settings
from eval.benchmarks.instant_server import instant_server
from eval.benchmarks.serving import read_questions, running_server

_MOST_TOKENS = 120


@dataclass(frozen=True, slots=True)
class Timed:
    """Milliseconds of one question: to encode it, to the first word by Dateline and by the model, and to verify."""

    encode_ms: float
    dateline_ms: float
    server_ms: float
    verify_ms: float

    @property
    def added_ms(self) -> float:
        return self.dateline_ms - self.server_ms


def main() -> None:
    """Measure and print."""
    arguments = _arguments()
    questions = read_questions(arguments.questions_file)[: arguments.questions]
    settings = load_settings()
    embedder = open_embedder(settings.embedding_model, cache_folder=settings.model_cache.expanduser())
    with llama_server(arguments.model) if arguments.model else instant_server() as model_url:
        environment = {
            "DATELINE_CHAT_BASE_URL": model_url,
            "DATELINE_CHAT_MAX_TOKENS": str(_MOST_TOKENS),
            "DATELINE_CHAT_TIMEOUT_SECONDS": "300",
            "DATELINE_CHAT_WORDS": "200",
        }
        with running_server(arguments.archive, environment=environment) as server:
            timed = list(measure(questions, embedder, server.url, model_url))
    model = arguments.model.stem if arguments.model else "replies at once"
    text = json.dumps({"model": model, "n": len(timed), "backend": embedder.backend, **_medians(timed)}, indent=1)
    print(text)
    if arguments.out:
        arguments.out.write_text(f"{text}\n", encoding="utf-8")


def measure(questions: list[str], embedder: Embedder, base_url: str, model_url: str) -> Iterator[Timed]:
    """Each question through Dateline and then straight to the model; those without a first word are left out."""
    with httpx.Client(timeout=600) as http:
        for place, question in enumerate(questions):
            started = time.perf_counter()
            embedder.encode_query(question)
            encode_ms = 1000 * (time.perf_counter() - started)
            told = _through_dateline(http, base_url, question)
            if told is None:
                continue
            first_ms, answer = told
            receipt = http.get(f"{base_url}/v1/answers/{answer['id']}/receipt").raise_for_status().json()
            exchange = receipt["working"]["exchange"]
            server_ms = _from_server(http, model_url, exchange["prompt"], place) if exchange else None
            if server_ms is not None:
                yield Timed(encode_ms, first_ms, server_ms, answer["timings_ms"]["verify"])


def _through_dateline(http: httpx.Client, base_url: str, question: str) -> tuple[float, dict[str, Any]] | None:
    body = {"question": question, "stream": True, "writer": "generative"}
    started = time.perf_counter()
    first_ms, name = None, ""
    with http.stream("POST", f"{base_url}/v1/ask", json=body) as reply:
        for line in reply.iter_lines():
            name = line.removeprefix("event: ") if line.startswith("event: ") else name
            if name == "draft" and first_ms is None:
                first_ms = 1000 * (time.perf_counter() - started)
            if name == "answer" and line.startswith("data: "):
                return (first_ms, json.loads(line.removeprefix("data: "))) if first_ms is not None else None
    return None


def _from_server(http: httpx.Client, model_url: str, prompt: list[dict[str, str]], number: int) -> float | None:
    """Milliseconds until the server has told the first word of the answer; None when it never does."""
    *system, user = prompt
    messages = [*system, {"role": "user", "content": f"{number}\n{user['content']}"}]
    schema = {"type": "json_schema", "json_schema": {"name": "reply", "schema": SCHEMA, "strict": True}}
    body = {"messages": messages, "stream": True, "temperature": 0, "max_tokens": _MOST_TOKENS}
    started, text = time.perf_counter(), ""
    with http.stream("POST", f"{model_url}/v1/chat/completions", json={**body, "response_format": schema}) as reply:
        for line in reply.iter_lines():
            if line.startswith("data: {"):
                choices = json.loads(line.removeprefix("data: "))["choices"]
                text += (choices[0]["delta"].get("content") or "") if choices else ""
            if answer_so_far(text):
                return 1000 * (time.perf_counter() - started)
    return None


def _medians(timed: list[Timed]) -> dict[str, float]:
    encode = statistics.median(one.encode_ms for one in timed)
    columns = {
        "server_ms": [one.server_ms for one in timed],
        "added_ms": [one.added_ms for one in timed],
        "verify_ms": [one.verify_ms for one in timed],
    }
    medians = {name: statistics.median(values) for name, values in columns.items()}
    return {
        "encode_ms": round(encode, 2),
        **{name: round(value, 2) for name, value in medians.items()},
        "added_ratio": round(medians["added_ms"] / encode, 2),
        "verify_ratio": round(medians["verify_ms"] / encode, 2),
    }


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("questions_file", type=Path)
    parser.add_argument("--model", type=Path, help="a GGUF file; without one a server that replies at once")
    parser.add_argument("--questions", type=int, default=100)
    parser.add_argument("--out", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    main()
