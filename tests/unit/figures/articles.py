"""Short made-up articles that the figure tests read."""

from app.figures.matching.resolve import resolve
from app.figures.reading.extract import extract_figures
from app.figures.records import FigureAnswer
from app.models import Article

DAY = "2020-02-28"


def article(
    text: str, *, article_id: str = "a", day: str | None = DAY, title: str = "", source: str | None = None
) -> Article:
    """One stored article of that text."""
    return Article(article_id, text, title=title, source=source, published_at=day, version=1)


def answer(question: str, *articles: Article) -> FigureAnswer | None:
    """What the figures of these articles answer."""
    records = [record for one in articles for record in extract_figures(one)]
    return resolve(question, records, {(one.article_id, one.version): one for one in articles})


def shown(found: FigureAnswer | None) -> list[tuple[float, str]]:
    """Values and their statuses, headline first; none for a refusal."""
    return [(figure.record.value, figure.status) for figure in found.figures] if found else []
