"""Which figures count as changed, and how."""

from dataclasses import replace

import pytest

from app.models import Answer, Citation, Figure, FigureStatus, Span
from app.watching.changes import figure_change

Given = tuple[float, FigureStatus, str]


def answer(*figures: Given) -> Answer:
    """An answer with one citation for each figure, given as value, status and article."""
    return Answer(
        id="a1",
        question="How many posts?",
        standalone_question="How many posts?",
        status="answered" if figures else "not_in_archive",
        short_answer="",
        answer="",
        claims=(),
        citations=tuple(
            Citation(number, article, 1, "", None, None, None, f"{value} posts", Span(0, 8))
            for number, (value, _, article) in enumerate(figures, start=1)
        ),
        figures=tuple(
            Figure(value, None, None, "posts", None, None, None, status, number)
            for number, (value, status, _) in enumerate(figures, start=1)
        ),
        related=(),
        as_of=None,
        writer="extractive",
        model=None,
        prompt=None,
        archive_version=1,
        timings_ms={},
    )


TOLD = answer((12, "current", "old"))


@pytest.mark.parametrize(
    ("after", "kind", "value"),
    [
        (answer((40, "current", "new"), (12, "earlier", "old")), "updated", 40),
        (answer((40, "current", "new")), "updated", 40),
        (answer((12, "conflicting", "old"), (40, "conflicting", "new")), "disputed", 40),
        (answer((40, "conflicting", "new"), (12, "conflicting", "old")), "disputed", 40),
        (answer((12, "current", "old"), (9, "earlier", "new")), None, None),
        (answer((12, "current", "new")), None, None),
        (answer(), None, None),
    ],
)
def test_a_new_article_changes_what_leads_or_stands_against_it(after, kind, value):
    """Another value in front is an update, one beside it a dispute; earlier figures and repetitions change nothing."""
    change = figure_change(TOLD, after, is_new=lambda citation: citation.article_id == "new", gone=False)

    assert (change.kind if change else None) == kind
    assert (change.after.figure.value if change else None) == value
    if change:
        assert change.before.citation.article_id == "old"
        assert change.after.citation.article_id == "new"


def test_another_upper_end_is_another_figure():
    """Both ends of a range are told."""
    before, after = answer((30, "current", "old")), answer((30, "current", "new"))
    widened = replace(after, figures=(replace(after.figures[0], high=40),))
    change = figure_change(before, widened, is_new=lambda citation: citation.article_id == "new", gone=False)
    assert change is not None
    assert change.headline == "30 → 30–40"


def test_without_a_new_article_nothing_changed():
    """Other values from articles that were there already are no news."""
    assert figure_change(TOLD, answer((40, "current", "new")), is_new=lambda _: False, gone=False) is None


@pytest.mark.parametrize(
    ("after", "kind"),
    [
        (answer(), "withdrawn"),
        (answer((12, "current", "other")), None),
        (answer((9, "current", "other")), "updated"),
    ],
)
def test_a_figure_whose_article_left_is_withdrawn_unless_another_gives_it(after, kind):
    """Nothing left to say withdraws it; the same value elsewhere keeps it, another one updates it."""
    change = figure_change(TOLD, after, is_new=lambda _: False, gone=True)

    assert (change.kind if change else None) == kind


def test_a_conflict_that_was_told_is_no_change():
    """Who was shown both values learns nothing new."""
    told = answer((12, "conflicting", "old"), (40, "conflicting", "other"))
    after = answer((40, "conflicting", "new"), (12, "conflicting", "old"))

    assert figure_change(told, after, is_new=lambda citation: citation.article_id == "new", gone=False) is None


def test_an_answer_without_figures_has_none_to_change():
    """A name or a day is not watched."""
    assert figure_change(answer(), answer((40, "current", "new")), is_new=lambda _: True, gone=True) is None
