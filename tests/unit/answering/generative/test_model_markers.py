import pytest

from app.answering.checking.grounding import claims_in
from app.answering.generative.model_markers import unmarked


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("40 posts [1].", (1,)),
        ("40 posts [1][2].", (1, 2)),
        ("40 posts [1] [2].", (1, 2)),
        ("40 posts [1, 2].", (1, 2)),
        ("40 posts [1-3].", (1, 2, 3)),
        ("40 posts [1; 4 and 6].", (4, 6, 1)),
        ("40 posts 【1】.", (1,)),
        ("40 posts 【2†source】.", (2,)),
        ("40 posts [^1].", (1,)),
        ("40 posts [[1]].", (1,)),
        ("40 posts [1](https://x.example).", (1,)),
        ("40 posts [Source 1].", (1,)),
        ("40 posts [passage 2].", (2,)),
        ("40 posts (passage 2).", (2,)),
        ("40 posts (sources 1, 2).", (1, 2)),
        ("40 posts.", ()),
        ("40 posts (12).", None),
        ("40 posts [sic].", None),
    ],
)
def test_markers_are_read_in_every_form(text, numbers):
    """And taken out of the text; what is none (None) stays."""
    plain = unmarked(text)

    if numbers is None:
        assert plain.text == text
    else:
        assert plain.text == "40 posts."
        assert set(plain.cited_in(0, 99)) == set(numbers)


def test_each_sentence_keeps_its_own_markers():
    """Before or after the full stop; markers to nowhere are dropped; the others get those of the whole answer."""
    claims = claims_in("It has 40 posts [1]. It had 12.[2] It was built [9]. Nobody was hurt.", [3], 4)

    assert [claim.cited for claim in claims] == [(1,), (2,), (), (3,)]
    assert [claim.text for claim in claims] == ["It has 40 posts.", "It had 12.", "It was built.", "Nobody was hurt."]


@pytest.mark.parametrize("answer", ["", "[1]", " [1] [2]. ", "…"])
def test_no_words_no_claims(answer):
    """Markers alone say nothing."""
    assert claims_in(answer, [], 3) == []
