from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.archive.sentences import sentence_spans

NEWS_TEXT = st.lists(st.sampled_from([*'"“”.?! \n\u00a0aB9/é你😀', "No.", "p.m. ", '." '])).map("".join)


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Army met Gen. Mark Milley and Lt. Col. Ivan I. Ivanov Jr. on Feb. 3 at No. 5 Main St. in Idlib.",
        "At least 12.5 percent left, approx. 3.5 million people.",
        "The talks begin at 5 p.m. ET on Friday and end at 6 a.m. Monday.",
        "Crescent Ballroom, 308 N. Second Ave., Phoenix.",
        "3. Karachi, Pakistan",
        "MOSCOW, February 28. /TASS/.",
        '"Is it over?" Mr. Lavrov asked.',
        "The company Yahoo! Inc. filed for it.",
        "A wire line that was broken by hand\nand goes on in the next one.",
    ],
)
def test_one_sentence_stays_whole(text: str) -> None:
    """Abbreviations, clock times, addresses, list numbers, datelines and soft line ends are no borders."""
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said no. Then he left.", ["He said no.", "Then he left."]),
        ("They left the U.S. The next day it rained.", ["They left the U.S.", "The next day it rained."]),
        ("It was agreed in May. HTS is no party to it.", ["It was agreed in May.", "HTS is no party to it."]),
        ("It came on Feb. 3. J. K. Rowling spoke.", ["It came on Feb. 3.", "J. K. Rowling spoke."]),
        (
            '"There used to be 12 posts. Now there are 40," the channel said. Ankara denied it.',
            ['"There used to be 12 posts.', 'Now there are 40," the channel said.', "Ankara denied it."],
        ),
        (
            "All news\n\nMOSCOW, February 28. /TASS/. Russian President Vladimir Putin spoke.",
            ["All news", "MOSCOW, February 28. /TASS/.", "Russian President Vladimir Putin spoke."],
        ),
        ("A headline without a stop\nThe text begins here.", ["A headline without a stop", "The text begins here."]),
        ("Он сказал. Это всё.", ["Он сказал.", "Это всё."]),
        (
            "It rained\u00a0. It\u00a0stopped\u3000. Then snow.",
            ["It rained\u00a0.", "It\u00a0stopped\u3000.", "Then snow."],
        ),
        ("", []),
        (" \n\t\u2028 ", []),
    ],
)
def test_borders_of_news_text(text: str, expected: list[str]) -> None:
    """Sentences, headings and datelines are told apart."""
    assert sentences(text) == expected


def test_text_broken_at_a_fixed_width_is_joined() -> None:
    """A line that ends because the next word had no room goes on, even before a capital letter."""
    text = (
        "A phone call has been held today between the presidents Vladimir\n"
        "Putin and Recep Tayyip Erdogan at the initiative of the Turkish\n"
        "leader. The talks were detailed and useful to both of the sides."
    )
    assert len(sentences(text)) == 2


@given(NEWS_TEXT | st.text(max_size=200))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    """No visible character is lost or doubled, and no sentence begins or ends with white space."""
    spans = sentence_spans(text)
    assert [*spans] == sorted(spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
