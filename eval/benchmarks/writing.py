"""Who answers best from the same articles: extracts, a checked chat model, or the same model behind a stock chain.

    python -m eval.benchmarks.writing SET_FOLDER --archive ARCHIVE --replies FOLDER [--stock FOLDER]
        [--server http://127.0.0.1:8080] [--skip 0] [--questions 100] [--words 200] [--out FILE] [--claims FILE]

SET_FOLDER holds ``articles.jsonl`` and ``questions.jsonl`` (plain or .gz) in RealTimeQA's shape, ARCHIVE is a Dateline
archive of those articles, --stock keeps the chain's vector store (without it the chain is left out), --replies the
model's replies, so that an interrupted run goes on and another check of the same replies asks nobody. The chain is
RecursiveCharacterTextSplitter(1000/200), all-MiniLM-L6-v2, Chroma, the four nearest pieces stuffed into one prompt; its
short answer is its whole answer. Scores are those of ``eval.metrics``: token F1 of the short answer, and whether the
first 60 words hold an accepted answer. --claims writes every claim of the model's that was left, with its quotes, for
reading by hand; it is no part of the results.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from app.chat.opening import open_chat_model
from app.chat.options import ChatOptions
from app.dateline import Dateline
from app.embeddings.langchain import LangChainEmbeddings
from app.models import Answer, Ask, SearchFilters
from app.settings import load_settings
from app.wiring import open_dateline
from eval.adapters.question_sets import read_question_set
from eval.adapters.rows import read_rows
from eval.benchmarks.kept_replies import KeptReplies
from eval.benchmarks.retrieval import RESULTS, articles_file
from eval.benchmarks.rivals import stock_pieces
from eval.benchmarks.stock_chain import stock_chain
from eval.cases import Case
from eval.metrics.citations import markers_match
from eval.metrics.text import contains, token_f1
from eval.statistics import mean_estimate, paired_difference

_WORDS = 60
_BLOCK = 5
_FINAL = ".!? "
_ORIGIN = re.compile(r" \([^()]*\d{4}\)(?=\W*$)")
"""Outlet and day, which are shown with a claim from an old article."""


class Told(NamedTuple):
    """What one writer said; ``answer`` is None for the stock chain."""

    short: str
    text: str
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """One answer's scores; the last three are None where nothing could be scored."""

    short_f1: float
    answer_contains: float
    quotes_verbatim: float | None
    markers: float | None
    clean_refusal: float | None


def main() -> None:
    """Ask block by block, print the table after each, write the JSON at the end."""
    arguments = _arguments()
    cases = read_question_set(arguments.set_folder)[arguments.skip :][: arguments.questions]
    options = ChatOptions(base_url=arguments.server, timeout_seconds=600, max_tokens=200)
    model = KeptReplies(open_chat_model(options), arguments.replies)
    settings = load_settings(archive=arguments.archive, chat_words=arguments.words, top_k=arguments.top_k)
    with open_dateline(settings, chat_model=model) as dateline:
        askers = _askers(dateline, _stock(dateline, arguments, model.name, str(options.server_url)))
        told: dict[str, list[Told]] = {name: [] for name in askers}
        for start in range(0, len(cases), _BLOCK):
            block = cases[start : start + _BLOCK]
            for name, ask in askers.items():
                told[name] += [ask(case) for case in block]
            scored = {name: _scores(dateline, cases, answers) for name, answers in told.items()}
            _print(scored)
        claims = list(_claims(dateline, cases, told["generative"]))
    if arguments.claims:
        arguments.claims.write_text("".join(f"{json.dumps(claim, ensure_ascii=False)}\n" for claim in claims), "utf-8")
    facts = {"model": model.name, "questions": len(cases), "words": arguments.words, "top_k": arguments.top_k}
    report = {"measured_at": datetime.now(UTC).isoformat(timespec="seconds"), **facts, "claims": len(claims)}
    text = json.dumps(report | {"scores": _summary(scored), "differences": _differences(scored)}, indent=1)
    (arguments.out or RESULTS / "writing.json").write_text(f"{text}\n", encoding="utf-8")


def _stock(dateline: Dateline, arguments: argparse.Namespace, model: str, url: str) -> Callable[[str], str] | None:
    """The stock chain over the same articles; None when nobody says where to keep its store."""
    if arguments.stock is None:
        return None
    pieces = stock_pieces(read_rows(articles_file(arguments.set_folder)))
    embeddings = LangChainEmbeddings(dateline.embedder)
    return stock_chain(pieces, arguments.stock, embeddings, base_url=url, name=model, replies=arguments.replies)


def _askers(dateline: Dateline, chain: Callable[[str], str] | None) -> dict[str, Callable[[Case], Told]]:
    def by(writer: str) -> Callable[[Case], Told]:
        def ask(case: Case) -> Told:
            answer = dateline.ask(Ask(case.question, filters=SearchFilters(as_of=case.as_of), writer=writer))
            return Told(answer.short_answer, answer.answer, answer)

        return ask

    askers = {writer: by(writer) for writer in ("extractive", "generative")}
    if chain is not None:
        askers["stock"] = lambda case: Told(text := chain(case.question), text)
    return askers


def _scores(dateline: Dateline, cases: Sequence[Case], told: Sequence[Told]) -> list[Scored]:
    return [_score(dateline, case, one) for case, one in zip(cases, told, strict=False)]


def _score(dateline: Dateline, case: Case, told: Told) -> Scored:
    head = " ".join(told.text.split()[:_WORDS])
    answer = told.answer
    refused = answer is not None and answer.status == "not_in_archive"
    return Scored(
        short_f1=max(token_f1(told.short, gold) for gold in case.answers),
        answer_contains=max(contains(head, gold) for gold in case.answers),
        quotes_verbatim=float(_verbatim(dateline, answer)) if answer and answer.citations else None,
        markers=markers_match(answer) if answer and not refused else None,
        clean_refusal=float(not answer.citations and not answer.claims) if answer and refused else None,
    )


def _verbatim(dateline: Dateline, answer: Answer) -> bool:
    return all(
        dateline.archive.article(citation.article_id, citation.version).text[slice(*citation.source_span)]
        == citation.quote
        for citation in answer.citations
    )


def _summary(scored: dict[str, list[Scored]]) -> dict[str, dict[str, object]]:
    columns = Scored.__dataclass_fields__
    return {
        name: {column: asdict(mean_estimate(_column(rows, column))) for column in columns}
        for name, rows in scored.items()
    }


def _differences(scored: dict[str, list[Scored]]) -> dict[str, dict[str, object]]:
    """The generative writer less each of the others, question by question."""
    ours = scored["generative"]
    return {
        f"generative - {name}": {
            column: asdict(paired_difference(list(zip(_column(rows, column), _column(ours, column), strict=True))))
            for column in ("short_f1", "answer_contains")
        }
        for name, rows in scored.items()
        if name != "generative"
    }


def _column(rows: Sequence[Scored], name: str) -> list[list[float]]:
    values = [getattr(row, name) for row in rows]
    return [[value] if value is not None else [] for value in values]


def _print(scored: dict[str, list[Scored]]) -> None:
    for name, rows in scored.items():
        f1 = mean_estimate(_column(rows, "short_f1")).value or 0
        held = mean_estimate(_column(rows, "answer_contains")).value or 0
        print(f"{name:12} n={len(rows):3} short_f1 {f1:.3f} answer_contains {held:.3f}", flush=True)


def _claims(dateline: Dateline, cases: Sequence[Case], told: Sequence[Told]) -> Iterator[dict[str, object]]:
    """The claims that checking left of the model's, in its words or in those of the article; none that code added."""
    for case, one in zip(cases, told, strict=True):
        answer = one.answer
        working = dateline.receipt(answer.id).working if answer and answer.writer == "generative" else None
        if answer is None or working is None:
            continue
        left = [judged.text.rstrip(_FINAL) for judged in working.judged if judged.verdict == "supported"]
        quotes = {citation.number: citation.quote for citation in answer.citations}
        for number, claim in enumerate(answer.claims):
            if _ORIGIN.sub("", claim.text).rstrip(_FINAL) in left:
                cited = [quotes[place] for place in claim.citations]
                yield {"claim": f"{case.id}/{number}", "question": case.question, "text": claim.text, "quotes": cited}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set_folder", type=Path)
    parser.add_argument("--archive", type=Path, required=True, help="a Dateline archive of the set's articles")
    parser.add_argument("--stock", type=Path, help="keeps the stock chain's vector store; left out without")
    parser.add_argument("--replies", type=Path, required=True, help="keeps the model's replies")
    parser.add_argument("--server", default="http://127.0.0.1:8080", help="an OpenAI-compatible model server")
    parser.add_argument("--skip", type=int, default=0, help="questions left out at the start")
    parser.add_argument("--questions", type=int, default=100, help="the first N questions behind those")
    parser.add_argument("--words", type=int, default=200, help="words of articles shown to the model")
    parser.add_argument("--top-k", type=int, default=15, help="passages read")
    parser.add_argument("--claims", type=Path, help="where the remaining claims go, for reading by hand")
    parser.add_argument("--out", type=Path, help="where the JSON goes")
    return parser.parse_args()


if __name__ == "__main__":
    main()
