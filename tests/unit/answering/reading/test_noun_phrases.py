import pytest

from app.answering.reading.noun_phrases import noun_phrases_in


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("She was filmed eating a six-foot long white shark.", ["six-foot long white shark"]),
        ("They faced questions about the cost of the bridge.", ["questions", "cost", "cost of the bridge", "bridge"]),
        ("The slick was vinyl chloride, experts say.", ["slick", "vinyl chloride", "experts"]),
        ("", []),
    ],
)
def test_verbs_and_function_words_bound_a_noun_phrase(text, phrases):
    """Articles are left out; a phrase with "of" comes in parts and whole."""
    assert [text[span.start : span.end] for span in sorted(noun_phrases_in(text))] == phrases
