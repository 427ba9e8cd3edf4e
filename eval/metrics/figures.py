"""Figure metrics: the right value, said by the right speaker, in the right order, from the right article.

Values are compared as numbers, never as text. A gold figure has a status: current, earlier or conflicting; where a
case has no current one, every gold value may be stated. All ranges are [0, 1], higher is better. The definitions are
this project's own, after its promise: the latest first, earlier and conflicting values shown.
"""

from collections.abc import Sequence

from app.models import Answer, Citation, Figure
from eval.cases import Case, GoldFigure, same_article
from eval.metrics import concerns
from eval.metrics.metric import Metric, one
from eval.metrics.text import numbers_in

_EMPTY_WORDS = frozenset({"the", "of", "for", "syrian"})


def stateable(case: Case) -> frozenset[float]:
    """Values a short answer may state: the current ones, or all where none is current."""
    current = frozenset(f.value for f in case.figures if f.status == "current")
    return current or frozenset(f.value for f in case.figures)


def value_right(case: Case, answer: Answer) -> float:
    """1 when a number in the short answer is a stateable value, else 0 (a refusal included)."""
    return float(bool(numbers_in(answer.short_answer) & stateable(case)))


def values_found(case: Case, answer: Answer) -> float:
    """Distinct gold values among the answer's figures / distinct gold values."""
    gold = {f.value for f in case.figures}
    return len(_said(answer) & gold) / len(gold)


def values_right(case: Case, answer: Answer) -> float:
    """Distinct gold values among the answer's figures / distinct values among its figures; 0 when it has none."""
    said = _said(answer)
    return len(said & {f.value for f in case.figures}) / len(said) if said else 0.0


def latest_first(case: Case, answer: Answer) -> float:
    """1 when the short answer states a stateable value and none of the other gold values, else 0.

    For an updated figure: "40" is right, "12" and "from 12 to 40" are not the latest first.
    """
    stated, current = numbers_in(answer.short_answer), stateable(case)
    superseded = {f.value for f in case.figures} - current
    return float(bool(stated & current) and not stated & superseded)


def earlier_shown(case: Case, answer: Answer) -> float:
    """1 when a figure with status ``earlier`` has a gold value, else 0."""
    return float(bool({f.value for f in answer.figures if f.status == "earlier"} & {f.value for f in case.figures}))


def conflict_shown(case: Case, answer: Answer) -> float:
    """1 when the status is ``conflicting`` or two gold values are among the figures, else 0."""
    return float(answer.status == "conflicting" or len(_said(answer) & {f.value for f in case.figures}) >= 2)


def cites_gold_article(case: Case, answer: Answer) -> tuple[float, ...]:
    """For each figure with a gold value: 1 when its citation is of an article that has this value, else 0.

    A gold figure without an article accepts the case's gold articles. Figures with other values are left to
    ``values_right``. Nothing is measured for a case without gold articles.
    """
    if not case.gold_articles:
        return ()
    return tuple(
        float(any(_cites(gold, case, _cited(figure, answer)) for gold in _matching(case, figure)))
        for figure in answer.figures
        if _matching(case, figure)
    )


def said_by_right(case: Case, answer: Answer) -> tuple[float, ...]:
    """For each figure with a gold value whose cited gold names a speaker: 1 when it is the one said, else 0.

    Speakers agree when one name holds the other or they share a word that is no filler ("state television" and
    "Syrian state TV"). Figures whose gold leaves the speaker open (the outlet's own voice) are not measured.
    """
    return tuple(
        float(any(same_speaker(figure.said_by, gold.said_by or "") for gold in golds))
        for figure in answer.figures
        if (golds := _with_speaker(case, figure, _cited(figure, answer)))
    )


def same_speaker(said: str | None, gold: str) -> bool:
    """Whether two names mean one speaker, by containment or a shared word."""
    said, gold = (said or "").lower(), gold.lower()
    return bool(said) and (gold in said or said in gold or bool(set(gold.split()) & set(said.split()) - _EMPTY_WORDS))


def _said(answer: Answer) -> set[float]:
    return {figure.value for figure in answer.figures}


def _matching(case: Case, figure: Figure) -> Sequence[GoldFigure]:
    return [gold for gold in case.figures if gold.value == figure.value]


def _cited(figure: Figure, answer: Answer) -> Citation | None:
    return next((c for c in answer.citations if c.number == figure.citation), None)


def _cites(gold: GoldFigure, case: Case, citation: Citation | None) -> bool:
    if citation is None:
        return False
    ids = (gold.article_id,) if gold.article_id else case.gold_articles
    return any(same_article(article_id, citation.article_id, citation.url) for article_id in ids)


def _with_speaker(case: Case, figure: Figure, citation: Citation | None) -> Sequence[GoldFigure]:
    """Gold rows of the figure's value and cited article; none unless all of them name a speaker."""
    here = [gold for gold in _matching(case, figure) if gold.article_id is None or _cites(gold, case, citation)]
    return here if all(gold.said_by for gold in here) else []


METRICS: Sequence[Metric] = (
    Metric(
        "figure_value",
        "figures",
        "the short answer states a current value",
        concerns.has_figures,
        lambda c, r: one(value_right(c, r.answer)),
        must=True,
    ),
    Metric(
        "figures_right",
        "figures",
        "share of the listed values that are gold",
        concerns.has_figures,
        lambda c, r: one(values_right(c, r.answer)),
    ),
    Metric(
        "figures_found",
        "figures",
        "share of the gold values that are listed",
        concerns.has_figures,
        lambda c, r: one(values_found(c, r.answer)),
    ),
    Metric(
        "latest_first",
        "figures",
        "of updated figures: the latest is stated, no older one",
        concerns.updated,
        lambda c, r: one(latest_first(c, r.answer)),
        must=True,
    ),
    Metric(
        "earlier_shown",
        "figures",
        "of updated figures: an older value is listed as earlier",
        concerns.updated,
        lambda c, r: one(earlier_shown(c, r.answer)),
    ),
    Metric(
        "conflict_shown",
        "figures",
        "sources disagree, and the answer says so",
        concerns.conflicts,
        lambda c, r: one(conflict_shown(c, r.answer)),
        must=True,
    ),
    Metric(
        "no_false_conflict",
        "figures",
        "sources agree, and the answer claims no conflict",
        concerns.agreed,
        lambda c, r: one(r.answer.status != "conflicting"),
        must=True,
    ),
    Metric(
        "figure_cites_gold",
        "figures",
        "a right value is cited from an article that has it",
        concerns.has_figures,
        lambda c, r: cites_gold_article(c, r.answer),
    ),
    Metric(
        "said_by",
        "attribution",
        "a right value is given to the right speaker",
        concerns.has_figures,
        lambda c, r: said_by_right(c, r.answer),
        must=True,
    ),
)
"""Figures and who said them, in the order of the report."""
