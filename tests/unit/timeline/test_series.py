"""Statements of figures in order of their days, copies of one story together."""

from app.figures.matching.resolve import resolve
from app.figures.reading.extract import extract_figures
from app.models import Article
from app.timeline.series import points_of
from tests.unit.figures.articles import article

QUESTION = "How many posts does Turkey have in Idlib?"
WIRE = (
    "Convoys crossed the border at night. Turkey has 40 observation posts in Idlib, the Blue TV channel reported on "
    "Friday, citing drivers who brought concrete and fuel to the newest of them near the northern highway."
)


def series(*articles: Article) -> list[tuple[str | None, float, str, tuple[str, ...]]]:
    """Day, value, status and copies of every point."""
    records = [record for one in articles for record in extract_figures(one)]
    keyed = {(one.article_id, one.version): one for one in articles}
    found = resolve(QUESTION, records, keyed)
    assert found is not None
    points, citations = points_of(found, keyed)
    for number, (point, citation) in enumerate(zip(points, citations, strict=True), start=1):
        assert point.figure.citation == citation.number == number
        text = keyed[citation.article_id, citation.version].text
        assert text[citation.source_span.start : citation.source_span.end] == citation.quote
    return [(point.day, point.figure.value, point.figure.status, point.copied_by) for point in points]


def test_figures_stand_in_order_of_their_days() -> None:
    """The oldest first, each with its own status."""
    assert series(
        article("Turkey has 40 observation posts in Idlib.", article_id="b", day="2020-02-28", source="north"),
        article("Turkey has 12 observation posts in Idlib.", article_id="a", day="2019-12-24", source="south"),
    ) == [("2019-12-24", 12, "earlier", ()), ("2020-02-28", 40, "current", ())]


def test_copies_of_a_wire_story_are_one_point() -> None:
    """The outlet that printed it first stands for all; another report of the same value is a point of its own."""
    assert series(
        article(WIRE, article_id="a", day="2020-02-28", source="Wire"),
        article(WIRE, article_id="b", day="2020-02-29", source="Harbour Post"),
        article(WIRE.replace("at night", "by day"), article_id="c", day="2020-02-29", source="Coast Courier"),
        article(
            "Turkey has 40 observation posts in Idlib, a driver said.", article_id="d", day="2020-03-01", source="X"
        ),
    ) == [
        ("2020-02-28", 40, "current", ("Harbour Post", "Coast Courier")),
        ("2020-03-01", 40, "current", ()),
    ]


def test_what_is_only_called_earlier_has_no_day() -> None:
    """ "used to have" does not say when; such a point comes first."""
    assert series(
        article("Turkey used to have 12 observation posts in Idlib. It now has 40 observation posts in the province.")
    ) == [(None, 12, "earlier", ()), ("2020-02-28", 40, "current", ())]


def test_title_and_text_of_one_article_are_one_statement() -> None:
    """The one with a speaker is kept."""
    text = "Turkey has 40 posts in Idlib\n\nTurkey has 40 posts in Idlib, according to the Blue TV channel."
    assert series(article(text)) == [("2020-02-28", 40, "current", ())]
