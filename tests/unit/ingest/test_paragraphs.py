from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.paragraphs import flat, join_paragraphs, split_paragraphs

TEXTS = st.text(alphabet=st.sampled_from("ab .,\n\r\t\u2028"), max_size=300)


@given(TEXTS)
def test_no_word_is_lost_or_joined_to_another(text: str) -> None:
    """Only white space changes, so that quotations stay verbatim."""
    assert flat(join_paragraphs(split_paragraphs(text))) == flat(text)


@given(TEXTS)
def test_splitting_again_changes_nothing(text: str) -> None:
    """A joined text has the same paragraphs."""
    once = split_paragraphs(text)
    assert split_paragraphs(join_paragraphs(once)) == once


def test_lines_without_blank_lines_between_them_are_paragraphs() -> None:
    """A file that breaks lines only between paragraphs is not one long paragraph."""
    assert split_paragraphs("First one.\r\nSecond one.\rThird one.") == ["First one.", "Second one.", "Third one."]
