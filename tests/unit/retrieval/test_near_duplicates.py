import pytest

from app.retrieval.near_duplicates import Stories, word_runs

STORY = "Turkey has set up forty observation posts in the Idlib zone, the channel reported on Friday evening."


@pytest.mark.parametrize(
    ("texts", "new"),
    [
        ([], []),
        (["one"], [True]),
        ([STORY, STORY.upper(), "The flower show opens on Sunday in the old town hall."], [True, False, True]),
        ([STORY, f"BEIRUT, Feb 28. {STORY}"], [True, False]),
        ([f"{STORY} {STORY[:40]} More follows from the town.", STORY], [True, False]),
        ([STORY, STORY.replace("forty observation posts in", "closed all twelve of its camps near")], [True, True]),
        ([f"{STORY} At least 32 died.", f"{STORY} At least 44 died.", f"{STORY} At least"], [True, True, False]),
        (["", "", "yes", "yes"], [True, False, True, False]),
        (["forty posts", "twelve posts"], [True, True]),
    ],
)
def test_copies_are_told_from_the_first_of_their_kind(texts: list[str], new: list[bool]) -> None:
    """Case, punctuation, datelines and a cut end do not hide a copy; other words or figures do make another story."""
    stories = Stories()
    assert [stories.is_new(text) for text in texts] == new


def test_a_short_text_is_one_run() -> None:
    """Texts shorter than a run are compared whole."""
    assert len(word_runs("only three words")) == 1
    assert len(word_runs("now it has five words")) == 2
