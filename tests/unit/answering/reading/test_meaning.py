from app.answering.reading.focus import focus_of
from app.answering.reading.meaning import meaning_fits

_COSINES = {"streaming platform": {"Larkspur TV": 0.5, "Northgate Rovers": 0.1}}


def _likeness(phrase, others):
    return [_COSINES[phrase][other] for other in others]


def test_what_means_the_asked_noun_gains_on_what_does_not():
    """Fits are relative to one another, so that their product stays near the score."""
    fits = meaning_fits(
        focus_of("It runs on which streaming platform?"), ["Northgate Rovers", "Larkspur TV"], _likeness
    )
    assert fits[0] < 1 < fits[1]


def test_without_a_noun_or_a_model_nothing_changes():
    """ "Who" has no noun to compare with; a single phrase nothing to be compared with."""
    phrases = ["Larkspur TV", "Northgate Rovers"]
    assert meaning_fits(focus_of("Who won?"), phrases, _likeness) == [1.0, 1.0]
    assert meaning_fits(focus_of("It runs on which streaming platform?"), phrases, None) == [1.0, 1.0]
    assert meaning_fits(focus_of("It runs on which streaming platform?"), phrases[:1], _likeness) == [1.0]
