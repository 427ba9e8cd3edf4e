"""A small invented news article and its passages, shared by the tests of this folder."""

from __future__ import annotations

from app.answering.reading.evidence import Sentence, sentences_of
from app.models import Article, Passage

TEXT = """Two ministers agreed on a truce in Varna

PORTO, March 3. /MERIDIAN/. Norland Foreign Minister Ilse Berg and Sudland Defence Minister Omar Haddad signed a truce \
on the Varna valley on Tuesday, government spokeswoman Lena Ruiz announced.

"The paper was signed at the wish of the Norland leader. Both sides will meet again soon," she said.

The valley has been held by the Free Hunters militia since 2014. The Norland army used to have 12 watchtowers in the \
valley. Channel Nine TV reports that Norland sent more troops there in winter. It now has 40 watchtowers in the valley.

Sudland said that 33 of its border guards had been killed in the shelling. In reply, Sudland struck over 200 positions.
"""

ARTICLE = Article(
    article_id="varna",
    text=TEXT,
    title="Norland and Sudland sign a truce on Varna",
    source="Meridian Wire",
    url="https://meridian.example/varna",
    published_at="2021-03-03",
    version=1,
)


def article(text: str, **fields: str) -> Article:
    """An article of version 1 with the given text."""
    known = {"article_id": "a", "title": "", "source": "Meridian Wire", "published_at": "2021-03-03"}
    return Article(text=text, version=1, **(known | fields))  # type: ignore[arg-type]


def passage(of: Article, part: str | None = None, score: float = 1.0) -> Passage:
    """The passage of an article that is ``part`` of its text, the whole when not given."""
    start = of.text.index(part) if part else 0
    end = start + len(part) if part else len(of.text)
    return Passage(
        article_id=of.article_id,
        version=of.version,
        start=start,
        end=end,
        text=of.text[start:end],
        title=of.title,
        source=of.source,
        url=of.url,
        published_at=of.published_at,
        score=score,
    )


def sentences(*articles: Article) -> list[Sentence]:
    """All sentences of the articles."""
    by_id = {one.article_id: one for one in articles}
    return sentences_of([passage(one) for one in articles], lambda found: by_id[found.article_id])
