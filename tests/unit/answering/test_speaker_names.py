"""How a speaker is written inside a sentence."""

from __future__ import annotations

import pytest

from app.answering.speaker_names import speaker_inside


@pytest.mark.parametrize(
    ("speaker", "told"),
    [
        ("United Nations", "the United Nations"),
        ("The ministry", "the ministry"),
        ("UN's humanitarian office", "the UN's humanitarian office"),
        ("Residents' Association", "the Residents' Association"),
        ("Turkey's Defence Ministry", "Turkey's Defence Ministry"),
        ("Russias Defense Ministry", "Russias Defense Ministry"),
        ("Turkish military", "the Turkish military"),
        ("Britain-based monitor (Observatory)", "the Britain-based monitor (Observatory)"),
        ("state news agency SANA", "the state news agency SANA"),
        ("interior minister, Suleyman Soylu", "the interior minister, Suleyman Soylu"),
    ],
)
def test_bodies_and_offices_take_an_article(speaker: str, told: str) -> None:
    """Unless somebody owns them."""
    assert speaker_inside(speaker) == told


@pytest.mark.parametrize(
    ("speaker", "told"),
    [
        ("Activists", "activists"),
        ("Regime media", "regime media"),
        ("statement", "a statement"),
        ("A source at Aleppo Police Command", "a source at Aleppo Police Command"),
    ],
)
def test_what_is_no_name_has_no_capital(speaker: str, told: str) -> None:
    """It had one where it opened its own sentence."""
    assert speaker_inside(speaker) == told


@pytest.mark.parametrize(
    "speaker",
    [
        "President Recep Tayyip Erdogan",
        "Rami Abdel Rahman head of the Syrian Observatory for Human Rights",
        "TASS",
        "Press TV",
        "Human Rights Watch",
        "Iraq",
    ],
)
def test_names_stay_as_they_are(speaker: str) -> None:
    """People, agencies and countries."""
    assert speaker_inside(speaker) == speaker
