import pytest

from app.models import Passage
from app.retrieval.selection import select


def passage(name: str, source: str = "TASS", text: str | None = None) -> Passage:
    text = text or f"{name} tells a story of its own in {name} words that nobody else has {name}"
    return Passage(name, 1, 0, len(text), text, "", source, None, None, 1.0)


A, B, C, D = (passage(name) for name in "abcd")
VERGE = passage("verge", "The Verge")
CNN = passage("cnn", "cnn.com")
COPY = passage("copy", "Other", A.text)


@pytest.mark.parametrize(
    ("ranked", "top_k", "sources", "names"),
    [
        ([], 3, (), []),
        ([A, B, C], 2, (), ["a", "b"]),
        ([A, COPY, B, C], 3, (), ["a", "b", "c"]),
        ([A, COPY], 3, (), ["a", "copy"]),
        ([A, B, C, VERGE], 2, ("the verge",), ["verge", "a"]),
        ([A, B, CNN, VERGE], 3, ("The Verge", "cnn.com"), ["cnn", "verge", "a"]),
        ([A, B], 2, ("The Verge",), ["a", "b"]),
    ],
)
def test_selection(ranked: list[Passage], top_k: int, sources: tuple[str, ...], names: list[str]) -> None:
    """Best first, copies last, named outlets in front, never more than asked."""
    assert [found.article_id for found in select(ranked, top_k, sources)] == names
