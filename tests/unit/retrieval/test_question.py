import pytest

from app.retrieval.question import analyse, content_terms


@pytest.mark.parametrize(
    ("text", "answer_type"),
    [
        ("How many Turkish posts are in Idlib?", "number"),
        ("how many turksh posts in idlib", "number"),
        ("What is the death toll of the raids on Douma?", "number"),
        ("How much did the jackpot grow?", "number"),
        ("Bessie was the oldest person. How old was she?", "number"),
        ("What percentage of people lack water?", "number"),
        ("When did the truce begin?", "day"),
        ("Serving as prime minister since when?", "day"),
        ("The truce began when?", "day"),
        ("What year did the ship sink?", "day"),
        ("Who commands the garrison?", "other"),
        ("The man who fled was held in which city?", "other"),
        ("Fans cheered when the trailer came for which film?", "other"),
        ("Where will the seats be?", "other"),
        ("Why did the talks fail?", "other"),
        ("Did Turkey leave Idlib?", "other"),
        ("True or false: the bridge was closed.", "other"),
        ("The record was previously held by:", "other"),
        ("", "other"),
    ],
)
def test_answer_type_follows_the_asking_words(text: str, answer_type: str) -> None:
    """The word that asks decides, not a joining "who" or "when" before it."""
    assert analyse(text).answer_type == answer_type


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("According to TASS, how many posts are there?", ("TASS",)),
        ("according to tass how many posts", ("TASS",)),
        ("What did The Verge and TechCrunch say?", ("The Verge", "TechCrunch")),
        ("According to Verge, who won?", ("The Verge",)),
        ("What did CNN report?", ("cnn.com",)),
        ("Who was at the verge of ruin?", ()),
        ("How much time is left?", ()),
        ("What did Time say in May?", ("Time",)),
        ("According to Reuters, who won?", ()),
    ],
)
def test_named_outlets_are_those_of_the_archive(text: str, sources: tuple[str, ...]) -> None:
    """Only outlets of the archive are found, spelled as the archive does; plain words are no outlets."""
    known = ["cnn.com", "TASS", "Time", "The Verge", "TechCrunch"]
    assert analyse(text, known_sources=known).sources == sources


@pytest.mark.parametrize(
    ("text", "days", "as_of"),
    [
        ("Who led by autumn 2017?", ("2017-10",), None),
        ("How many as of 28 February 2020?", ("2020-02-28",), "2020-02-28"),
        ("What happened on March 3rd, 2021 and in May 2022?", ("2021-03-03", "2022-05"), None),
        ("And before 5 January?", ("--01-05",), None),
        ("In 1986 or on 2019-12-31?", ("1986", "2019-12-31"), None),
        ("On 31 February 2020?", (), None),
        ("What may 1,950 or $2000 people do?", (), None),
    ],
)
def test_days_are_read_and_never_completed(text: str, days: tuple[str, ...], as_of: str | None) -> None:
    """Days keep the precision they were asked with; a day without a year stays without."""
    question = analyse(text)
    assert (question.days, question.as_of) == (days, as_of)


@pytest.mark.parametrize(
    ("text", "about_now"),
    [
        ("Who died this week?", True),
        ("What is the latest?", True),
        ("Who won on Monday?", True),
        ("Who won in 2019?", False),
    ],
)
def test_words_for_now_are_noticed(text: str, about_now: bool) -> None:
    """ "This week", "latest" and a bare weekday ask about what just happened."""
    assert analyse(text).about_now is about_now


def test_terms_carry_the_meaning_only() -> None:
    """Function words go, possessives end, the country written "US" stays, repeats come once."""
    assert content_terms("How did the US help us in Syria's north, the north?") == ("us", "help", "syria", "north")


def test_context_sentences_are_told_from_the_one_that_asks() -> None:
    """The last asking sentence decides, and an initial does not end it."""
    assert (
        analyse("When did it end? He resigned. How many followed Gov. J. Smith? It was a year of storms.").answer_type
        == "number"
    )
