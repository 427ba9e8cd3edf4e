from hypothesis import given
from hypothesis import strategies as st

from app.archive.protocols import ChunkRef, chunk_id, chunk_ref
from app.models import Chunk, Span


@given(st.text(min_size=1), st.integers(1, 99), st.integers(0, 10**7), st.integers(0, 10**4))
def test_a_chunk_id_says_which_slice_it_is(article_id: str, version: int, start: int, length: int) -> None:
    """Also when the article's id has colons or dashes of its own."""
    identifier = chunk_id(article_id, version, Span(start, start + length))
    assert identifier == Chunk(article_id, version, start, start + length, "").chunk_id
    assert chunk_ref(identifier) == ChunkRef(article_id, version, start, start + length)
