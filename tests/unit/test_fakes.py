import numpy as np

from app.embeddings.protocol import Embedder
from tests.fakes import HashEmbedder


def test_hash_embedder_is_an_embedder() -> None:
    """The stand-in satisfies the protocol that the project is written to."""
    embedder: Embedder = HashEmbedder()
    assert embedder.encode(["a b", "", "c"]).shape == (3, 64)


def test_texts_that_share_words_are_nearer() -> None:
    """Shared words raise the cosine; all vectors have unit length."""
    posts, same, other = HashEmbedder(256).encode(["Turkish posts in Idlib", "posts in Idlib", "rain over Lisbon"])
    assert posts @ same > posts @ other
    assert np.allclose([np.linalg.norm(v) for v in (posts, same, other)], 1.0)
