"""Which outlets confirm a figure, and what that is worth."""

from app.figures.matching.agreement import confirming_outlets
from app.figures.matching.resolve import resolve
from app.figures.reading.extract import extract_figures
from app.models import Article
from tests.unit.figures.articles import article

WIRE = (
    "Rescuers searched until late at night. The blast in Marun killed 18 people on Friday, the ministry said, "
    "and the roads into the town were closed while engineers looked at the damaged bridge."
)


def told(*articles: Article) -> list[str]:
    return confirming_outlets((record, one) for one in articles for record in extract_figures(one))


def test_copies_of_a_wire_story_confirm_nothing() -> None:
    """The outlet that printed it first stands for all; a report in other words is a second confirmation."""
    wire = article(WIRE, article_id="a", day="2020-02-28", source="Wire")
    copy = article(WIRE.replace("late at night", "midnight"), article_id="b", day="2020-02-29", source="Harbour Post")
    own = article("In Marun 18 people were killed by a blast, police said.", article_id="c", source="Coast Courier")

    assert told(copy, wire) == ["Wire"]
    assert sorted(told(own, copy, wire)) == ["Coast Courier", "Wire"]


def test_two_articles_of_one_outlet_are_one_voice() -> None:
    """An article without an outlet stands for itself."""
    mine = [article(f"In Marun {n} died. A blast killed 18 people.", article_id=n, source="Wire") for n in "ab"]
    unknown = article("The blast killed 18 people in Marun, officials told us.", article_id="u")

    assert told(*mine) == ["Wire"]
    assert told(*mine, unknown) == ["Wire", "u"]


def test_three_copies_do_not_outweigh_two_reports() -> None:
    """Of two values of one day the one with more independent outlets leads, not the one printed more often."""
    copies = [
        article(
            WIRE.replace("killed 18 people", "destroyed 44 homes"),
            article_id=f"w{n}",
            source=f"outlet {n}",
            day="2020-02-28",
        )
        for n in range(3)
    ]
    reports = [
        article("A blast destroyed 18 homes in Marun on Friday, a builder said.", article_id="r1", source="north"),
        article("In Marun a blast on Friday destroyed 18 homes, the mayor said.", article_id="r2", source="south"),
    ]
    articles = [*copies, *reports]
    keyed = {(one.article_id, one.version): one for one in articles}
    records = [record for one in articles for record in extract_figures(one)]

    found = resolve("How many homes did the blast in Marun destroy?", records, keyed)

    assert found is not None
    assert {figure.record.value: figure.outlets for figure in found.figures} == {18: 2, 44: 1}
    assert found.headline.record.value == 18
    assert found.status == "conflicting"
