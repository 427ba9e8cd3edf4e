import pytest

from app.answering.reading.names import names_in, quoted_titles_in


def told(text):
    return [text[span.start : span.end] for span in names_in(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the shop Bed Bath & Beyond closed", "Bed Bath & Beyond"),
        ("she teaches at the University of Porto now", "University of Porto"),
        ("the group Three 6 Cats sang", "Three 6 Cats"),
        ("he met Ilse Berg's brother", "Ilse Berg"),
        ("The Channel Nine TV reports", "Channel Nine TV"),
        ("a raid on Syrias Shairat airbase", "Shairat"),
    ],
)
def test_names_are_whole(text, name):
    """Linking words, numbers and signs stay inside a name; articles and possessives stay out."""
    assert name in told(text)


def test_joined_names_come_apart_and_together():
    """Both persons of a pair are found, and the pair."""
    assert told("Ilse Berg and Omar Haddad met") == ["Ilse Berg", "Omar Haddad", "Ilse Berg and Omar Haddad"]


def test_weekdays_end_a_name():
    """A day after a name is not part of it."""
    assert told("Ilse Berg on Tuesday left") == ["Ilse Berg"]


def test_quoted_titles_are_written_like_titles():
    """A quotation in capitals is a title, a quoted remark is not."""
    text = "“The Last Heron” won; “we are very glad today” he said."
    assert [text[span.start : span.end] for span in quoted_titles_in(text)] == ["The Last Heron"]
