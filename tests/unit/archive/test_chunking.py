from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.archive.chunking import SPECIAL_TOKENS, chunk_article, embedded_text, sentence_spans
from app.models import Article
from tests.fakes import HashEmbedder

count_words = HashEmbedder().count_tokens
SENTENCE = "Turkey set up 12 observation posts in Idlib."


def count_characters(texts: Sequence[str]) -> list[int]:
    return [len(text) for text in texts]


def article(text: str, **fields: str) -> Article:
    return Article("a1", text, version=3, **fields)  # type: ignore[arg-type]


def test_a_short_text_is_one_chunk_that_names_its_version() -> None:
    """The chunk is the text itself and its id carries article, version and offsets."""
    (chunk,) = chunk_article(article(f"  {SENTENCE}\n"), count_words)
    assert chunk.text == SENTENCE
    assert chunk.chunk_id == f"a1:3:2-{2 + len(SENTENCE)}"


@pytest.mark.parametrize("text", ["", "  \n\n "])
def test_a_text_of_white_space_has_no_chunks(text: str) -> None:
    """Nothing to find, nothing to store."""
    assert chunk_article(article(text), count_words) == []


def test_chunks_end_at_sentences_near_the_target() -> None:
    """Thirty sentences of seven words come in chunks of eight or nine sentences."""
    text = " ".join([SENTENCE] * 30)
    chunks = chunk_article(article(text), count_words, target_words=60)
    assert all(chunk.text.endswith("Idlib.") for chunk in chunks)
    assert {len(chunk.text.split()) for chunk in chunks[:-1]} <= set(range(50, 71))


def test_text_without_punctuation_is_cut_at_words_near_the_target() -> None:
    """A thousand words without a stop do not become one chunk."""
    chunks = chunk_article(article(" ".join(f"word{i}" for i in range(1000))), count_words, target_words=60)
    assert {len(chunk.text.split()) for chunk in chunks} <= {58, 59, 60, 61, 62, 63}
    assert all(chunk.text.startswith("word") for chunk in chunks)


def test_a_word_longer_than_the_window_is_cut_inside() -> None:
    """Ten thousand characters without a space still fit the model."""
    chunks = chunk_article(article("x" * 10_000), count_characters, max_tokens=256)
    assert max(len(chunk.text) for chunk in chunks) <= 256 - SPECIAL_TOKENS
    assert "".join(chunk.text for chunk in chunks) == "x" * 10_000


def test_a_chunk_over_the_window_is_cut_at_a_sentence() -> None:
    """Where tokens and not words are the limit, sentences still stay whole."""
    text = " ".join([SENTENCE] * 6)
    chunks = chunk_article(article(text), count_characters, max_tokens=150)
    assert all(chunk.text.endswith("Idlib.") for chunk in chunks)
    assert max(len(chunk.text) for chunk in chunks) <= 150


def test_the_title_goes_in_front_of_what_is_embedded() -> None:
    """The stored chunk stays verbatim."""
    told = article(SENTENCE, title="Posts in Idlib", source="TASS", published_at="2020-02-28T10:00:00Z")
    (chunk,) = chunk_article(told, count_words)
    assert embedded_text(told, chunk) == f"Posts in Idlib\n{SENTENCE}"
    assert embedded_text(article(SENTENCE), chunk) == SENTENCE


@given(
    text=st.text(st.sampled_from(list('aB9.?!"“” \n\u00a0é你😀')), max_size=400) | st.text(max_size=200),
    title=st.text(max_size=40),
    max_tokens=st.integers(60, 120),
    target_words=st.integers(1, 40),
)
def test_chunks_are_verbatim_whole_and_fit_the_window(
    text: str, title: str, max_tokens: int, target_words: int
) -> None:
    """Slices in order without overlap, every visible character once, each within the model's window."""
    told = article(text, title=title)
    chunks = chunk_article(told, count_characters, max_tokens=max_tokens, target_words=target_words)
    assert all(text[chunk.start : chunk.end] == chunk.text != "" for chunk in chunks)
    assert all(left.end <= right.start for left, right in pairwise(chunks))
    assert "".join("".join(chunk.text.split()) for chunk in chunks) == "".join(text.split())
    assert all(
        len(embedded_text(told, chunk)) <= max_tokens - SPECIAL_TOKENS or len(chunk.text) == 1 for chunk in chunks
    )


@given(
    st.lists(st.sampled_from([SENTENCE, "He left.", "No. 5 is out of order, the U.S. said."]), min_size=1, max_size=40)
)
def test_sentences_are_never_cut_when_they_fit(parts: list[str]) -> None:
    """Each sentence lies inside one chunk."""
    text = " ".join(parts)
    chunks = chunk_article(article(text), count_words)
    for start, end in sentence_spans(text):
        assert any(chunk.start <= start and end <= chunk.end for chunk in chunks)
