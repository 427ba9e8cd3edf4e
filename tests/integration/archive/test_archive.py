from collections.abc import Iterator
from dataclasses import asdict, astuple
from pathlib import Path

import numpy as np
import pytest

from app.archive import nearest
from app.archive.archive import Added, Archive
from app.archive.catalogue import bounds_of, passes
from app.archive.identity import new_article
from app.archive.outbox import entry_of
from app.archive.protocols import Indexable
from app.errors import AnswerNotFound, ArchiveLocked, ArchiveMismatch, ArticleNotFound
from app.figures.records import FigureRecord
from app.models import Answer, Article, SearchFilters, Span
from tests.fakes import HashEmbedder
from tests.integration.archive.corpus import articles

POSTS = new_article(
    text="Turkey keeps 40 observation posts in Idlib. It used to keep twelve.",
    title="Observation posts",
    source="TASS",
    url="https://news.example/posts",
    published_at="2020-02-28",
)
CATS = new_article(text="Cats sleep all day.", title="Cats", source="The Meow", url="https://news.example/cats")
EMBEDDER = HashEmbedder()
EVERYTHING = SearchFilters()


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path, EMBEDDER) as opened:
        yield opened


def test_the_first_articles_are_stored_soon(archive: Archive) -> None:
    """However slow the machine: after a small batch, long before the whole is read."""
    read: list[str] = []

    def feed() -> Iterator[Article]:
        for article in articles(300):
            read.append(article.article_id)
            yield article

    first = next(archive.add(feed()))

    assert first.outcome == "added"
    assert len(read) < 60


def outcomes(archive: Archive, *given: Article) -> list[str]:
    return [added.outcome for added in archive.add(given)]


def both_searches(archive: Archive, query: str, k: int = 10, filters: SearchFilters = EVERYTHING) -> set[str]:
    hits = archive.search_words(query, k, filters)
    hits += archive.search_vectors(EMBEDDER.encode_query(query), k, filters)
    return {passage.title for passage in archive.passages(hits)}


def test_an_article_is_found_by_words_and_by_meaning(archive: Archive) -> None:
    """The best passage of either search is the right one, a verbatim slice, with its origin."""
    list(archive.add([POSTS, CATS]))
    for hits in (
        archive.search_words("observation posts in Idlib", 5),
        archive.search_vectors(EMBEDDER.encode_query("observation posts in Idlib"), 5),
    ):
        best = archive.passages(hits)[0]
        assert (best.title, best.source, best.url, best.published_at) == tuple(
            getattr(POSTS, name) for name in ("title", "source", "url", "published_at")
        )
        assert best.text == archive.article(best.article_id).text[best.start : best.end]
        assert best.score == hits[0].score


def test_hits_come_best_first_and_cosines_are_the_dot_products(archive: Archive) -> None:
    """Scores fall, and a vector hit's score is the product of the two vectors."""
    list(archive.add(articles(40)))
    query = EMBEDDER.encode_query("w12 w7 w3 w1")
    hits = archive.search_vectors(query, 20)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert archive.vectors([hit.chunk_id for hit in hits]) @ query == pytest.approx([h.score for h in hits], abs=2e-3)
    words = archive.search_words("w12 w7 w3", 20)
    assert len(words) == len(hits) == 20
    assert [hit.score for hit in words] == sorted((hit.score for hit in words), reverse=True)


def test_ingesting_twice_changes_nothing(archive: Archive) -> None:
    """The second time everything is unchanged, the archive's version included."""
    assert outcomes(archive, POSTS, CATS) == ["added", "added"]
    before = archive.status()
    assert outcomes(archive, POSTS, CATS, POSTS) == ["unchanged"] * 3
    assert archive.status() == before


def test_a_changed_text_is_a_new_version_and_only_that_is_searched(archive: Archive) -> None:
    """The old version stays readable and is never found again."""
    changed = new_article(**{**given(POSTS), "text": "Turkey withdrew from the province."})
    assert list(archive.add([POSTS, changed])) == [
        Added(POSTS.article_id, 1, "added", 1),
        Added(POSTS.article_id, 2, "updated", 1),
    ]
    assert both_searches(archive, "withdrew") == {POSTS.title}
    assert not archive.search_words("twelve", 5)
    assert [passage.version for passage in archive.passages(archive.search_words("Turkey", 5))] == [2]
    assert archive.article(POSTS.article_id, 1).text == POSTS.text
    assert archive.article(POSTS.article_id).text == changed.text
    assert archive.status().versions == 2
    assert archive.status().in_step


def test_the_same_text_elsewhere_is_an_article_of_its_own(archive: Archive) -> None:
    """Five outlets with one wire story are five articles; retrieval clusters them."""
    copy = new_article(**{**given(POSTS), "url": "https://other.example/posts"})
    assert outcomes(archive, POSTS, copy) == ["added", "added"]
    assert archive.status().articles == 2


def test_deleting_leaves_no_trace_in_search(archive: Archive) -> None:
    """Neither search finds it, it cannot be read, and deleting again says that there was nothing."""
    list(archive.add([POSTS, CATS]))
    assert archive.delete(POSTS.article_id)
    assert POSTS.title not in both_searches(archive, "observation posts in Idlib")
    with pytest.raises(ArticleNotFound, match=POSTS.article_id):
        archive.article(POSTS.article_id)
    assert not archive.delete(POSTS.article_id)
    assert archive.status().in_step
    assert outcomes(archive, POSTS) == ["added"]
    assert both_searches(archive, "observation posts") >= {POSTS.title}


def test_chunks_are_verbatim_slices_that_their_ids_name(archive: Archive) -> None:
    """For every chunk of every article, ``text[start:end]`` is the chunk."""
    list(archive.add(articles(5)))
    hits = archive.search_words("report w1 w2 w3 w4", 100)
    for found in archive.passages(hits):
        assert archive.article(found.article_id).text[found.start : found.end] == found.text
    assert len(hits) == archive.status().chunks


@pytest.mark.parametrize(
    "filters",
    [
        SearchFilters(as_of="2020-06-15"),
        SearchFilters(published_after="2020-06-15"),
        SearchFilters(published_before="2020-06-15"),
        SearchFilters(published_after="2020-02-03", published_before="2020-02-03"),
        SearchFilters(sources=("tass", "AL-MAYADEEN tv")),
        SearchFilters(language="DE"),
        SearchFilters(as_of="2020-08-01", published_after="2020-03-01", sources=("TASS",), language="en"),
        SearchFilters(sources=("nobody",)),
    ],
)
@pytest.mark.parametrize("exact_chunks", [0, 100_000], ids=["over-fetched", "scanned"])
def test_filters_let_the_same_articles_through_everywhere(
    archive: Archive, filters: SearchFilters, exact_chunks: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words, vectors (either way) and the list of articles obey one meaning of each filter."""
    monkeypatch.setattr(nearest, "EXACT_CHUNKS", exact_chunks)
    monkeypatch.setattr(nearest, "CHUNKS_PER_FETCHED", 0)
    list(archive.add(articles(60)))
    bounds = bounds_of(filters)
    assert bounds is not None
    everything = archive.articles(limit=1_000)
    allowed = {a.article_id for a in everything if passes(entry_of(Indexable(1, a, (), np.empty((0, 0)))), bounds)}
    vector_hits = archive.search_vectors(EMBEDDER.encode_query("report w1"), 1_000, filters)
    word_hits = archive.search_words("report", 1_000, filters)
    assert {passage.article_id for passage in archive.passages(vector_hits)} == allowed
    assert {passage.article_id for passage in archive.passages(word_hits)} == allowed
    assert {article.article_id for article in archive.articles(filters=filters, limit=1_000)} == allowed


def test_as_of_never_leaks_a_later_article(archive: Archive) -> None:
    """The day itself passes, the day before does not, and an undated article passes."""
    list(archive.add([POSTS, CATS]))
    assert both_searches(archive, "posts cats", filters=SearchFilters(as_of="2020-02-28")) == {POSTS.title, CATS.title}
    assert both_searches(archive, "posts cats", filters=SearchFilters(as_of="2020-02-27")) == {CATS.title}


def test_articles_come_newest_first_and_undated_last(archive: Archive) -> None:
    """Pages of the list join without gaps."""
    list(archive.add(articles(25)))
    days = [article.published_at for article in archive.articles(limit=100)]
    dated = [day for day in days if day]
    assert dated == sorted(dated, reverse=True)
    assert days[len(dated) :] == [None] * 3
    pages = [archive.articles(limit=10, offset=offset) for offset in (0, 10, 20, 30)]
    assert [article for page in pages for article in page] == archive.articles(limit=100)


def test_a_query_of_nothing_finds_nothing_and_operators_are_plain_words(archive: Archive) -> None:
    """No query is a syntax error."""
    list(archive.add([POSTS, CATS]))
    assert not archive.search_words("", 5)
    assert not archive.search_words('"?!*', 5)
    assert not archive.search_words("cats", 0)
    assert archive.search_words('title:(cats AND -sleep) "day [x TO', 5)
    assert archive.search_words("all", 5)


def test_an_empty_archive_answers_with_nothing(archive: Archive) -> None:
    """Every read works before the first article."""
    assert not both_searches(archive, "anything")
    assert not archive.articles()
    assert not archive.sources()
    assert archive.vectors([]).shape == (0, EMBEDDER.dimension)
    status = archive.status()
    assert (status.articles, status.first_day, status.in_step, status.version) == (0, None, True, 0)


def test_another_process_is_told_who_owns_the_archive(archive: Archive, tmp_path: Path) -> None:
    """Opening it twice names the owner and what it does."""
    with pytest.raises(ArchiveLocked, match=r"in use by process \d+ \(dateline\).*stop it"):
        Archive.open(tmp_path, EMBEDDER)


def test_another_model_is_refused_until_the_archive_is_reindexed(tmp_path: Path) -> None:
    """The message names both and the command; after it, the new one searches and the old one is refused."""
    with Archive.open(tmp_path, EMBEDDER) as archive:
        list(archive.add([POSTS, CATS]))
    other = HashEmbedder(32, name="other")
    with pytest.raises(ArchiveMismatch, match=r"made with hash .* uses other .*dateline reindex"):
        Archive.open(tmp_path, other)
    seen: list[tuple[int, int]] = []
    with Archive.open(tmp_path, other, rebuild=True) as archive:
        archive.reindex(lambda done, total: seen.append((done, total)))
        assert archive.search_vectors(other.encode_query("cats sleep"), 1)[0].chunk_id.startswith(CATS.article_id)
        assert archive.status().in_step
    assert seen == [(2, 2)] * 4, "figures, vectors made anew, and both indexes"
    with pytest.raises(ArchiveMismatch):
        Archive.open(tmp_path, EMBEDDER)


def test_reindexing_with_the_same_model_encodes_nothing(tmp_path: Path) -> None:
    """Both indexes come back from what is stored."""

    class Silent(HashEmbedder):
        def encode(self, texts):  # type: ignore[no-untyped-def]
            raise AssertionError(texts)

    with Archive.open(tmp_path, EMBEDDER) as archive:
        list(archive.add(articles(20)))
        before = archive.search_words("w1 w2", 5), archive.search_vectors(EMBEDDER.encode_query("w1"), 5)
    with Archive.open(tmp_path, Silent()) as archive:
        archive.reindex()
        after = archive.search_words("w1 w2", 5), archive.search_vectors(EMBEDDER.encode_query("w1"), 5)
        assert archive.status().in_step
    assert after == before


def test_figures_are_stored_with_each_version(tmp_path: Path) -> None:
    """They come back as they were extracted, under the version they belong to."""

    def extract(article: Article) -> list[FigureRecord]:
        if "40" not in article.text:
            return []
        return [FigureRecord(article.article_id, article.version, 40.0, Span(13, 15), Span(0, 43), counted="posts")]

    with Archive.open(tmp_path, EMBEDDER, extract=extract) as archive:
        list(archive.add([POSTS, CATS]))
        (record,) = archive.figures.for_articles([(CATS.article_id, 1), (POSTS.article_id, 1)])
        assert record == FigureRecord(POSTS.article_id, 1, 40.0, Span(13, 15), Span(0, 43), counted="posts")
        archive.delete(POSTS.article_id)
        assert not archive.figures.for_articles([(POSTS.article_id, 1)])


def test_turns_feedback_and_receipts_come_back(archive: Archive) -> None:
    """Turns oldest first and at most as many as asked for, receipts as they were given."""
    for number in range(8):
        archive.conversations.append("c1", f"q{number}", f"standalone {number}", f"a{number}")
    assert [turn.question for turn in archive.conversations.turns("c1", last=3)] == ["q5", "q6", "q7"]
    assert not archive.conversations.turns("c2")

    archive.feedback.add("a1", "down", "wrong figure", "slack")
    (given_feedback,) = archive.feedback.list()
    assert astuple(given_feedback)[:4] == ("a1", "down", "wrong figure", "slack")

    answer = Answer(
        **{name: name for name in ("id", "question", "standalone_question", "short_answer", "answer", "writer")},
        **dict.fromkeys(("claims", "citations", "figures", "related"), ()),
        **dict.fromkeys(("as_of", "model", "prompt")),
        status="not_in_archive",
        archive_version=3,
        timings_ms={"search": 1.5},
    )
    archive.receipts.save(answer)
    assert archive.receipts.get("id") == answer
    assert archive.receipts.latest(5) == [answer]
    assert archive.receipts.latest(0) == []
    with pytest.raises(AnswerNotFound, match="no answer 'nope'"):
        archive.receipts.get("nope")


def given(article: Article) -> dict[str, object]:
    """What ``new_article`` was called with."""
    return {key: value for key, value in asdict(article).items() if key not in {"article_id", "version"}}
