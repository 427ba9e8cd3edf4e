from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from app.archive.protocols import Hit
from app.models import Passage, SearchFilters
from app.retrieval.question import analyse
from app.retrieval.retriever import Retriever
from tests.fakes import HashEmbedder

EVERYTHING = SearchFilters()


class Shelf:
    """An archive of passages in memory, searched by shared words and by vectors."""

    def __init__(self, *passages: Passage) -> None:
        self.embedder = HashEmbedder()
        self.passages_by_id = {f"{p.article_id}:{p.version}:{p.start}-{p.end}": p for p in passages}

    def search_words(self, query: str, k: int, filters: SearchFilters = EVERYTHING) -> list[Hit]:
        asked = set(query.lower().split())
        hits = [
            Hit(name, float(len(asked & set(f"{p.title} {p.text}".lower().split()))))
            for name, p in self.passages_by_id.items()
            if self._passes(p, filters)
        ]
        return sorted((hit for hit in hits if hit.score), key=lambda hit: (-hit.score, hit.chunk_id))[:k]

    def search_vectors(self, vector: NDArray[np.float32], k: int, filters: SearchFilters = EVERYTHING) -> list[Hit]:
        hits = [
            Hit(name, float(self.embedder.encode_query(p.text) @ vector))
            for name, p in self.passages_by_id.items()
            if self._passes(p, filters)
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.chunk_id))[:k]

    def days(self, article_ids: Sequence[str]) -> list[str | None]:
        days = {p.article_id: p.published_at for p in self.passages_by_id.values()}
        return [days.get(article_id) for article_id in article_ids]

    def vectors(self, chunk_ids: Sequence[str]) -> NDArray[np.float32]:
        return self.embedder.encode([self.passages_by_id[name].text for name in chunk_ids])

    def passages(self, hits: Sequence[Hit]) -> list[Passage]:
        return [replace(self.passages_by_id[hit.chunk_id], score=hit.score) for hit in hits]

    def retriever(self) -> Retriever:
        return Retriever(self, self.embedder)

    @staticmethod
    def _passes(passage: Passage, filters: SearchFilters) -> bool:
        in_time = not (filters.as_of and passage.published_at and passage.published_at > filters.as_of)
        return in_time and (not filters.sources or passage.source in filters.sources)


def passage(
    article_id: str, text: str, *, day: str | None = "2020-02-28", source: str | None = "TASS", start: int = 0
) -> Passage:
    return Passage(article_id, 1, start, start + len(text), text, f"Title {article_id}", source, None, day, 0.0)


POSTS = passage("posts", "turkey has 40 observation posts in idlib")
OLD = passage("old", "turkey has 12 observation posts in idlib", day="2019-01-05")
FLOWERS = passage("flowers", "the flower show opens on sunday", source="Gardener")


def test_the_matching_passage_comes_first() -> None:
    """Words and vectors agree on the passage that answers."""
    found = Shelf(FLOWERS, OLD, POSTS).retriever().search(analyse("How many posts in Idlib?"), top_k=3)
    assert [p.article_id for p in found][-1] == "flowers"
    assert [p.score for p in found] == sorted((p.score for p in found), reverse=True)


def test_a_question_about_now_prefers_the_newer_article() -> None:
    """Of two passages alike the one nearer to the asked day comes first."""
    question = analyse("How many observation posts in Idlib this week?")
    found = Shelf(OLD, POSTS).retriever().search(question, filters=SearchFilters(as_of="2020-03-01"))
    assert found[0].article_id == "posts"


def test_a_question_about_a_day_prefers_the_articles_of_that_day() -> None:
    """A day named in the question draws the articles near it, newer ones notwithstanding."""
    found = Shelf(OLD, POSTS).retriever().search(analyse("How many observation posts in Idlib on 6 January 2019?"))
    assert found[0].article_id == "old"


def test_named_outlets_are_represented() -> None:
    """An outlet named in the question comes in even when others match better."""
    crowd = [passage(f"crowd{n}", f"word{n} turkey has 40 observation posts in idlib {n}") for n in range(5)]
    verge = passage("verge", "posts on a new phone", source="The Verge")
    question = analyse("According to The Verge, how many posts in Idlib?", known_sources=["The Verge", "TASS"])
    found = Shelf(*crowd, verge).retriever().search(question, top_k=2)
    assert "verge" in [p.article_id for p in found]


def test_filters_hold_for_named_outlets_too() -> None:
    """An outlet outside the filter stays out although the question names it."""
    question = analyse("According to Gardener, when does the show open?", known_sources=["Gardener"])
    filters = SearchFilters(sources=("TASS",))
    found = Shelf(POSTS, FLOWERS).retriever().search(question, filters=filters)
    assert {p.source for p in found} == {"TASS"}


def test_copies_of_one_story_count_once() -> None:
    """The same wire story from several outlets takes one place, its copies come after everything else."""
    copies = [passage(f"copy{n}", POSTS.text + " as of today, say officials", source=f"Outlet {n}") for n in range(3)]
    other = passage("other", "idlib posts are being moved")
    found = Shelf(*copies, other).retriever().search(analyse("How many posts in Idlib?"), top_k=4)
    assert [p.article_id for p in found[:2]] == ["copy0", "other"]
    assert len(found) == 4


def test_a_mistyped_word_is_put_right_by_what_else_was_found() -> None:
    """ "idlbi" finds Idlib through the words of passages found for the rest."""
    decoys = [passage(f"decoy{n}", f"border posts count {n}") for n in range(5)]
    found = Shelf(*decoys, POSTS).retriever().search(analyse("how many observaton posts"), top_k=1)
    assert found[0].article_id == "posts"


@pytest.mark.parametrize("passages", [(), (FLOWERS,), (FLOWERS, POSTS, OLD)])
def test_never_more_than_there_are(passages: tuple[Passage, ...]) -> None:
    """None, one or a few passages: each comes at most once."""
    found = Shelf(*passages).retriever().search(analyse("How many posts in Idlib?"), top_k=10)
    assert len(found) == len({p.article_id for p in found}) == len(passages)


@pytest.mark.parametrize(("text", "top_k"), [("", 10), ("posts", 0)])
def test_nothing_asked_finds_nothing(text: str, top_k: int) -> None:
    """An empty question or no place for results gives an empty list."""
    assert Shelf(POSTS).retriever().search(analyse(text), top_k=top_k) == []


def test_the_same_question_gives_the_same_order() -> None:
    """Equal scores are ordered by id, whatever the order of storing."""
    twins = [passage(f"twin{n}", f"posts in idlib {n}") for n in range(6)]
    question = analyse("How many posts in Idlib?")
    assert Shelf(*twins).retriever().search(question) == Shelf(*reversed(twins)).retriever().search(question)
