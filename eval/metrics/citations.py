"""Citation metrics: are quotes verbatim, do they stand where the gold says, do they carry the claim?

All ranges are [0, 1], higher is better. Metrics that give one observation per citation or claim return a tuple, empty
when the answer has none. Where no source is named, the definition is this project's own.
"""

import calendar
import re
from collections.abc import Sequence

from app.models import Answer, Citation, Claim
from eval.cases import Case, GoldCitation, same_article
from eval.metrics import concerns
from eval.metrics.metric import Metric, one, unless_refused
from eval.metrics.text import flat, normalised, numbers_in
from eval.replies import Reply

_MARKER = re.compile(r"\[(\d+)\]")
_RUN_SHARE = 0.5
_WORD_SHARE = 0.6
_MIN_QUOTE = 20
_FRAME_WORDS = (
    "according to said says say put it at was were is are be been being in on by of and or as for from with that this "
    "has have had used also now but not than its their his her he she they there"
)
_FRAME = frozenset(_FRAME_WORDS.split())


def quote_verbatim(reply: Reply) -> tuple[float, ...]:
    """For each citation whose article could be read: 1 when the quote equals the text at its span, else 0.

    An empty quote is 0. Compared character by character: this is the product's invariant.
    """
    pairs = zip(reply.answer.citations, reply.cited_text, strict=True)
    return tuple(float(bool(c.quote) and c.quote == text) for c, text in pairs if text is not None)


def markers_match(answer: Answer) -> float:
    """1 when the set of ``[n]`` markers in the answer equals the set of citation numbers, else 0."""
    return float({int(m) for m in _MARKER.findall(answer.answer)} == {c.number for c in answer.citations})


def span_precision(case: Case, answer: Answer) -> tuple[float, ...]:
    """For each citation: 1 when it stands on an acceptable gold quote, else 0."""
    return tuple(float(any(stands_on(c, gold) for gold in case.quotes)) for c in answer.citations)


def span_recall(case: Case, answer: Answer) -> float:
    """Gold quotes that a citation stands on / gold quotes.

    Gold quotes may be alternatives, so 1 is not always wanted; ``evidence_cited`` asks for any one.
    """
    return sum(any(stands_on(c, gold) for c in answer.citations) for gold in case.quotes) / len(case.quotes)


def evidence_cited(case: Case, answer: Answer) -> float:
    """1 when a citation holds a gold quote whole, or is (in more than 20 characters) part of one, else 0."""
    quotes = [(c, flat(c.quote)) for c in answer.citations]
    return float(
        any(
            same_article(gold.article_id, c.article_id, c.url)
            and (flat(gold.quote) in quote or (len(quote) > _MIN_QUOTE and quote in flat(gold.quote)))
            for gold in case.quotes
            for c, quote in quotes
        )
    )


def stands_on(citation: Citation, gold: GoldCitation) -> bool:
    """Whether a citation and a gold quote are about the same place of the same article.

    True when they share a run of words at least half as long as the shorter of the two, so that a sentence cited
    with its neighbour still counts and a common phrase does not.
    """
    if not same_article(gold.article_id, citation.article_id, citation.url):
        return False
    said, wanted = normalised(citation.quote).split(), normalised(gold.quote).split()
    shorter = min(len(said), len(wanted))
    return shorter > 0 and longest_common_run(said, wanted) >= _RUN_SHARE * shorter


def longest_common_run(first: Sequence[str], second: Sequence[str]) -> int:
    """Length of the longest run of equal words; 0 when they share none."""
    best, ends = 0, [0] * (len(second) + 1)
    for word in first:
        above = ends
        ends = [0] + [above[j] + 1 if word == other else 0 for j, other in enumerate(second)]
        best = max(best, *ends)
    return best


def claim_recall(answer: Answer) -> tuple[float, ...]:
    """ALCE citation recall. For each claim: 1 when its citations together support it, else 0 (none cited: 0).

    Gao et al. 2023, "Enabling Large Language Models to Generate Text with Citations", section 3.3, with a lexical
    test of support in place of their entailment model (see ``supports``): reproducible, and no judge.
    """
    return tuple(float(supports(_cited(claim, answer), claim)) for claim in answer.claims)


def claim_precision(answer: Answer) -> tuple[float, ...]:
    """ALCE citation precision. For each citation of each claim: 0 when it is not needed, else 1.

    Not needed (Gao et al. 2023): alone it does not support the claim, and the others do without it. Citations of a
    claim that all of them together do not support are 0.
    """
    scores: list[float] = []
    for claim in answer.claims:
        cited = _cited(claim, answer)
        together = supports(cited, claim)
        for citation in cited:
            others = [c for c in cited if c is not citation]
            needed = supports([citation], claim) or not supports(others, claim)
            scores.append(float(together and needed))
    return tuple(scores)


def supports(citations: Sequence[Citation], claim: Claim) -> bool:
    """Lexical support: every number of the claim and 60 % of its content words stand in the cited evidence.

    The evidence of a citation is its quote with its title, outlet and date, which an attribution may name. Markers
    and reporting words ("according to") are not content. False without citations. It reads words, not meaning:
    good for comparing two runs, not for proving one sentence.
    """
    if not citations:
        return False
    evidence = " ".join(f"{c.quote} {c.title} {c.source or ''} {_day_words(c.published_at)}" for c in citations)
    text = _MARKER.sub(" ", claim.text)
    words = set(normalised(text).split()) - _FRAME
    known = set(normalised(evidence).split())
    return numbers_in(text) <= numbers_in(evidence) and len(words & known) >= _WORD_SHARE * len(words)


def _cited(claim: Claim, answer: Answer) -> list[Citation]:
    return [c for c in answer.citations if c.number in claim.citations]


def _day_words(published_at: str | None) -> str:
    """A day as answers print it: "2020-02-28" is "28 February 2020"."""
    if not published_at:
        return ""
    year, month, day = published_at[:10].split("-")
    return f"{int(day)} {calendar.month_name[int(month)]} {year}"


METRICS: Sequence[Metric] = (
    Metric(
        "has_citation",
        "citations",
        "an answer cites something",
        concerns.every,
        lambda c, r: unless_refused(r, one(bool(r.answer.citations))),
    ),
    Metric(
        "quote_verbatim",
        "citations",
        "a quote equals the stored text at its span",
        concerns.every,
        lambda c, r: quote_verbatim(r),
        must=True,
    ),
    Metric(
        "markers_match",
        "citations",
        "the [n] marks are exactly the citations",
        concerns.every,
        lambda c, r: unless_refused(r, one(markers_match(r.answer))),
        must=True,
    ),
    Metric(
        "evidence_cited",
        "citations",
        "a citation holds one of the gold quotes",
        concerns.has_quotes,
        lambda c, r: one(evidence_cited(c, r.answer)),
    ),
    Metric(
        "span_precision",
        "citations",
        "a citation stands on a gold quote",
        concerns.has_quotes,
        lambda c, r: span_precision(c, r.answer),
    ),
    Metric(
        "span_recall",
        "citations",
        "share of the gold quotes that are cited",
        concerns.has_quotes,
        lambda c, r: one(span_recall(c, r.answer)),
    ),
    Metric(
        "claim_recall",
        "citations",
        "a claim is carried by its citations (ALCE, by words)",
        concerns.every,
        lambda c, r: claim_recall(r.answer),
    ),
    Metric(
        "claim_precision",
        "citations",
        "a claim's citation is needed (ALCE, by words)",
        concerns.every,
        lambda c, r: claim_precision(r.answer),
    ),
    Metric(
        "claims_supported",
        "citations",
        "the answerer's own verdict on a claim is supported",
        concerns.every,
        lambda c, r: unless_refused(r, tuple(float(claim.verdict == "supported") for claim in r.answer.claims)),
    ),
    Metric(
        "no_citation_under_refusal",
        "citations",
        "a refusal cites nothing",
        concerns.every,
        lambda c, r: one(not r.answer.citations) if r.refused else (),
        must=True,
    ),
)
"""Citations, in the order of the report."""
