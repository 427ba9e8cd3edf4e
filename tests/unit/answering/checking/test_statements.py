from dataclasses import replace

from app.answering.checking.statements import REFUSED, check
from app.answering.draft import NOTHING, Draft, Quote, Statement
from app.figures.reading.extract import extract_figures
from app.figures.records import ResolvedFigure
from app.models import Article, Span
from tests.unit.answering.corner import ARTICLE, TEXT, article

LINE = "It now has 40 watchtowers in the valley."
QUOTE = Quote(ARTICLE, Span(TEXT.index(LINE), TEXT.index(LINE) + len(LINE)))


def test_what_the_quote_does_not_say_is_left_out():
    """A false second statement goes, the first stays."""
    checked = check(Draft("40", (Statement("40 watchtowers.", (QUOTE,)), Statement("Once it had 70.", (QUOTE,)))))
    assert checked.text == "40 watchtowers [1]."
    assert [claim.verdict for claim in checked.claims] == ["supported"]


def test_a_false_first_statement_refuses_the_answer():
    """Without what it leads with, a draft has no answer."""
    checked = check(Draft("70", (Statement("70 watchtowers.", (QUOTE,)), Statement(LINE, (QUOTE,)))))

    assert replace(checked, judged=()) == REFUSED
    assert [judged.verdict for judged in checked.judged] == ["unsupported", "supported"]


def test_an_empty_draft_is_a_refusal():
    """Nothing written has no citations."""
    assert check(NOTHING) == REFUSED


def test_an_earlier_figure_is_supported_by_its_number():
    """The words of the answer's own frame ("An earlier figure was") need no support."""
    checked = check(Draft("40", (Statement("An earlier figure was 40.", (QUOTE,)),)))
    assert checked.status == "answered"


def test_the_speaker_may_stand_in_the_line_before():
    """ "according to Channel Nine TV" is supported by the sentence that leads up to the quote."""
    checked = check(Draft("40", (Statement("40 watchtowers, according to Channel Nine TV.", (QUOTE,)),)))
    assert checked.status == "answered"


def test_a_denial_in_another_clause_does_not_silence_a_figure():
    """ "which also counts those not tested, spoke of 190" states 190; "did not count 190" does not."""
    told = article("The hospital, which also counts patients who have not been tested, spoke of 190 cases.")
    denied = article("The hospital has not spoken of 190 cases.")
    assert check(_figure_of(told)).status == "answered"
    assert check(_figure_of(denied)).status == "not_in_archive"


def _figure_of(of: Article) -> Draft:
    [record] = extract_figures(of)
    statement = Statement("190 cases.", (Quote(of, record.sentence),), "", ResolvedFigure(record, "current"))
    return Draft("190", (statement,))
