import pytest

from app.answering.conversation.follow_up import asks_speaker, stand_alone

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
        ("Who said 40?", "Who said that 40 Turkish posts are in Idlib?"),
        ("And the Red Cross?", "How many Turkish posts are in Idlib according to the Red Cross?"),
        ("And how many did the UN count?", "How many Turkish posts are in Idlib according to the UN?"),
        ("How many according to TASS?", "How many Turkish posts are in Idlib according to TASS?"),
        ("where are they?", "where are the Turkish posts in Idlib?"),
        ("Who built them?", "Who built the Turkish posts in Idlib?"),
        ("are they armed?", "are the Turkish posts in Idlib armed?"),
        ("Who won the Harbour Cup in Porto?", "Who won the Harbour Cup in Porto?"),
    ],
)
def test_a_follow_up_stands_alone(question, standalone):
    """Only what the turn names changes; subject, place and counted noun stay."""
    assert stand_alone(question, FIRST).standalone == standalone


@pytest.mark.parametrize(
    "question",
    [
        "who said so?",
        "Who said that?",
        "says who?",
        "according to whom?",
        "And who says so?",
        "who says?",
        "sources?",
        "What are your sources?",
    ],
)
def test_asking_for_the_speaker_is_recognised(question):
    """Every way to ask who said it."""
    assert asks_speaker(question)
    assert stand_alone(question, FIRST).standalone == "Who says how many Turkish posts are in Idlib?"


def test_who_is_no_noun_that_is_counted():
    """ "And who lost?" after a count asks for somebody."""
    assert stand_alone("And who lost?", "How many seats did the Civic Union win in Westmark?").standalone.startswith(
        "Who lost"
    )


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
        ("How many posts are in Idlib?", "In March?", "How many posts are in Idlib in March?"),
        ("How many posts are in Idlib?", "In Aleppo?", "How many posts are in Aleppo?"),
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


@pytest.mark.parametrize(
    ("previous", "question", "standalone"),
    [
        (
            "How long is the bridge over the Amber sound?",
            "What did it cost?",
            "What did the bridge over the Amber sound cost?",
        ),
        (
            "When did the ferry Amber Rose capsize?",
            "What is its length?",
            "What is the length of the ferry Amber Rose?",
        ),
        (
            "How many dishes does the Wharf array have?",
            "How many more are planned?",
            "How many more dishes are planned of the Wharf array?",
        ),
        ("How many Turkish posts are in Idlib?", "And Iranian ones?", "How many Iranian posts are in Idlib?"),
        (
            "How many beds does Porto's new clinic have?",
            "And the old one?",
            "How many beds does Porto's old clinic have?",
        ),
        (
            "When did the first post office in Porto open?",
            "In which street?",
            "In which street did the first post office in Porto open?",
        ),
        (
            "How many people died in the Karsan flood of May 2020?",
            "What about the one in 2011, how high was it?",
            "How high was the Karsan flood in 2011?",
        ),
        (
            "How many posts does Ruritania have in Karsan?",
            "And before March?",
            "How many posts did Ruritania use to have in Karsan before March?",
        ),
        (
            "How many posts are in Karsan?",
            "And according to the mayor?",
            "How many posts are in Karsan according to the mayor?",
        ),
        (
            "Who won the Porto marathon?",
            "And who was the fastest woman?",
            "Who was the fastest woman of the Porto marathon?",
        ),
    ],
)
def test_what_a_follow_up_leaves_out_is_the_thing_asked_about(previous: str, question: str, standalone: str) -> None:
    """A pronoun, "ones" and a question without a verb lean on the thing that the last question is about."""
    assert stand_alone(question, previous).standalone == standalone


@pytest.mark.parametrize(
    ("previous", "question", "standalone"),
    [
        (
            "Who won the election in Porto?",
            "With how many seats?",
            "How many seats did Ada Moss get in the election in Porto?",
        ),
        ("Whom did the Rovers dismiss?", "Who takes over from him?", "Who takes over from Ada Moss?"),
        ("Who chairs the council?", "What is her salary?", "What is the salary of Ada Moss?"),
        ("Which yacht sank off Porto?", "When was it built?", "When was Ada Moss built?"),
    ],
)
def test_a_person_asked_for_is_who_was_answered(previous: str, question: str, standalone: str) -> None:
    """ "Him" after a question on a person is the person that the answer named; without an answer nobody is put in."""
    assert stand_alone(question, previous, lambda: "Ada Moss").standalone == standalone
    assert "Ada Moss" not in stand_alone(question, previous).standalone


def test_a_sentence_is_put_in_for_nobody() -> None:
    """Whoever is named in "who is …?" is meant; a long answer stands for no name."""
    told = "Ada Moss, the winner of the election in Porto, was born there"
    assert stand_alone("How old is she?", "Who is Ada Moss?", lambda: told).standalone == "How old is Ada Moss?"
    assert told not in stand_alone("How old is she?", "Who won in Porto?", lambda: told).standalone


def test_no_answer_is_asked_for_where_the_question_tells_enough() -> None:
    """The question before is answered again only where its answer is needed."""
    asked = []
    stand_alone("What did it cost?", "How long is the Amber bridge?", lambda: asked.append(1))
    assert asked == []


@pytest.mark.parametrize(
    ("previous", "standalone"),
    [
        ("How many soldiers were killed in Karsan?", "When were soldiers killed in Karsan?"),
        ("How many houses did the storm destroy in Karsan?", "When did the storm destroy houses in Karsan?"),
        ("How many people died on the Alma Rose?", "When was it that people died on the Alma Rose?"),
    ],
)
def test_when_after_a_count_asks_for_the_day_of_what_was_counted(previous: str, standalone: str) -> None:
    """ "When" is no name that takes a place in the question."""
    assert stand_alone("When?", previous).standalone == standalone
