import pytest

from app.retrieval.spelling import corrections, one_slip_apart, with_capitals


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("turksh", "turkish", True),
        ("turkish", "turksh", True),
        ("idlbi", "idlib", True),
        ("posts", "ports", True),
        ("posts", "posts", False),
        ("posts", "postal", False),
        ("idlib", "blida", False),
        ("abcd", "badc", False),
    ],
)
def test_one_slip(left: str, right: str, apart: bool) -> None:
    """One letter more, less or other, or two neighbours swapped."""
    assert one_slip_apart(left, right) is apart


@pytest.mark.parametrize(
    ("terms", "texts", "found"),
    [
        (["turksh", "posts"], ["Turkish posts", "Turkish troops"], {"turksh": "turkish"}),
        (["posts"], ["ports of call"], {"posts": "ports"}),
        (["posts"], ["a post and ports"], {}),
        (["commander"], ["commanded by"], {}),
        (["idlip"], ["in Idlib"], {"idlip": "idlib"}),
        (["war"], ["wars ward was"], {}),
        (["aleppo"], ["nothing of the kind"], {}),
        (["2020s"], ["2020"], {}),
        ([], ["anything"], {}),
        (["idlbi"], [], {}),
    ],
)
def test_only_unknown_words_are_corrected(terms: list[str], texts: list[str], found: dict[str, str]) -> None:
    """A word that stands in the texts, in any ending, is left alone; so are short words and numbers."""
    assert corrections(terms, texts) == found


def test_the_most_frequent_neighbour_wins() -> None:
    """Of two words one slip away the one that stands there more often is meant."""
    assert corrections(["posst"], ["posit", "posts posts"]) == {"posst": "posts"}


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("how many killed marun opera house", "how many killed Marun opera house"),
        ("How many killed Marun opera house", "How many killed Marun opera house"),
        ("how many killed in each blast of marun", "how many killed in each blast of Marun"),
        ("how many killed in varnak", "how many killed in varnak"),
    ],
)
def test_names_typed_in_lower_case_get_their_capitals(question: str, printed: str) -> None:
    """As the texts print them; words that also stand in lower case, or nowhere, stay as typed."""
    assert (
        with_capitals(
            question, ["Each day there was a blast in Marun. The opera house of Marun, the Opera of the north."]
        )
        == printed
    )
