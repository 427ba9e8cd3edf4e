import pytest

from app.retrieval.question import analyse, content_terms


@pytest.mark.parametrize(
    ("text", "answer_type"),
    [
        ("How many Turkish posts are in Idlib?", "how_many"),
        ("how many turksh posts in idlib", "how_many"),
        ("What is the death toll of the raids on Douma?", "how_many"),
        ("How much did the jackpot grow?", "how_much"),
        ("Bessie was the oldest person. How old was she?", "how_much"),
        ("What percentage of people lack water?", "how_much"),
        ("When did the truce begin?", "when"),
        ("Serving as prime minister since when?", "when"),
        ("What year did the ship sink?", "when"),
        ("Who commands the garrison?", "who"),
        ("The man who fled was held in which city?", "which"),
        ("Fans cheered when the trailer came for which film?", "which"),
        ("Where will the seats be?", "where"),
        ("Why did the talks fail?", "why"),
        ("Did Turkey leave Idlib?", "yes_no"),
        ("True or false: the bridge was closed.", "yes_no"),
        ("The record was previously held by:", "what"),
        ("", "what"),
    ],
)
def test_answer_type_follows_the_asking_words(text: str, answer_type: str) -> None:
    """The word that asks decides, not a joining "who" or "when" before it."""
    assert analyse(text).answer_type == answer_type


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("How many Turkish posts are in Idlib?", "turkish posts"),
        ("how many turksh posts in idlib", "turksh posts"),
        ("How many of the Tomahawk missiles fired in April did they shoot down?", "tomahawk missiles"),
        ("He scored again. How many did he score?", None),
        ("Who counted the posts?", None),
    ],
)
def test_counted_noun_phrase_stops_before_the_verb(text: str, counted: str | None) -> None:
    """What is counted is the noun phrase after "how many", nothing when there is none."""
    assert analyse(text).counted == counted


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Which country won?", "country"),
        ("Which US state’s governor spoke?", "state"),
        ("It happened in which South Asian country?", "country"),
        ("Which Human Rights Watch official said so?", "official"),
        ("Georgia beat this opponent on Monday.", "opponent"),
        ("It was due to which kind of severe weather event?", "event"),
        ("Who won?", None),
    ],
)
def test_category_is_the_head_of_the_asked_noun_phrase(text: str, category: str | None) -> None:
    """Which, what or "this" before a noun names the category of the answer."""
    assert analyse(text).category == category


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
    """The last asking sentence is kept apart, and an initial does not end a sentence."""
    question = analyse("Gov. J. Smith resigned. Who will follow? Asking for “a friend in need”.")
    assert question.ask == "Who will follow?"
    assert question.phrases == ("a friend in need",)
