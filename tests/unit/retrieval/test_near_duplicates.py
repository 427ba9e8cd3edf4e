import pytest

from app.retrieval.near_duplicates import clusters_of, word_runs

STORY = "Turkey has set up forty observation posts in the Idlib zone, the channel reported on Friday evening."


@pytest.mark.parametrize(
    ("texts", "clusters"),
    [
        ([], []),
        (["one"], [0]),
        ([STORY, STORY.upper(), "The flower show opens on Sunday in the old town hall."], [0, 0, 2]),
        ([STORY, f"BEIRUT, Feb 28. {STORY}"], [0, 0]),
        ([f"{STORY} {STORY[:40]} More follows from the town.", STORY], [0, 0]),
        ([STORY, STORY.replace("forty observation posts in", "closed all twelve of its camps near")], [0, 1]),
        (["", "", "yes", "yes"], [0, 0, 2, 2]),
        (["forty posts", "twelve posts"], [0, 1]),
    ],
)
def test_copies_join_the_first_of_their_kind(texts: list[str], clusters: list[int]) -> None:
    """Case, punctuation, datelines and a cut end do not hide a copy; other words do make another story."""
    assert clusters_of(texts) == clusters


def test_a_short_text_is_one_run() -> None:
    """Texts shorter than a run are compared whole."""
    assert len(word_runs("only three words")) == 1
    assert len(word_runs("now it has five words")) == 2
