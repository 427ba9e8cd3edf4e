import pytest

from tests.unit.figures.articles import answer, article, shown

QUESTION = "How many people did the blast in Marun kill on 6 August 2013?"


def leader(*told: tuple[str, str]) -> float:
    """The leading value of what outlets of their own told on these days."""
    articles = [
        article(
            f"A blast in Marun on Tuesday {text}.", article_id=f"a{n}", day=day, source=f"outlet {n}", title="Marun"
        )
        for n, (day, text) in enumerate(told)
    ]
    return shown(answer(QUESTION, *articles))[0][0]


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ([("2013-08-06", "killed 22 people"), ("2013-08-06", "killed at least 20 people")], 22),
        ([("2013-08-06", "killed at least 22 people"), ("2013-08-06", "killed 18 people")] * 2, 22),
        ([("2013-08-06", "killed 62 people"), ("2013-08-09", "killed more than 60 people")], 62),
        ([("2013-08-06", "killed 87 people"), ("2013-08-12", "killed nearly 90 people")], 87),
        ([("2013-08-06", "killed 11 people"), ("2013-08-06", "killed almost a dozen people")], 11),
    ],
)
def test_the_fullest_count_leads(told: list[tuple[str, str]], value: float) -> None:
    """The early minimum gives way, also where as many outlets print it; a round figure repeats the exact one."""
    assert leader(*told) == value


def test_a_count_that_the_toll_rose_to_leads_over_a_greater_one_told_before() -> None:
    """Whoever tells the day after that it rose to 22 knows of the 24; a mere 22 would contradict them."""
    before = article("A blast in Marun on Tuesday killed 24 people.", day="2013-08-06", title="Marun", source="A")
    after = {
        text: article(text, article_id="b", day="2013-08-07", title="Marun", source="B")
        for text in ("The death toll from Tuesday's blast in Marun rose to 22.", "Tuesday's blast in Marun killed 22.")
    }
    rose, plain = (shown(answer(QUESTION, before, one)) for one in after.values())
    assert rose == [(22, "current"), (24, "earlier")]
    assert plain[0][0] == 24


@pytest.mark.parametrize(
    ("text", "question", "value"),
    [
        (
            "Air raids killed 16 people in the county on Tuesday. The raid on Tarn killed seven people.",
            "How many people were killed in the air raid on Tarn on 6 August 2013?",
            7,
        ),
        (
            "An attack on Marun on Tuesday killed 50 people. The attack on Marun killed 15 civilians.",
            "How many civilians did the attack on Marun kill on 6 August 2013?",
            15,
        ),
    ],
)
def test_the_asked_place_and_kind_lead_over_greater_counts(text: str, question: str, value: float) -> None:
    """What a wider area lost, or people of every kind, is greater and not what was asked."""
    assert shown(answer(question, article(text, day="2013-08-06", title="Raids on Marun and Tarn")))[0][0] == value


def test_what_is_only_claimed_does_not_lead() -> None:
    """A group makes its own attack greater."""
    text = "A blast in Marun on Tuesday killed 32 people, medics said. The group claimed that 40 people were killed."
    found = answer(QUESTION, article(text, day="2013-08-06", title="Blast in Marun"))
    assert shown(found)[0][0] == 32
    assert 40 in dict(shown(found))


def test_what_is_near_leads_over_what_was_told_as_late() -> None:
    """A federation that backs a strike counts more workers, and other ones."""
    text = article(
        "A strike at the university of Marun involves some 48,000 academic workers. "
        "It is backed by a federation, which represents 1.2 million workers in farming.",
        title="Strike in Marun",
    )
    assert shown(answer("How many academic workers are involved in the strike in Marun?", text))[0][0] == 48_000


def test_what_was_told_months_later_is_of_another_event() -> None:
    """Where no day is asked about, the count of a later attack neither leads for being newer nor contradicts."""
    ours = article("An air raid on Tarn killed 56 people.", article_id="a", day="2013-08-06", title="Raid on Tarn")
    other = article(
        "Months after the raid on Tarn, an air raid on Marun killed 15 people.", article_id="b", day="2014-04-08"
    )
    assert shown(answer("How many people did the air raid on Tarn kill?", ours, other)) == [(56, "current")]


@pytest.mark.parametrize("span", ["Since then", "Over the weekend", "In the past two days"])
def test_a_count_of_several_days_does_not_lead_for_one_of_them(span: str) -> None:
    """It is greater and told later, and of more than was asked."""
    text = article(
        f"Air raids killed at least 26 people on Tuesday. {span} air raids on Marun have killed 44 people.",
        day="2013-08-07",
        title="Raids on Marun",
    )
    question = "How many people did the air raids on Marun kill on 6 August 2013?"
    assert shown(answer(question, text)) == [(26, "current")]


def test_what_an_article_only_reminds_of_is_no_news() -> None:
    """The background of a later article repeats an early count."""
    ours = article("A blast in Marun killed 12 people on Tuesday.", day="2013-08-06", title="Blast in Marun")
    text = f"{'News went on. ' * 50}A blast in Marun on 6 August 2013 killed 10 people."
    later = article(text, article_id="b", day="2013-08-12", title="Marun after the blast")
    assert shown(answer("How many people did the blast in Marun kill?", ours, later))[0][0] == 12


def test_the_article_of_the_day_is_nearer_than_one_of_days_later() -> None:
    """Neither dates its count."""
    ours = article("A blast in Marun killed 14 people.", day="2013-08-06", title="Blast in Marun")
    later = article("A blast in Marun killed 12 people.", article_id="b", day="2013-08-10", title="Blast in Marun")
    assert shown(answer(QUESTION, ours, later))[0][0] == 14


def test_what_a_text_calls_earlier_does_not_lead_though_it_is_told_nearer() -> None:
    """The count of the day before is the news of an article that names every word of the question."""
    before = article(
        "The death toll of the blast at the mill in Marun has risen to 29, the agency said.",
        article_id="a",
        day="2013-08-06",
    )
    then = article(
        "The search after the blast ended. The death toll stands at 41, the agency said; on Tuesday it was 29.",
        article_id="b",
        day="2013-08-07",
        title="Search ends at the mill in Marun",
    )
    assert shown(answer("How many people did the blast at the mill in Marun kill?", before, then)) == [
        (41, "current"),
        (29, "earlier"),
    ]
