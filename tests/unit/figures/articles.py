"""Short made-up articles that the figure tests read."""

from app.models import Article

DAY = "2020-02-28"


def article(
    text: str, *, article_id: str = "a", day: str | None = DAY, title: str = "", source: str | None = None
) -> Article:
    """One stored article of that text."""
    return Article(article_id, text, title=title, source=source, published_at=day, version=1)
