import pytest

from app.answering.reading.trimming import balanced, main_clause, shown_span
from app.models import Span


def test_the_dateline_is_not_shown():
    """A sentence is told without place, day and agency in front of it."""
    text = "PORTO, March 3. /MERIDIAN/. The ministers signed a truce on Tuesday in the old town hall."
    span = shown_span(text, Span(0, len(text)))
    assert text[span.start : span.end].startswith("The ministers")


@pytest.mark.parametrize(
    "front",
    [
        "Date of publication 20 June 2016 ",
        "Tue Oct 7 2014 ",
        "14-05-2016 ",
        "Truce signed in Porto AFP Monday 3 Oct 2016 ",
        "Tags Norland truce Porto Ilse Berg ",
    ],
)
def test_page_furniture_in_front_of_a_sentence_is_not_shown(front):
    """Title, agency, day and tags that were printed above it."""
    text = f"{front}The ministers signed a truce on Tuesday in the old town hall."
    assert shown_span(text, Span(0, len(text))) == Span(len(front), len(text))


@pytest.mark.parametrize(
    "text",
    [
        "NATO ministers met in Porto.",
        "U.N. Secretary General Ada Moss met them.",
        "The truce of 3 May 2016 was signed.",
    ],
)
def test_a_sentence_without_dateline_stays(text):
    """Capitals alone are no dateline, and a day is no furniture."""
    assert shown_span(text, Span(0, len(text))) == Span(0, len(text))


def test_a_trailing_clause_goes_when_the_sentence_is_long():
    """What follows the main clause is left out, unless it holds the answer."""
    text = "The ministers signed a truce in the town hall, during talks, while crowds outside sang and waved flags."
    whole = Span(0, len(text))
    cut = main_clause(text, whole, None, 12)
    assert text[cut.start : cut.end] == "The ministers signed a truce in the town hall, during talks"
    assert main_clause(text, whole, Span(text.index("flags"), len(text)), 12) == whole
    assert main_clause(text, whole, None, 40) == whole


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ('We go on," he said.', '"We go on," he said.'),
        ('"We go on.', '"We go on."'),
        ("“We go on.", "“We go on.”"),
        ("We go on.” she said", "“We go on.” she said"),
        ('"We go on," he said.', '"We go on," he said.'),
        ("", ""),
    ],
)
def test_quotation_marks_are_closed(part, whole):
    """A mark left in the neighbouring sentence is put back."""
    assert balanced(part) == whole


def test_a_sentence_is_not_cut_before_the_verb_of_its_main_clause():
    """ "While two others leave, Ilse Berg, who is free to go, said she stays" says nothing without "said"."""
    text = "While the two others will play for the harbour club next season, Ilse Berg, who may go as well, she says."
    whole = Span(0, len(text))
    assert main_clause(text, whole, None, 16) == whole
    told = text.replace("Ilse Berg, who", "Ilse Berg stays, as she said, who")
    assert main_clause(told, Span(0, len(told)), None, 16).end < len(told)
