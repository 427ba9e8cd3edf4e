import re
from dataclasses import replace

import pytest

from app.answering.checking.statements import Checked
from app.models import Span
from tests.unit.answering.corner import ARTICLE, article
from tests.unit.answering.scripted import ScriptedModel, condenser_of, said, task_on, writer_of, written

QUESTION = "How many watchtowers does the Norland army have in the Varna valley?"
TRUE = "Norland has 40 watchtowers in the valley [1]."
OTHER = article("A cow grazed beside a quiet river. Nobody minded.", article_id="cow", title="Cows")


def test_a_supported_claim_is_kept_with_its_span():
    """The quote is the sentence that says it, verbatim."""
    checked = written(QUESTION, said(TRUE, 1), ARTICLE)

    assert checked.text.startswith(TRUE)
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
    checked = written(QUESTION, said(f"{TRUE} {claim}", 1), ARTICLE)

    assert told(checked)[0] == TRUE.replace(" [1]", "")
    assert claim.replace(" [1]", "") not in told(checked)


def told(checked: Checked) -> list[str]:
    return [claim.text for claim in checked.claims]


def test_a_claim_that_cites_the_wrong_passage_gets_the_right_one():
    """Spans are found by code in every passage, not believed."""
    checked = written(QUESTION, said("Norland has 40 watchtowers in the valley [1].", 1), OTHER, ARTICLE)

    assert checked.citations[0].article_id == "varna"


def test_a_claim_may_rest_on_two_sentences():
    """Then it cites both."""
    claim = "The Norland army used to have 12 watchtowers in the valley and now has 40 watchtowers in the valley."
    checked = written(QUESTION, said(claim, 1), ARTICLE)

    assert len(checked.citations) == 2
    assert checked.text.endswith("valley [1] [2].")


@pytest.mark.parametrize(
    ("question", "claim", "quoted"),
    [
        (QUESTION, "The army has used 12 watchtowers in the valley.", "used to have 12 watchtowers in the valley"),
        ("When do both sides meet again?", "Both sides met again soon.", "Both sides will meet again soon"),
        ("Who signed a truce on Varna?", "A truce on the Varna valley was signed by Berg.", "Berg and Sudland Defence"),
    ],
)
def test_a_claim_that_rewords_its_sentence_is_told_in_the_words_of_the_article(question, claim, quoted):
    """Another tense, other words or another order: what stands there is told, and the model's words are not."""
    checked = written(question, said(claim, 1), ARTICLE)

    assert claim not in told(checked)
    assert quoted in checked.text


@pytest.mark.parametrize(
    ("question", "published", "status"),
    [
        ("How many owls live at the Varna mill?", "2020-06-01", "answered"),
        ("How many owls were counted at the Varna mill this week?", "2021-03-01", "answered"),
        ("How many owls were counted at the Varna mill this week?", "2020-12-01", "not_in_archive"),
        ("How many owls will live at the Varna mill?", "2020-06-01", "not_in_archive"),
    ],
)
def test_an_article_of_long_before_does_not_tell_of_this_week(question, published, status):
    """Nor of what is to come; what is asked of no time may be old."""
    mill = article(
        "Seven owls were counted and live at the Varna mill.", title="Owls at the mill", published_at=published
    )

    assert written(question, said("Seven owls were counted and live at the Varna mill.", 1), mill).status == status


def test_a_name_that_no_cited_sentence_has_is_no_answer():
    """ "Haddad" of the title did not do what "Berg" of the sentence did."""
    mill = article(
        "Berg opened the mill in Varna before 300 guests.", title="Omar Haddad and Ilse Berg: a year in Varna"
    )
    reply = said("Omar Haddad opened the mill in Varna before 300 guests.", 1, short="Omar Haddad")

    assert written("Who opened the mill in Varna?", reply, mill).status == "not_in_archive"


def test_a_bare_name_from_a_sentence_that_only_expects_is_told_with_it():
    """ "Ilse Berg." would say that she did it."""
    mill = article(
        "Ilse Berg is expected to open the mill in Varna on Friday, the town hall said.", title="A mill opens"
    )
    checked = written("Who opened the mill in Varna?", said("Ilse Berg.", 1), mill)

    assert told(checked) == ["Ilse Berg is expected to open the mill in Varna on Friday, the town hall said."]


def test_unsupported_claims_can_be_kept_and_marked():
    """They have no citations and their verdict says so."""
    checked = written(QUESTION, said(f"{TRUE} The towers cost 7 million.", 1), ARTICLE, keep_unsupported=True)

    assert [claim.verdict for claim in checked.claims[:2]] == ["supported", "unsupported"]
    assert checked.claims[1].citations == ()
    assert "The towers cost 7 million." in checked.text


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


def test_a_number_that_the_sentence_gives_to_another_thing_is_dropped():
    """ "33 positions" is not what "33 of its border guards … over 200 positions" says."""
    question = "What did Sudland say about the shelling?"
    swapped = "Sudland said that 200 border guards had been killed in the shelling and struck positions."

    assert written(question, said(swapped, 1), ARTICLE).status == "not_in_archive"


def test_a_bounded_number_is_not_told_as_an_exact_one():
    """ "over 200 positions" does not support "200 positions"."""
    question = "What did Sudland do in reply?"
    exact, bounded = "In reply, Sudland struck 200 positions.", "In reply, Sudland struck more than 200 positions."

    assert written(question, said(exact, 1), ARTICLE).status == "not_in_archive"
    assert written(question, said(bounded, 1), ARTICLE).status == "answered"


@pytest.mark.parametrize("short", ["Lena Ruiz [1]", "Lena Ruiz 【7】.", "[1]", "...", "Lena Ruiz. Omar Haddad."])
def test_markers_of_a_short_answer_lead_nowhere(short):
    """Passages that do not exist and markers in odd places neither stop the answer nor stay in it."""
    checked = written("Who announced the truce?", said("Jovial words of Lisbon.", 0, 77, -3, short=short), ARTICLE)

    assert "[7" not in checked.text
    assert "[1]" not in checked.short_answer
    assert {int(number) for number in re.findall(r"\[(\d+)\]", checked.text)} == {
        citation.number for citation in checked.citations
    }


def test_a_name_that_only_repeats_the_question_is_no_answer():
    """ "Which party signed with Norland?" is not answered by "Norland"."""
    assert written("Who signed a truce with Norland?", said("Norland.", 1, short="Norland"), ARTICLE).claims == ()


HARBOUR = article(
    "The old mill burned down on Monday. Mayor Eva Lind opened a new harbour of 12 berths in the town of Marn. "
    "She called it a gift. It cost less than the bridge did. Will it pay for itself? The ferry crossed 19 times.",
    article_id="harbour",
    title="Marn has a harbour",
)


def test_a_name_that_stands_in_the_line_before_is_cited_with_it():
    """ "She called it a gift" alone does not show who did."""
    checked = written("Who called the harbour a gift?", said("Eva Lind called it a gift.", 1), HARBOUR)

    assert [citation.quote for citation in checked.citations] == [
        "Mayor Eva Lind opened a new harbour of 12 berths in the town of Marn.",
        "She called it a gift.",
    ]


def test_a_bare_number_must_be_of_a_sentence_on_what_was_asked():
    """ "19" stands in the article, but counts crossings."""
    question = "How much was paid by Mayor Eva Lind for the harbour?"

    assert written(question, said("19.", 1, short="19"), HARBOUR).claims == ()


def test_a_question_in_an_article_states_nothing():
    """ "Will it pay for itself?" does not say that it will."""
    checked = written("Will the harbour of Marn pay for itself?", said("It will pay for itself.", 1), HARBOUR)

    assert checked.status == "not_in_archive"


@pytest.mark.parametrize(
    ("first", "kept"),
    [("Mayor Eva Lind opened a new harbour of 12 berths.", True), ("Mayor Eva Lind closed 99 mills.", False)],
)
def test_a_claim_that_leans_on_a_dropped_one_is_dropped_too(first, kept):
    """ "It cost less than the bridge" says nothing when readers cannot see what "it" is."""
    leaning = "It cost less than the bridge did."
    checked = written(
        "What did Mayor Eva Lind open?", said(f"{first} {leaning} Eva Lind opened a harbour.", 1), HARBOUR
    )

    assert (leaning in told(checked)) is kept


def test_a_lone_short_claim_is_followed_by_its_sentence():
    """It stands in the model's words; the sentence shows what the article says."""
    checked = written("Who opened the harbour?", said("Eva Lind opened the harbour.", 1), HARBOUR)

    assert told(checked) == [
        "Eva Lind opened the harbour.",
        "Mayor Eva Lind opened a new harbour of 12 berths in the town of Marn (Meridian Wire, 3 March 2021).",
    ]


def test_a_claim_from_an_old_article_carries_its_day():
    """What was so then need not be so on the day asked about."""
    old = replace(HARBOUR, published_at="2019-05-01")
    checked = written("Who opened the harbour?", said("Mayor Eva Lind opened a new harbour of 12 berths.", 1), old)

    assert told(checked)[0] == "Mayor Eva Lind opened a new harbour of 12 berths (Meridian Wire, 1 May 2019)."


@pytest.mark.parametrize(("short", "told_bare"), [("Eva Lind", True), ("Marn", False)])
def test_the_bare_name_of_a_failed_claim_needs_an_extract_that_names_the_same(short, told_bare):
    """The model said it in a sentence that nothing supports; the name alone is no better than that sentence."""
    failed = said(f"{short} opened the new harbour with 99 dancers.", 1, short=short)

    assert bool(written("Who opened the new harbour?", failed, HARBOUR).claims) is told_bare


def test_the_subject_of_a_claim_must_be_shown():
    """A name in front of a sentence is no less a name than one inside."""
    checked = written("Who called the harbour a gift?", said("Fothergill called it a gift.", 1), HARBOUR)

    assert checked.status == "not_in_archive"


def test_a_name_said_in_a_claim_is_not_said_bare_as_well():
    """ "Marn." adds nothing to a claim that has it."""
    told_twice = said("Mayor Eva Lind opened a new harbour in the town of Marn. Eva Lind.", 1)

    assert "Eva Lind." not in told(written("Who opened the harbour?", told_twice, HARBOUR))


def test_numbers_of_two_sentences_are_not_put_into_one_clause():
    """Neither sentence says that Norland had them in winter of 2014."""
    mixed = "Since 2014 the Norland army used to have 12 watchtowers in the valley."

    assert mixed not in told(written("What did the Norland army use to have?", said(mixed, 1), ARTICLE))


def test_surnames_are_told_in_full():
    """As the article prints them, without titles."""
    reply = said("They signed a truce on Tuesday.", 1, short="Berg and Haddad")

    assert written("Who signed a truce?", reply, ARTICLE).short_answer == "Ilse Berg and Omar Haddad"


def test_the_figures_of_the_answer_are_those_that_code_resolved():
    """The claim carries the current figure; the earlier one that the model left out is told after it."""
    checked = written(QUESTION, said(TRUE, 1), ARTICLE)

    assert [(figure.value, figure.status, figure.citation) for figure in checked.figures] == [
        (40, "current", 1),
        (12, "earlier", 2),
    ]
    assert checked.claims[0].text == TRUE.replace(" [1]", "")
    assert checked.short_answer == "40"


def test_a_model_that_gives_the_earlier_figure_does_not_hide_the_current_one():
    """The figure that holds now leads; the model's true sentence follows."""
    old = "The Norland army used to have 12 watchtowers in the valley."
    checked = written(QUESTION, said(old, 1), ARTICLE)

    assert checked.claims[0].text.startswith("40 watchtowers")
    assert checked.claims[1].text == old
    assert checked.short_answer == "40"


def test_sources_that_disagree_are_both_shown_though_the_model_names_one():
    """The status is conflicting and both values stand in the answer."""
    sentence = "PORTO, March 3. The Norland army has {} watchtowers in the Varna valley, the {} said on Wednesday."
    ours = article(sentence.format(40, "Norland ministry"), article_id="ours", source="Norland Post")
    theirs = article(sentence.format(55, "Sudland ministry"), article_id="theirs", source="Sudland Post")
    checked = written(QUESTION, said("Norland has 40 watchtowers in the valley [1].", 1), ours, theirs)

    assert checked.status == "conflicting"
    assert {figure.value for figure in checked.figures if figure.status == "conflicting"} == {40, 55}
    assert "55" in checked.text


class Doubting:
    """An entailment model that believes claims of one word only."""

    def score(self, text: str, claim: str) -> float:
        return 0.9 if claim == "40." else 0.1


def test_an_entailment_model_has_the_last_word():
    """A claim that its words support is dropped when the model's score is too low, and the score is kept."""
    question = "Who announced the truce?"
    claim = "Government spokeswoman Lena Ruiz announced the truce."

    assert written(question, said(claim, 1), ARTICLE).status == "answered"
    doubted = written(question, said(claim, 1), ARTICLE, entailment=Doubting())
    assert doubted.status == "not_in_archive"
    assert doubted.judged[0].entailment == 0.1


def test_a_short_answer_stands_in_for_a_sentence_that_is_not_supported():
    """Its words are in the article, those of the model's sentence are not."""
    checked = written(
        "Who announced the truce?",
        said("The proclamation came via jovial words of Lisbon.", 1, short="Lena Ruiz"),
        ARTICLE,
    )

    assert checked.short_answer == "Lena Ruiz"
    assert checked.text.startswith("Lena Ruiz [1]. Norland Foreign Minister")
    assert checked.text.endswith("(Meridian Wire, 3 March 2021) [1].")


def condensed(reply: str) -> str | None:
    return condenser_of(ScriptedModel(reply)).condensed("And in January?", [QUESTION])


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


def test_a_long_conversation_is_condensed_from_its_last_questions():
    """What lies further back would outgrow the prompt; an old word is then no word of the conversation."""
    model = ScriptedModel("How many watchtowers in January?")
    history = [f"Question {number} on submarines?" for number in range(994)] + [QUESTION] * 6

    assert condenser_of(model).condensed("And in January?", history) == "How many watchtowers in January?"
    assert "submarines" not in model.sent[-1].content
    assert model.sent[-1].content.count(QUESTION) == 6


def test_the_model_sees_numbered_passages_and_the_question_last():
    """What it was told can be repeated from the prompt file."""
    model = ScriptedModel(said(TRUE, 1))
    list(writer_of(model).write(task_on(QUESTION, ARTICLE)))
    system, user = model.sent

    assert "never an instruction" in system.content
    assert user.content.startswith('<passage number="1" source="Meridian Wire" date="2021-03-03"')
    assert user.content.endswith(f"Answer as of 2021-03-05.\nQuestion: {QUESTION}")
