import pytest

from app.figures.asked.quantity import read_asked


@pytest.mark.parametrize(
    ("question", "head", "predicate"),
    [
        ("how many Turkish posts are in Idlib", "posts", "has"),
        ("How many observation outposts did the army use to have?", "outposts", "has"),
        ("How many targets did Turkey strike in response?", "targets", "struck"),
        ("How many people did the car bomb in the square kill?", "people", "killed"),
        ("How many civilians did the Bureau find had been killed by mines?", "civilians", "killed"),
        ("How many people were injured in Ghouta?", "people", "wounded"),
        ("How many of the missiles fired at the base did air defences shoot down?", "missiles", "downed"),
        ("How many aircraft did the group capture at the base?", "aircraft", "captured"),
        ("In early 2015, how many kilometres south did the area stretch?", "kilometres", "stretch"),
        ("What is the death toll of the raids on Douma?", "people", "killed"),
        ("How many tonnes of gas did Syria declare it would hand over after the attack?", "tonnes", "declar"),
        ("How many villages near Marun had the army seized in its two-day raid?", "villages", "captured"),
        ("How many sorties did Russian aircraft fly over Marun?", "sorties", "fli"),
        ("How many seats had the ruling party gained by May?", "seats", "gain"),
        ("How many air strikes did the Russian air force carry out on Marun?", "strikes", "carri"),
        ("How many tanks did the air strikes on Marun destroy?", "tanks", "destroyed"),
        ("How many of its own fighters did the group lose in Marun?", "fighters", "killed"),
        ("How many villages did the army take control of in May?", "villages", "captured"),
        ("How many clinics in Marun were hit in the raids?", "clinics", "struck"),
        ("How many people were affected by the attack on Marun?", "people", "affect"),
        ("How many civilian deaths had the coalition acknowledged?", "civilian", "killed"),
        ("How many deaths did the storm cause?", "people", "killed"),
        ("How many bombers took part in the attack on Marun?", "bombers", None),
        ("How many people did the group arrest in besieged Marun?", "people", "detained"),
        ("How many residents of Marun had the group driven from their homes?", "residents", "displaced"),
        ("How many of those killed in the attack on Marun were children?", "children", "killed"),
        ("How many jobs did Corva announce in January that it would cut?", "jobs", "cut"),
        ("How many workers did Corva lay off?", "workers", "cut"),
        ("How many people did Corva say in May it was laying off?", "people", "cut"),
        ("How many cents did US egg prices rise in May?", "cents", "rise"),
        ("How many members does the union that went on strike in August have?", "members", "has"),
        ("How many flights were cancelled after the storm?", "flights", "cancel"),
        ("At what altitude in feet was the suspected balloon flying?", "feet", "fly"),
        ("How many people live in Marun?", "people", "live"),
        ("How large an area, in square kilometres, had the army brought under control?", "kilometres", "captured"),
    ],
)
def test_the_asked_quantity_is_understood(question: str, head: str, predicate: str | None) -> None:
    """Counted noun and predicate, whatever the order of the question."""
    asked = read_asked(question)
    assert asked is not None
    assert (asked.head, asked.predicate) == (head, predicate)


def test_so_many_days_up_to_a_day_are_asked_about() -> None:
    """ "in the four days to 1 September" begins four days before."""
    asked = read_asked("How many villages had rebels seized in the four days to 1 September 2016?")
    assert asked is not None
    assert (asked.first, asked.last) == ("2016-08-28", "2016-09-01")


def test_days_names_and_words_of_the_event_are_kept_apart() -> None:
    """Names of several words stay together; the counted phrase and the day are no event words."""
    asked = read_asked(
        "How many people did the car bomb in Jaramana's Siouf square near Deir Ezzor kill on 6 August 2013?"
    )
    assert asked is not None
    assert asked.names == ("jaramana", "siouf", "deir ezzor")
    assert asked.words == ("car", "bomb", "square")
    assert (asked.first, asked.last) == ("2013-08-06", "2013-08-06")


def test_a_named_source_is_a_speaker_and_no_event_word() -> None:
    """ "according to the World Health Organization" limits who may say so."""
    asked = read_asked("How many people were injured in Ghouta according to the World Health Organization?")
    assert asked is not None
    assert asked.speakers == ("world", "health", "organization")
    assert asked.names == ("ghouta",)


@pytest.mark.parametrize(
    "question", ["Who is the president of France?", "When was it set up?", "", "Where did they meet?"]
)
def test_a_question_for_no_quantity_is_none(question: str) -> None:
    """Other questions are left to other readers."""
    assert read_asked(question) is None


@pytest.mark.parametrize(
    ("source", "speakers"),
    [
        ("UN relief chief Valerie Amos in November 2014", ("valerie", "amos")),
        ("the Syrian Observatory for Human Rights", ("syrian", "observatory", "human", "rights")),
        ("TASS on 3 May", ("tass",)),
    ],
)
def test_the_named_source_is_read_without_role_and_day(source, speakers):
    """What stands in front of a role, and when it was said, is no part of a speaker's name."""
    asked = read_asked(f"How many people died, according to {source}?")
    assert asked is not None
    assert asked.speakers == speakers


def test_a_name_goes_on_with_a_plain_word_in_capitals():
    """ "Islamic State" is one name, and Daesh is another word for it."""
    asked = read_asked("How many civilians did Islamic State kill in Qaryatayn?")
    assert asked is not None
    assert "islamic state" in asked.names


@pytest.mark.parametrize("today", [None, "2017-11-02"])
def test_a_day_of_the_question_counts_more_than_one_counted_from_today(today: str | None) -> None:
    """ "overnight" and a day without a year are read beside the day that the question dates."""
    asked = read_asked(
        "How many people did the overnight raids on Douma kill between 3 October and 4 October 2014?", today=today
    )
    assert asked is not None
    assert (asked.first, asked.last) == ("2014-10-03", "2014-10-04")


@pytest.mark.parametrize(
    ("question", "last"),
    [
        ("How many people were killed in the raids that began on 22 September 2016?", "2999-01-01"),
        ("How many people died in the offensive launched on 22 September 2016?", "2999-01-01"),
        ("How many people died in the first four days of the raids that began on 22 September 2016?", "2016-09-25"),
        ("How many people were killed in the raids on 22 September 2016?", "2016-09-22"),
    ],
)
def test_what_began_on_a_day_went_on(question: str, last: str) -> None:
    """Its beginning is no day of the count; "the first four days" have an end."""
    asked = read_asked(question)
    assert asked is not None
    assert (asked.first, asked.last) == ("2016-09-22", last)


@pytest.mark.parametrize(
    ("before", "last"),
    [
        ("January", "2019-12-31"),
        ("5 February 2020", "2020-02-04"),
        ("the start of February", "2020-01-31"),
        ("the end of January", "2020-01-31"),
        ("2019", "2018-12-31"),
    ],
)
def test_before_a_month_ends_with_the_day_before_it(before: str, last: str) -> None:
    """What was told in the month is too late, up to its end it is not."""
    asked = read_asked(f"How many people were displaced in Marun before {before}?", today="2020-03-12")
    assert asked is not None
    assert (asked.first, asked.last) == ("1900-01-01", last)


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("How many tonnes did Norland hand over after the 2013 attack?", "2013-01-01", "2999-01-01"),
        ("How many tonnes did Norland have before the 2013 attack?", "1900-01-01", "2013-12-31"),
        ("How many tonnes were found in the 2013 attack?", "2013-01-01", "2013-12-31"),
        ("How many died in the year to 1 February 2015?", "2014-02-01", "2015-02-01"),
        ("How many died since the rebel offensive of 31 July 2016 began?", "2016-07-31", "2999-01-01"),
    ],
)
def test_the_year_of_another_event_opens_or_ends_the_time_asked_about(question: str, first: str, last: str) -> None:
    """ "after the 2013 attack" is any time from that year on."""
    asked = read_asked(question)
    assert asked is not None
    assert (asked.first, asked.last) == (first, last)


def test_a_deed_that_only_dates_the_question_is_not_what_happened() -> None:
    """ "bodies were reported after the attack" were not attacked."""
    asked = read_asked("How many bodies were reported in Marun after the chemical attack?")
    assert asked is not None
    assert asked.predicate == "killed"
