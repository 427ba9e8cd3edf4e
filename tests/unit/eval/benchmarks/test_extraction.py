"""The recall of figure extraction: what counts as found, and what is said of texts that are not there."""

from dataclasses import replace

from app.figures.reading.extract import extract_figures
from app.models import Span
from eval.benchmarks.extraction import ANNOTATIONS, Marked, is_found, read_annotations, recall_report, short_hash
from tests.unit.figures.articles import article

TEXT = "The blast killed 18 people and wounded 56 others. A boat with squads of 70 burned."
ARTICLE = replace(article(TEXT), url="https://news.example/blast")


def marked(printed: str, value: float, kind: str = "count") -> Marked:
    start = TEXT.index(printed)
    return Marked(
        short_hash("https://news.example/blast"), short_hash(TEXT), Span(start, start + len(printed)), value, kind
    )


def test_a_figure_is_found_at_its_place_with_its_value():
    """Another value there, and the value elsewhere, are not found."""
    records = extract_figures(ARTICLE)

    assert is_found(marked("18", 18), records)
    assert not is_found(marked("18", 56), records)
    assert not is_found(marked("boat", 18), records)


def test_recall_is_told_by_kind_and_missing_texts_are_counted_apart():
    """A text that is not there, or was changed, is neither found nor missed."""
    rows = [marked("18", 18), marked("56", 56), marked("70", 70, "measure")]
    changed = replace(rows[0], text_sha256="0" * 16)

    report = recall_report([*rows, changed], {rows[0].url_sha256: ARTICLE})

    assert report["text_missing"] == 1
    assert {kind: (share["n"], share["value"]) for kind, share in report["recall"].items()} == {
        "all": (3, 0.667), "count": (2, 1.0), "measure": (1, 0.0),
    }  # fmt: skip


def test_the_annotations_are_many_and_hold_no_text():
    """At least a hundred figures, each place once, and nothing but hashes, places, values and notes."""
    rows = read_annotations(ANNOTATIONS)

    assert len(rows) >= 100
    assert len({(row.url_sha256, row.span) for row in rows}) == len(rows)
    assert all(row.span.start < row.span.end < row.span.start + 40 for row in rows)
