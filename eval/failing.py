"""What the report shows of the failing cases."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from app.models import Citation, Passage
from eval.cases import Case, GoldCitation, same_article
from eval.metrics.citations import stands_on
from eval.summary import Result


def by_missed_metric(failing: Sequence[Result]) -> list[tuple[str, list[str]]]:
    """Each metric that a case missed with the ids of those cases, the most frequent first."""
    missed: dict[str, list[str]] = {}
    for result in failing:
        for name in result.failing:
            missed.setdefault(name, []).append(result.case.id)
    return sorted(missed.items(), key=lambda row: -len(row[1]))


def gold_figures(case: Case) -> list[tuple[str, float, list[str]]]:
    """Acceptable figures as status, value and the speakers that give it, each value once."""
    speakers: dict[tuple[str, float], dict[str, None]] = {}
    for figure in case.figures:
        said = speakers.setdefault((figure.status, figure.value), {})
        said |= {figure.said_by: None} if figure.said_by else {}
    return [(status, value, list(said)) for (status, value), said in speakers.items()]


def is_evidence(case: Case, article_id: str, url: str | None) -> bool:
    """Whether an article is one of the case's gold articles."""
    return any(same_article(gold, article_id, url) for gold in case.gold_articles)


def holds_gold(result: Result, gold: GoldCitation) -> bool:
    """Whether one of the answer's citations stands on this gold quote."""
    return result.reply is not None and any(stands_on(c, gold) for c in result.reply.answer.citations)


def with_gold_marked(text: str, case: Case) -> Markup:
    """A passage with the case's gold quotes marked, all else escaped."""
    shown = escape(text)
    for quote in sorted(dict.fromkeys(gold.quote.strip() for gold in case.quotes), key=len, reverse=True):
        shown = shown.replace(escape(quote), Markup("<mark>{}</mark>").format(quote))
    return shown


def article_name(result: Result, gold: GoldCitation) -> str:
    """Title and outlet of a gold article where the reply tells them, else its id."""
    seen: Sequence[Citation | Passage] = (
        (*result.reply.answer.citations, *result.reply.passages) if result.reply and gold.article_id else ()
    )
    for row in seen:
        if same_article(gold.article_id, row.article_id, row.url):
            return " · ".join(filter(None, (row.title, row.source, (row.published_at or "")[:10])))
    return gold.article_id or "any article"
