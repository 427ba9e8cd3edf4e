from dataclasses import replace

from app.answering.checking.statements import check
from app.answering.extractive.figure_text import figure_words, write_figures
from app.figures.records import FigureAnswer, FigureRecord, ResolvedFigure
from app.models import Span
from tests.unit.answering.corner import ARTICLE, TEXT, article


def record(number, sentence, of=ARTICLE, **fields):
    start = of.text.index(sentence)
    at = start + sentence.index(number)
    return FigureRecord(
        article_id=of.article_id,
        version=of.version,
        span=Span(at, at + len(number)),
        sentence=Span(start, start + len(sentence)),
        **({"value": float(number.replace(",", ""))} if "value" not in fields else {}),
        **fields,
    )


NOW = record("40", "It now has 40 watchtowers in the valley.", counted="watchtowers", said_by="Channel Nine TV")
ONCE = record(
    "12", "The Norland army used to have 12 watchtowers in the valley.", counted="watchtowers", standing="earlier"
)
ARTICLES = {("varna", 1): ARTICLE}


def test_the_current_figure_leads_and_the_earlier_one_follows():
    """Who says so and since when it changed, each with its own citation."""
    draft = write_figures(
        FigureAnswer("answered", (ResolvedFigure(NOW, "current"), ResolvedFigure(ONCE, "earlier"))), ARTICLES
    )
    checked = check(draft)
    assert checked.text == (
        "40 watchtowers, according to Channel Nine TV (Meridian Wire, 3 March 2021) [1]. It used to be 12 [2]."
    )
    assert [(figure.value, figure.status, figure.citation) for figure in checked.figures] == [
        (40, "current", 1),
        (12, "earlier", 2),
    ]


def test_who_gave_both_figures_is_named_once():
    """Another speaker of the earlier one is named."""
    told = {}
    for speaker in ("Channel Nine TV", "Lena Ruiz"):
        once = ResolvedFigure(replace(ONCE, said_by=speaker), "earlier")
        told[speaker] = write_figures(FigureAnswer("answered", (ResolvedFigure(NOW, "current"), once)), ARTICLES)
    assert told["Channel Nine TV"].statements[1].text == "It used to be 12."
    assert told["Lena Ruiz"].statements[1].text == "It used to be 12, according to Lena Ruiz."


def test_a_conflict_names_both_sides():
    """Each side is told with the one who says it; an outlet's own voice is a report."""
    other = article("The Norland army has 55 watchtowers.", article_id="b", source="Harbour Post")
    theirs = record("55", other.text, of=other, counted="watchtowers")
    answer = FigureAnswer("conflicting", (ResolvedFigure(NOW, "conflicting"), ResolvedFigure(theirs, "conflicting")))
    checked = check(write_figures(answer, ARTICLES | {("b", 1): other}))
    assert checked.status == "conflicting"
    assert checked.text.endswith("Another report put it at 55 (Harbour Post, 3 March 2021) [2].")


def test_what_others_say_is_one_sentence():
    """However many there are, behind semicolons; each keeps its own claim and citation."""
    ours = ResolvedFigure(NOW, "conflicting")
    texts = {key: f"The mayor counted {number} watchtowers." for key, number in zip("bcd", (55, 60, 65), strict=True)}
    others = {key: article(text, article_id=key, source=f"Post {key}") for key, text in texts.items()}
    told = [
        ResolvedFigure(record(number, of.text, of=of, counted="watchtowers", said_by="The mayor"), "conflicting")
        for number, of in zip(("55", "60", "65"), others.values(), strict=True)
    ]
    articles = ARTICLES | {(key, 1): of for key, of in others.items()}
    checked = check(write_figures(FigureAnswer("conflicting", (ours, *told)), articles))
    assert checked.text.endswith(
        "The mayor put it at 55 (Post b, 3 March 2021) [2]; the mayor put it at 60 (Post c, 3 March 2021) [3]; "
        "the mayor put it at 65 (Post d, 3 March 2021) [4]."
    )
    claim = checked.claims[2]
    assert checked.text[slice(*claim.answer_span)] == "the mayor put it at 60 (Post c, 3 March 2021) [3];"
    assert claim.text == "The mayor put it at 60 (Post c, 3 March 2021)."


def test_qualifiers_are_told():
    """ "over 200" stays over 200, in the answer and in short."""
    sentence = "In reply, Sudland struck over 200 positions."
    assert sentence in TEXT
    struck = replace(record("200", sentence), qualifier="over", counted="positions")
    draft = write_figures(FigureAnswer("answered", (ResolvedFigure(struck, "current"),)), ARTICLES)
    assert draft.short_answer == "over 200"
    assert draft.statements[0].text == "Over 200 positions."


def test_both_ends_of_a_range_are_told():
    """ "between 10 and 12" as "10 to 12", and the figure has both."""
    told = article("Between 10 and 12 watchtowers burned down.", article_id="varna")
    figure = record("10 and 12", told.text, of=told, counted="watchtowers", value=10, high=12)
    checked = check(write_figures(FigureAnswer("answered", (ResolvedFigure(figure, "current"),)), {("varna", 1): told}))
    assert checked.short_answer == "10 to 12"
    assert checked.text.startswith("10 to 12 watchtowers")
    assert [(one.value, one.high, one.amount) for one in checked.figures] == [(10, 12, "10–12")]


def test_money_is_told_in_its_currency():
    """Whatever the unit is called, it is not said twice."""
    told = article("The bread costs 36 million yen a loaf.")
    figure = record("36 million yen a loaf", told.text, of=told, unit="JPY", value=36e6)
    assert figure_words(figure, told) == "36 million yen a loaf"


def test_a_number_typed_with_a_gap_is_told_with_a_comma():
    """ "200 000" would be read as two numbers."""
    text = article("Some 200 000 people fled the valley.")
    gapped = FigureRecord(
        "varna", 1, 200_000.0, span=Span(5, 12), sentence=Span(0, 36), counted="people", qualifier="some"
    )
    assert figure_words(gapped, text, counted=True) == "some 200,000 people"
