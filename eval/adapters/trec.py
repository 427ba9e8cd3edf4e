"""TREC relevance judgements: ``query_id 0 article_id relevance`` lines, and a run file of what was retrieved.

Qrels hold no questions: import reads them from a topics file beside, tab-separated ``query_id<TAB>question``. Their
cases have articles but no answers, so only retrieval is measured.
"""

from collections.abc import Sequence
from pathlib import Path

from app.errors import EvalError
from eval.adapters.exchange import Replies
from eval.adapters.rows import read_text
from eval.cases import Case, GoldCitation


def read_qrels(path: Path, topics: Path | None) -> list[Case]:
    """One case per judged topic, citing its relevant articles (relevance above 0).

    Raises:
        EvalError: a line does not have four columns, or a topic has no question.
    """
    if topics is None:
        raise EvalError(f"{path.name} holds judgements but no questions.", hint="Name the topics file with --topics.")
    relevant: dict[str, list[str]] = {}
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        if not line.strip():
            continue
        columns = line.split()
        if len(columns) != 4 or not columns[3].lstrip("-").isdigit():
            raise EvalError(
                f"{path.name}:{number}: expected `query_id 0 article_id relevance`, got {line.strip()!r}.",
                hint="Is this a TREC qrels file?",
            )
        articles = relevant.setdefault(columns[0], [])
        if int(columns[3]) > 0:
            articles.append(columns[2])
    questions = _read_topics(topics)
    if missing := relevant.keys() - questions.keys():
        raise EvalError(f"{topics.name} has no question for {min(missing)}.", hint="Add the line or drop its qrels.")
    return [
        Case(
            id=query_id,
            question=questions[query_id],
            citations=tuple(GoldCitation(article_id=article) for article in articles),
            origin="trec",
        )
        for query_id, articles in relevant.items()
    ]


def qrels_text(cases: Sequence[Case], replies: Replies) -> str:
    """Qrels of every case with gold articles, relevance 1; with replies, their run in ``run`` columns instead."""
    if replies:
        return "".join(_run_lines(case, replies) for case in cases if case.id in replies)
    return "".join(f"{case.id} 0 {_column(article)} 1\n" for case in cases for article in case.gold_articles)


def _run_lines(case: Case, replies: Replies) -> str:
    """``query_id Q0 article_id rank score tag``: each article once, at its best passage."""
    best = dict.fromkeys(p.article_id for p in replies[case.id].passages)
    return "".join(
        f"{case.id} Q0 {_column(article)} {rank} {len(best) - rank + 1} dateline\n"
        for rank, article in enumerate(best, start=1)
    )


def _column(article_id: str) -> str:
    if len(article_id.split()) != 1:
        raise EvalError(f"The article id {article_id!r} has spaces; TREC columns cannot.", hint="Rename the article.")
    return article_id


def _read_topics(path: Path) -> dict[str, str]:
    topics = {}
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        query_id, tab, question = line.partition("\t")
        if line.strip() and not (tab and question.strip()):
            raise EvalError(f"{path.name}:{number}: expected `query_id<TAB>question`.", hint="Use one tab a line.")
        if tab:
            topics[query_id.strip()] = question.strip()
    return topics
