import pytest

from app.figures.reading.extract import extract_figures
from tests.unit.figures.articles import article


def told(text: str) -> list[tuple[float, str | None, str | None]]:
    """Value, counted noun and predicate of the whole counts of a text."""
    found = extract_figures(article(text))
    return [(one.value, one.counted, one.predicate) for one in found if not one.part_of_other]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "30 regime and 39 rebel fighters were killed.",
            [(30, "regime fighters", "killed"), (39, "rebel fighters", "killed")],
        ),
        (
            "Around twenty civilians and one aid worker were killed.",
            [(20, "civilians", "killed"), (1, "aid worker", "killed")],
        ),
        (
            "It said 21 civilians were killed in the area, 15 in Marun and another six in Orlen.",
            [(21, "civilians", "killed"), (15, "civilians", "killed"), (6, "civilians", "killed")],
        ),
        (
            "30 people were killed in Marun and another 39 died in Orlen.",
            [(30, "people", "killed"), (39, None, "killed")],
        ),
        ("A woman was killed and 35 others were hurt.", [(35, "others", "wounded")]),
        ("A bomber killed 30 people injured 90 on Monday.", [(30, "people", "killed"), (90, None, "wounded")]),
        (
            "20 people were killed including 13 guests and more than 30 wounded.",
            [(20, "people", "killed"), (30, "wounded", "wounded")],
        ),
        ("The tribe, who number about 70000, live there.", [(70000, "members", "has")]),
        ("The toll has risen to 86 doctors said.", [(86, None, "killed")]),
        ("The raid killed 20 rebels said the army.", [(20, "rebels", "killed")]),
        (
            "Tags Marun bombing Red Helmets Three rescue workers - known as Helmets - have been killed.",
            [(3, "rescue workers", "killed")],
        ),
        ("Up to 80 (IS group) fighters were destroyed near Marun.", [(80, "IS group fighters", "killed")]),
        ("It took control of 12 villages.", [(12, "villages", "captured")]),
        ("Over 1 000 civilians have been killed.", [(1000, "civilians", "killed")]),
        ("Twenty people fell as martyrs there.", [(20, "people", "killed")]),
    ],
)
def test_numbers_told_together_are_each_bound(text: str, expected: list[tuple[float, str, str]]) -> None:
    """A shared noun or verb belongs to both; another place or deed is no part of the count before."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("The raid killed 22 people, seven of them children.", "children"),
        ("The raid killed 22 people. Seven of the dead were rebel fighters, the monitor said.", "rebel fighters"),
        ("The raid killed 22 people. Of those killed seven were children.", "children"),
    ],
)
def test_a_part_told_by_its_kind_counts_that_kind(part: str, kind: str) -> None:
    """ "seven of them children" counts children."""
    record = extract_figures(article(part))[1]
    assert (record.value, record.counted, record.predicate, record.part_of_other) == (7, kind, "killed", True)
