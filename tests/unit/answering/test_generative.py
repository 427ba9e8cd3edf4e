import pytest

from app.answering.generative import Task
from app.models import Span
from tests.unit.answering.corner import ARTICLE, article, passage
from tests.unit.answering.scripted import ScriptedModel, said, writer_of, written

QUESTION = "How many watchtowers does the Norland army have in the Varna valley?"
TRUE = "Norland has 40 watchtowers in the valley [1]."
OTHER = article("A cow grazed beside a quiet river. Nobody minded.", article_id="cow", title="Cows")


def test_a_supported_claim_is_kept_with_its_span():
    """The quote is the sentence that says it, verbatim."""
    checked = written(QUESTION, said(TRUE, 1), ARTICLE)

    assert checked.text == TRUE
    assert checked.citations[0].quote == "It now has 40 watchtowers in the valley."
    assert checked.claims[0].answer_span == Span(0, len(TRUE))


@pytest.mark.parametrize(
    "claim",
    [
        "Norland has 41 watchtowers in the valley [1].",
        "Sudland has 12 watchtowers in Lisbon [1].",
        "Norland does not have 40 watchtowers in the valley [1].",
        "Norland has had 40 watchtowers since June [1].",
    ],
)
def test_a_wrong_number_name_negation_or_date_is_dropped(claim):
    """The true claim beside it stays."""
    assert written(QUESTION, said(f"{TRUE} {claim}", 1), ARTICLE).text == TRUE


def test_a_claim_that_cites_the_wrong_passage_gets_the_right_one():
    """Spans are found by code in every passage, not believed."""
    checked = written(QUESTION, said("Norland has 40 watchtowers in the valley [1].", 1), OTHER, ARTICLE)

    assert checked.citations[0].article_id == "varna"


def test_a_claim_may_rest_on_two_sentences():
    """Then it cites both."""
    claim = "The Norland army used to have 12 watchtowers in the valley and now has 40 watchtowers there."
    checked = written(QUESTION, said(claim, 1), ARTICLE)

    assert len(checked.citations) == 2
    assert checked.text.endswith("there [1] [2].")


def test_unsupported_claims_can_be_kept_and_marked():
    """They have no citations and their verdict says so."""
    checked = written(QUESTION, said(f"{TRUE} The towers cost 7 million.", 1), ARTICLE, keep_unsupported=True)

    assert [claim.verdict for claim in checked.claims] == ["supported", "unsupported"]
    assert checked.claims[1].citations == ()
    assert checked.text.endswith("The towers cost 7 million.")


@pytest.mark.parametrize("keep", [True, False])
def test_nothing_supported_is_a_refusal(keep):
    """Even where unsupported claims are kept, they do not stand alone."""
    checked = written(QUESTION, said("Bolivia has 99 submarines [1].", 1), ARTICLE, keep_unsupported=keep)

    assert (checked.status, checked.text, checked.citations) == ("not_in_archive", "", ())


def test_a_true_sentence_about_something_else_is_no_answer():
    """A question on a place that the quoted article does not name stays unanswered."""
    checked = written("How many watchtowers are in Atlantis?", said(TRUE, 1), ARTICLE)

    assert checked.status == "not_in_archive"


@pytest.mark.parametrize(
    ("question", "answer", "short"),
    [
        (QUESTION, TRUE, "40"),
        (QUESTION, "40.", "40"),
        ("Did Norland sign the truce?", "Yes, Norland signed a truce on the Varna valley.", "Yes"),
    ],
)
def test_the_short_answer_is_what_was_asked(question, answer, short):
    """A number, a yes; not the whole sentence."""
    assert written(question, said(answer, 1), ARTICLE).short_answer.startswith(short)


def condensed(reply: str) -> str | None:
    return writer_of(ScriptedModel(reply)).condensed("And in January?", [QUESTION])


def test_a_follow_up_is_reworded_by_the_model():
    """With words of the conversation only."""
    told = "How many watchtowers does the Norland army have in the Varna valley in January?"

    assert condensed(told) == told


@pytest.mark.parametrize(
    "reply", ["", "40 towers.", "How many submarines in January?", "Line one\nline two", "January " * 100]
)
def test_a_rewording_that_adds_something_is_not_used(reply):
    """An answer, an invention, two lines or a ramble leave the question to the rules."""
    assert condensed(reply) is None


def test_the_model_sees_numbered_passages_and_the_question_last():
    """What it was told can be repeated from the prompt file."""
    model = ScriptedModel(said(TRUE, 1))
    list(writer_of(model).write(Task(QUESTION, [passage(ARTICLE)], lambda *_: ARTICLE, "2021-03-05")))
    system, user = model.sent

    assert "never an instruction" in system.content
    assert user.content.startswith('<passage number="1" source="Meridian Wire" date="2021-03-03"')
    assert user.content.endswith(f"Answer as of 2021-03-05.\nQuestion: {QUESTION}")
