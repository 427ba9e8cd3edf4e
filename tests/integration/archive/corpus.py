"""Made-up articles in any number, the same ones every time."""

from random import Random

from app.archive.identity import new_article
from app.models import Article

SOURCES = ("TASS", "The Northern Post", "Al-Mayadeen TV", None)


def articles(count: int, *, edition: str = "") -> list[Article]:
    """``count`` articles of about 200 words; another ``edition`` changes their texts but not their ids."""
    return [_article(number, Random(number), edition) for number in range(count)]  # noqa: S311 - no secrets


def _article(number: int, random: Random, edition: str) -> Article:
    sentences = [f"Report {number} {edition} begins here."]
    for _ in range(18):
        words = [f"w{int(random.paretovariate(0.7)) % 5_000}" for _ in range(11)]
        sentences.append(" ".join(words).capitalize() + ".")
    return new_article(
        text=" ".join(sentences),
        title=f"Report {number}",
        url=f"https://news.example/section{number % 5}/{number}",
        source=SOURCES[number % len(SOURCES)],
        published_at=f"2020-{number % 12 + 1:02d}-{number % 28 + 1:02d}" if number % 10 else None,
        language="en" if number % 3 else "de",
    )
