"""The shipped datasets are whole: gold stands verbatim in the frozen corpus, and every kind of question is asked."""

import hashlib
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from app.models import Article
from eval.cases import Case
from eval.dataset import SHIPPED, load_dataset, shipped_names
from eval.metrics.text import contains
from tests.sample_archive import SAMPLE, sample_articles

MANIFEST = Path(__file__).parents[3] / "eval" / "corpora" / "sample.v1.sha256"
KINDS = {
    "fact": 40,
    "agreed": 15,
    "updated": 60,
    "conflicting": 35,
    "said_by": 35,
    "date": 25,
    "as_of": 40,
    "follow_up": 35,
    "comparison": 25,
    "paraphrase": 25,
    "typo": 15,
    "look_alike": 5,
    "trap_place": 15,
    "trap_owner": 15,
    "trap_year": 15,
    "trap_subject": 15,
    "trap_unit": 15,
}
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


@cache
def _cases() -> tuple[Case, ...]:
    return tuple(case for name in shipped_names() for case in load_dataset(SHIPPED / f"{name}.jsonl").cases)


@cache
def _articles() -> dict[str, Article]:
    return {article.article_id: article for article in sample_articles()}


def _each(*, answerable: bool) -> list[Case]:
    return [case for case in _cases() if case.answerable is answerable]


def _numbers(text: str) -> set[float]:
    """Numbers printed in digits or in words below a hundred, with their scale."""
    printed = re.findall(r"(\d+(?:,\d{3})*(?:\.\d+)?)(?: (thousand|million|billion))?", text)
    found = {float(number.replace(",", "")) * SCALES.get(scale, 1) for number, scale in printed}
    for word in re.findall(r"[a-z]+(?:-[a-z]+)?", text.lower()):
        tens, _, unit = word.partition("-")
        if tens in UNITS and not unit:
            found.add(UNITS.index(tens))
        elif tens in TENS and (not unit or unit in UNITS[1:10]):
            found.add(10 * (TENS.index(tens) + 2) + (UNITS.index(unit) if unit else 0))
    return found


def test_the_corpus_is_the_frozen_one() -> None:
    """Every file of the sample archive, and none else, has the hash that the manifest states."""
    rows = [line.split("  ", 1) for line in MANIFEST.read_text("utf-8").splitlines()]
    files = [path for path in SAMPLE.rglob("*") if path.is_file()]
    found = {path.relative_to(SAMPLE).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    assert found == {name: digest for digest, name in rows}


def test_there_are_enough_cases_and_no_id_twice() -> None:
    """At least 150 cases over all files, each with an id of its own."""
    counted = Counter(case.id for case in _cases())
    assert len(_cases()) >= 150
    assert [case_id for case_id, times in counted.items() if times > 1] == []


@pytest.mark.parametrize(("tag", "at_least"), KINDS.items())
def test_every_kind_of_question_is_asked(tag: str, at_least: int) -> None:
    """Facts, figures of every status, speakers, days, turns, comparisons, spellings and traps."""
    assert sum(tag in case.tags for case in _cases()) >= at_least


def test_quotes_stand_verbatim_in_the_ingested_text() -> None:
    """Gold evidence is what a citation could quote: a slice of the stored article."""
    missing = [
        (case.id, gold.quote)
        for case in _cases()
        for gold in case.citations
        if not gold.quote or gold.article_id not in _articles() or gold.quote not in _articles()[gold.article_id].text
    ]
    assert missing == []


def test_every_figure_stands_in_a_quote_of_its_article() -> None:
    """A gold value is printed, in digits or words, in evidence that the case accepts."""
    missing = []
    for case in _cases():
        for figure in case.figures:
            quotes = " ".join(gold.quote for gold in case.citations if gold.article_id == figure.article_id)
            if figure.value not in _numbers(quotes):
                missing.append((case.id, figure.value, figure.article_id))
    assert missing == []


def test_answerable_cases_say_what_is_right_and_where_it_stands() -> None:
    """Each has answers and evidence, and an answer stands in the evidence unless it is computed from two figures."""
    for case in _each(answerable=True):
        evidence = " ".join(gold.quote for gold in case.citations)
        assert case.answers, case.id
        assert case.citations, case.id
        assert "difference" in case.tags or any(contains(evidence, answer) for answer in case.answers), case.id


def test_unanswerable_cases_have_no_gold() -> None:
    """A trap has nothing that could count as right but silence."""
    for case in _each(answerable=False):
        assert not case.answers + case.citations + case.figures, case.id
    assert len(_each(answerable=False)) >= 30


def test_gold_is_never_younger_than_the_question() -> None:
    """With `as_of`, no evidence comes from an article published later."""
    younger = [
        case.id
        for case in _cases()
        for gold in case.citations
        if case.as_of and (_articles()[gold.article_id or ""].published_day or "") > case.as_of
    ]
    assert younger == []


def test_statuses_say_what_the_tags_say() -> None:
    """Conflicting means at least two values at odds; updated means that an earlier value is listed."""
    for case in _cases():
        values = {
            status: {f.value for f in case.figures if f.status == status} for status in ("conflicting", "earlier")
        }
        if case.figures and "conflicting" in case.tags:
            assert len(values["conflicting"]) >= 2, case.id
        if case.figures and "updated" in case.tags:
            assert values["earlier"], case.id
