"""Where links in Slack lead: to this server's article page at the cited words, or else to the publisher."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.models import Citation, Related
from app.references import article_link, citation_link, origin_of, title_of
from app.slack.text import escaped, link, shortened

_ORIGIN_CHARS = 200


@dataclass(frozen=True, slots=True)
class Links:
    """Links to articles.

    Attributes:
        public_url: where readers reach this server; None when they do not.
    """

    public_url: str | None = None

    def to_citation(self, citation: Citation) -> str | None:
        """The article at the cited span, the publisher's page, or nowhere."""
        return citation_link(citation, self.public_url) if self.public_url else _published(citation.url)

    def to_related(self, related: Related) -> str | None:
        """The article, the publisher's page, or nowhere."""
        return article_link(related.article_id, self.public_url) if self.public_url else _published(related.url)

    def line(self, cited: Citation | Related) -> str:
        """mrkdwn: the title as a link, then outlet and day."""
        url = self.to_citation(cited) if isinstance(cited, Citation) else self.to_related(cited)
        return f"{link(title_of(cited), url)} · {escaped(shortened(origin_of(cited), _ORIGIN_CHARS))}"

    def by_number(self, citations: Iterable[Citation]) -> dict[int, str | None]:
        """The link of each marker."""
        return {citation.number: self.to_citation(citation) for citation in citations}


def _published(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None
