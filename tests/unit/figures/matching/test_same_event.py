"""How far from the headline's event a value may be and still be shown beside it."""

from app.figures.matching.candidate import Candidate
from app.figures.matching.same_event import same_event
from app.figures.matching.values import ValueGroup
from app.figures.reading.extract import extract_figures
from app.models import Article
from tests.unit.figures.articles import article

HEADLINE = article("A blast in Marun killed 22 people, the guard said.", article_id="a", day="2013-08-07")


def value(of: Article, told: float, nearness: float) -> ValueGroup:
    """The statement of a value in an article, as near to the asked event as given."""
    record = next(record for record in extract_figures(of) if record.value == told)
    return ValueGroup((Candidate(record, of, 1.0, "same", nearness),))


def shown_until(other: Article, *, beside: Article = HEADLINE) -> float:
    """How far behind 22 people ``other``'s 21 may be and still be shown, in steps of a quarter."""
    headline = value(beside, 22, 0.0)
    return max(step / 4 for step in range(40) if same_event(headline, value(other, 21, -step / 4)))


def test_what_the_headlines_own_article_tells_besides_must_be_nearer() -> None:
    """Another outlet's other count is sooner of the same event than a second count in one article."""
    elsewhere = article("A blast in Marun killed 21 people.", article_id="b", day="2013-08-07")
    both = article(f"{HEADLINE.text} A blast killed 21 people.", article_id="a", day="2013-08-07")
    assert shown_until(elsewhere) > shown_until(both, beside=both)


def test_what_its_own_speaker_has_since_counted_anew_is_an_earlier_state() -> None:
    """The guard's 21 of the day before is looked for further away than somebody's."""
    guard = article("A blast in Marun killed 21 people, the guard said.", article_id="b", day="2013-08-06")
    nobody = article("A blast in Marun killed 21 people.", article_id="b", day="2013-08-06")
    assert shown_until(guard) > shown_until(nobody)


def test_two_named_speakers_may_be_further_apart() -> None:
    """The army's count beside the guard's."""
    army = article("A blast in Marun killed 21 people, the army said.", article_id="b", day="2013-08-07")
    nobody = article("A blast in Marun killed 21 people.", article_id="b", day="2013-08-07")
    assert shown_until(army) > shown_until(nobody)


def test_a_body_is_one_speaker_under_its_name_and_its_initials() -> None:
    """The second count of the NRO is not another voice beside that of the Northern Relief Office."""
    office = article("A blast in Marun killed 22 people, the Northern Relief Office said.", day="2013-08-07")
    nro = article("A blast in Marun killed 21 people, the NRO said.", article_id="b", day="2013-08-07")
    army = article("A blast in Marun killed 21 people, the army said.", article_id="b", day="2013-08-07")
    assert shown_until(army, beside=office) > shown_until(nro, beside=office)
