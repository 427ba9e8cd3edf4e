"""Figure metrics."""

import pytest

from eval.metrics import figures
from tests.unit.eval.builders import answer, case, citation, figure

UPDATED = case(
    answers=(),
    figures=[
        {"value": 40, "said_by": "Al-Mayadeen TV", "article_id": "posts"},
        {"value": 12, "status": "earlier", "article_id": "old"},
    ],
)
CONFLICT = case(answers=(), figures=[{"value": 58, "status": "conflicting"}, {"value": 70, "status": "conflicting"}])


@pytest.mark.parametrize(
    ("short", "value_right", "latest_first"),
    [("40", 1, 1), ("12", 0, 0), ("40, up from 12", 1, 0), ("", 0, 0), ("about forty", 0, 0), ("41", 0, 0)],
)
def test_the_short_answer_must_state_the_current_value(short: str, value_right: float, latest_first: float) -> None:
    """Naming the earlier value beside it is right, but not the latest first."""
    given = answer(short)
    assert figures.value_right(UPDATED, given) == value_right
    assert figures.latest_first(UPDATED, given) == latest_first


@pytest.mark.parametrize(
    ("listed", "found", "right"),
    [((40, 12), 1.0, 1.0), ((40,), 0.5, 1.0), ((40, 99), 0.5, 0.5), ((), 0.0, 0.0), ((40, 40), 0.5, 1.0)],
)
def test_listed_values_are_counted_once(listed: tuple[float, ...], found: float, right: float) -> None:
    """Found is out of the gold values, right is out of the listed ones."""
    given = answer(figures=tuple(figure(value) for value in listed))
    assert figures.values_found(UPDATED, given) == found
    assert figures.values_right(UPDATED, given) == right


def test_without_a_current_value_any_gold_value_may_be_stated() -> None:
    """Of two conflicting figures either one is right to name first."""
    assert figures.value_right(CONFLICT, answer("70")) == 1


def test_a_conflict_is_shown_by_status_or_by_both_values() -> None:
    """One value alone hides it."""
    both = answer(figures=(figure(58), figure(70)))
    assert figures.conflict_shown(CONFLICT, both) == 1
    assert figures.conflict_shown(CONFLICT, answer(status="conflicting")) == 1
    assert figures.conflict_shown(CONFLICT, answer(figures=(figure(58),))) == 0


def test_an_earlier_value_counts_only_with_its_status() -> None:
    """Listing 12 as current is not showing history."""
    assert figures.earlier_shown(UPDATED, answer(figures=(figure(12, status="earlier"),))) == 1
    assert figures.earlier_shown(UPDATED, answer(figures=(figure(12),))) == 0


def test_a_figure_must_cite_an_article_that_has_it() -> None:
    """40 from "posts" is right, 12 from "posts" is not; a value without gold is left out."""
    given = answer(figures=(figure(40), figure(12), figure(99)))
    assert figures.cites_gold_article(UPDATED, given) == (1.0, 0.0)


def test_a_figure_with_a_missing_citation_cites_nothing() -> None:
    """Citation 3 is not in the list."""
    assert figures.cites_gold_article(UPDATED, answer(figures=(figure(40, citation=3),))) == (0.0,)


def test_without_gold_articles_no_citation_is_measured() -> None:
    """Nothing to hold it against."""
    assert figures.cites_gold_article(CONFLICT, answer(figures=(figure(58),))) == ()


def test_the_last_part_of_a_url_names_an_article() -> None:
    """Gold ids of foreign sets live in the address."""
    given = answer(figures=(figure(40),), citations=(citation(article_id="hash"),))
    assert figures.cites_gold_article(UPDATED, given) == (1.0,)


@pytest.mark.parametrize(
    ("said", "gold", "same"),
    [
        ("Al-Mayadeen", "Al-Mayadeen TV", True),
        ("The governor of Idlib", "governor", True),
        ("Syrian army", "Syrian state TV", False),
        ("", "Turkey", False),
        (None, "Turkey", False),
        ("state television", "Syrian state TV", True),
    ],
)
def test_speakers_agree_by_containment_or_a_telling_word(said: str | None, gold: str, same: bool) -> None:
    """ "Syrian" tells nobody apart here."""
    assert figures.same_speaker(said, gold) is same


def test_the_speaker_is_measured_only_where_the_gold_names_one() -> None:
    """12 has no speaker in the gold; 40 has."""
    given = answer(figures=(figure(40, said_by="the ministry"), figure(12)))
    assert figures.said_by_right(UPDATED, given) == (0.0,)
