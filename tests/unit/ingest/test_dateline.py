from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.dateline import read_dateline
from tests.unit.ingest.printed import find_days


@pytest.mark.parametrize(
    ("paragraph", "place", "agency", "day", "rest"),
    [
        ("MOSCOW, February 28. /TASS/. The leaders spoke.", "Moscow", "TASS", "--02-28", "The leaders spoke."),
        ("BEIRUT (Agency) — The army left.", "Beirut", "Agency", None, "The army left."),
        ("ANKARA, Feb 3 (Agency) - The army left.", "Ankara", "Agency", "--02-03", "The army left."),
        (
            "RIO DE JANEIRO, May 4, 2019 /Sul Wire/ -- It rained.",
            "Rio de Janeiro",
            "Sul Wire",
            "2019-05-04",
            "It rained.",
        ),
        ("DAMASCUS, Friday 28 February (Levant Desk): It rained.", "Damascus", "Levant Desk", "--02-28", "It rained."),
        (
            "GAZIANTEP/ANKARA, Turkey, 3 March (Reuters) - It rained.",
            "Gaziantep/Ankara, Turkey",
            "Reuters",
            "--03-03",
            "It rained.",
        ),
        ("Idlib, 3 February 2020 (Northern Wire) - It rained.", "Idlib", "Northern Wire", "2020-02-03", "It rained."),
        ("MOSCOW October 18 (RIA Novosti) - It rained.", "Moscow", "RIA Novosti", "--10-18", "It rained."),
        ("Istanbul, Turkey (CNN) It rained.", "Istanbul, Turkey", "CNN", None, "It rained."),
        ("ANAHEIM, Calif. – It rained.", "Anaheim, Calif.", None, None, "It rained."),
        ("N’DJAMENA, Chad (AP) – It rained.", "N’djamena, Chad", "AP", None, "It rained."),
        ("WASHINGTON, D.C. – It rained.", "Washington, D.C.", None, None, "It rained."),
        ("U.S. (AP) - It rained.", "U.S.", "AP", None, "It rained."),
        ("AL-BAB, 12 Feb. It rained.", "Al-Bab", None, "--02-12", "It rained."),
        ("New York CNN Business —", "New York", "CNN Business", None, ""),
        ("(Reuters) - It rained.", None, "Reuters", None, "It rained."),
        ("AP", None, "AP", None, ""),
    ],
)
def test_a_dateline_is_read_in_its_usual_styles(
    paragraph: str, place: str | None, agency: str | None, day: str | None, rest: str
) -> None:
    """Place, agency and day come out, and the report begins behind them."""
    found = read_dateline(paragraph)
    assert found is not None
    assert (found.place, found.agency, found.day.iso if found.day else None) == (place, agency, day)
    assert paragraph[found.end :] == rest


@pytest.mark.parametrize(
    "paragraph",
    [
        "The Syrian Observatory (SOHR) said 12 died.",
        "IT (AP) - It rained.",
        "President Erdogan (AKP) spoke.",
        "NATO (North Atlantic Treaty Organization) met.",
        "UPDATE – the toll rose.",
        "SUNDAY – the toll rose.",
        "Patricia Booker (1956-1967)",
        "Turkey May 3 (Monday) said it rained.",
        "IS killed 12 people.",
        "Los Angeles - a city",
        "Roxanne Jones CNN",
        "MOSCOW, February 31. /TASS/. No such day.",
    ],
)
def test_a_sentence_is_no_dateline(paragraph: str) -> None:
    """Brackets, capitals and dashes alone do not make a dateline."""
    assert read_dateline(paragraph) is None


@given(
    st.sampled_from(["MOSCOW", "NEW YORK", "AL-BAB", "SAINT-DENIS", "ST. PETERSBURG"]),
    st.dates(),
    st.sampled_from(["TASS", "Northern Wire", "The Levant Desk", "AFP"]),
    st.sampled_from(
        ["{p}, {m} {d}. /{a}/. ", "{p}, {m} {d} ({a}) - ", "{p}, {d} {m} ({a}) — ", "{p} {m} {d} ({a}) -- "]
    ),
)
def test_place_day_and_agency_survive_every_style(place: str, day: object, agency: str, style: str) -> None:
    """Whichever house style, the same facts are read."""
    when = next(find_days(f"{day:%B} {day:%d}"))
    opening = style.format(p=place, m=f"{day:%B}", d=f"{day:%d}".lstrip("0"), a=agency)
    found = read_dateline(f"{opening}The talks went on.")
    assert found is not None
    assert found.place is not None
    assert found.place.casefold() == place.casefold()
    assert found.agency == agency
    assert found.day is not None
    assert found.day.iso == when.iso
    assert found.end == len(opening)


@given(st.text(max_size=120))
def test_any_paragraph_can_be_tried(text: str) -> None:
    """Nothing makes the reader fail or run past the end."""
    found = read_dateline(text)
    assert found is None or 0 < found.end <= len(text)
