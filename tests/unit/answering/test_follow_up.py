import pytest

from app.answering.follow_up import asks_speaker, stand_alone

FIRST = "How many Turkish posts are in Idlib?"


@pytest.mark.parametrize(
    ("question", "standalone"),
    [
        ("and before January?", "How many Turkish posts used to be in Idlib before January?"),
        ("and in 2019?", "How many Turkish posts are in Idlib in 2019?"),
        ("before that?", "How many Turkish posts used to be in Idlib?"),
        ("and in Aleppo?", "How many Turkish posts are in Aleppo?"),
        ("And Aleppo?", "How many Turkish posts are in Aleppo?"),
        ("what about Syria's?", "How many Syrian posts are in Idlib?"),
        ("What about the Russians?", "How many Russian posts are in Idlib?"),
        ("and officers?", "How many officers are in Idlib?"),
        ("how many were built there?", "How many Turkish posts were built in Idlib?"),
        ("And how many Russian ones?", "How many Russian posts are in Idlib?"),
        ("And how many are there now?", "How many Turkish posts are in Idlib now?"),
        ("How many according to TASS?", "How many Turkish posts are in Idlib according to TASS?"),
        ("Who won the Harbour Cup in Porto?", "Who won the Harbour Cup in Porto?"),
    ],
)
def test_a_follow_up_stands_alone(question, standalone):
    """Only what the turn names changes; subject, place and counted noun stay."""
    assert stand_alone(question, FIRST).standalone == standalone


@pytest.mark.parametrize(
    "question", ["who said so?", "Who said that?", "says who?", "according to whom?", "And who says so?", "who says?"]
)
def test_asking_for_the_speaker_is_recognised(question):
    """Every way to ask who said it."""
    assert asks_speaker(question)
    assert stand_alone(question, FIRST).standalone == "Who says how many Turkish posts are in Idlib?"


def test_a_first_question_is_left_alone():
    """Without an earlier turn there is nothing to fill in."""
    assert stand_alone("  and in   Aleppo? ", None).standalone == "and in Aleppo?"
    assert not stand_alone("who said so?", None).asks_speaker


def test_whole_questions_do_not_ask_for_the_speaker():
    """ "Who said the war was over?" is a question of its own."""
    assert not asks_speaker("Who said the war was over?")


@pytest.mark.parametrize(
    ("question", "standalone"),
    [
        ("How many lanterns does the amber wharf have?", "How many lanterns does the amber wharf have?"),
        ("How many were wounded?", "How many people were wounded in Karsan?"),
        (
            "How many houses and barns did the storm damage?",
            "How many houses and barns did the storm damage in Karsan?",
        ),
    ],
)
def test_only_a_question_that_leans_on_the_last_takes_its_place(question: str, standalone: str) -> None:
    """A new question of its own keeps its words; one about the same thing stays in the same place."""
    assert stand_alone(question, "How many people did the storm kill in Karsan?").standalone == standalone


@pytest.mark.parametrize(
    ("previous", "question", "standalone"),
    [
        ("How many seats did the Amber Union win?", "And the Wharf List?", "How many seats did the Wharf List win?"),
        (
            "How many people were killed in the Karsan flood of May 2020?",
            "And in 2011?",
            "How many people were killed in the Karsan flood in 2011?",
        ),
        ("Who is the governor of Karsan?", "And of Porto?", "Who is the governor of Porto?"),
        (
            "How many people were aboard the Amber Rose?",
            "How many of them died?",
            "How many people died aboard the Amber Rose?",
        ),
        (
            "How many jobs will the wharf cut?",
            "What was the figure in January?",
            "How many jobs will the wharf cut in January?",
        ),
    ],
)  # fmt: skip
def test_what_a_follow_up_names_takes_the_place_of_its_like(previous: str, question: str, standalone: str) -> None:
    """A whole name, a year or a place replaces the one asked about before; a bare count keeps what was counted."""
    assert stand_alone(question, previous).standalone == standalone
