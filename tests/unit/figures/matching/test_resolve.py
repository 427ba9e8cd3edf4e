import pytest

from app.figures.matching.resolve import resolve
from app.figures.records import FigureAnswer
from app.models import Article
from tests.unit.figures.articles import answer, article, shown

POSTS = (
    "The Turkish army used to have 12 observation outposts in the province. The Blue TV channel reports that in "
    "January "
    "and February, Turkey has increased its military presence in Idlib. It now has 40 observation posts in the "
    "province."
)


def blast(text: str, article_id: str, day: str, source: str) -> Article:
    return article(text, article_id=article_id, day=day, source=source, title="Car bomb in Marun")


def test_what_holds_now_comes_first_and_what_used_to_be_after_it() -> None:
    """Two numbers of one article: the current one with its speaker, then the earlier one."""
    found = answer("how many Turkish posts are in Idlib", article(POSTS))
    assert shown(found) == [(40, "current"), (12, "earlier")]
    assert found is not None
    assert found.headline.record.said_by == "Blue TV channel"
    assert found.status == "answered"


def test_a_question_for_the_past_gets_the_earlier_figure() -> None:
    """ "did … use to have" asks for what no longer holds."""
    assert shown(answer("How many outposts did the Turkish army use to have in the province?", article(POSTS))) == [
        (12, "current")
    ]


def test_a_later_toll_supersedes_an_earlier_one() -> None:
    """The newest statement leads although older articles are many."""
    found = answer(
        "How many people did the car bomb in Marun kill on 6 August 2013?",
        blast("A car bomb killed 18 people in Marun on Tuesday, the ministry said.", "a", "2013-08-06", "north"),
        blast("A car bomb killed 18 people in Marun on Tuesday, the ministry said.", "b", "2013-08-06", "south"),
        blast(
            "The death toll from Tuesday's car bomb in Marun has risen to 27, the ministry said.",
            "c",
            "2013-08-07",
            "west",
        ),
    )
    assert shown(found) == [(27, "current"), (18, "earlier")]


def of_range(count: str) -> FigureAnswer | None:
    """What is answered where one source counts "30 to 40" dead and another ``count``."""
    return answer(
        "How many people did the car bomb in Marun kill on 6 August 2013?",
        blast("On Tuesday a car bomb killed between 30 and 40 people in Marun.", "a", "2013-08-06", "n"),
        blast(f"A car bomb killed {count} people in Marun on Tuesday, the army said.", "b", "2013-08-06", "s"),
    )


@pytest.mark.parametrize(("count", "value"), [("36", 36), ("40", 40), ("35 to 45", 30)])
def test_a_range_agrees_with_what_it_holds(count: str, value: float) -> None:
    """A value inside it is told, and an overlapping range is no other count."""
    found = of_range(count)
    assert found is not None
    assert shown(found) == [(value, "current")]
    assert len(found.headline.agreeing) == 1


def test_a_range_conflicts_with_what_lies_outside() -> None:
    """Both ends are kept."""
    found = of_range("55")
    assert found is not None
    assert found.status == "conflicting"
    assert {(one.record.value, one.record.high) for one in found.figures} == {(30, 40), (55, None)}


def test_two_speakers_who_differ_at_one_time_are_both_shown() -> None:
    """Neither figure is blended away and the answer says it is contested."""
    found = answer(
        "How many people did the car bomb in Marun kill on 6 August 2013?",
        blast("A car bomb killed 60 people in Marun on Tuesday, the ministry said.", "a", "2013-08-06", "north"),
        blast(
            "A car bomb killed 74 people in Marun on Tuesday, the Northern Observatory said.",
            "b",
            "2013-08-06",
            "south",
        ),
    )
    assert found is not None
    assert found.status == "conflicting"
    assert {value for value, status in shown(found) if status == "conflicting"} == {60, 74}


def test_outlets_that_agree_are_one_figure() -> None:
    """The same value from several outlets is agreement, a rounded one too."""
    found = answer(
        "How many people did the car bomb in Marun kill on 6 August 2013?",
        blast("A car bomb killed 62 people in Marun on Tuesday, the ministry said.", "a", "2013-08-06", "north"),
        blast("A car bomb killed 62 people in Marun on Tuesday, police said.", "b", "2013-08-06", "south"),
        blast("A car bomb killed more than 60 people in Marun on Tuesday.", "c", "2013-08-06", "west"),
    )
    assert shown(found) == [(62, "current")]
    assert found is not None
    assert len(found.headline.agreeing) == 2


@pytest.mark.parametrize(
    "question",
    [
        "How many people were wounded in Marun on 6 August 2013?",
        "How many soldiers did the car bomb in Marun kill on 6 August 2013?",
        "How many people did the car bomb in Marun kill on 6 August 2014?",
        "How many people did the flood in Oslo kill on 6 August 2013?",
        "How many houses did the car bomb in Marun destroy?",
        "Who is the president of France?",
    ],
)
def test_a_number_of_something_else_answers_nothing(question: str) -> None:
    """Another predicate, kind, day or place: the figure is never taken by its number alone."""
    text = "A car bomb killed 18 people in Marun on Tuesday, the ministry said."
    assert answer(question, blast(text, "a", "2013-08-06", "north")) is None


def test_background_figures_of_the_same_article_are_not_the_event() -> None:
    """A past bombing, the whole war and an event elsewhere are told apart from the asked one."""
    text = (
        "A car bomb killed 18 people in Marun on Tuesday, state television said. A similar bombing in the same "
        "square on "
        "July 25 killed at least seven people. Elsewhere in the country, rebels killed 9 people. The conflict "
        "has killed "
        "more than 100000 people."
    )
    found = answer(
        "How many people did the car bomb in Marun kill on 6 August 2013?", blast(text, "a", "2013-08-06", "north")
    )
    assert shown(found) == [(18, "current")]


def test_parts_of_a_count_do_not_stand_for_it() -> None:
    """Children among the dead are not the dead."""
    text = "A car bomb killed 18 people including 7 children in Marun on Tuesday."
    found = answer(
        "How many people did the car bomb in Marun kill on 6 August 2013?", blast(text, "a", "2013-08-06", "n")
    )
    assert shown(found) == [(18, "current")]


def test_a_named_source_must_say_so() -> None:
    """A question for one source's figure is not answered with another's."""
    text = "A car bomb killed 18 people in Marun on Tuesday, the ministry said."
    one = blast(text, "a", "2013-08-06", "north")
    assert answer("How many people did the car bomb in Marun kill according to the Red Crescent?", one) is None


def test_an_acronym_in_the_question_stands_for_its_body() -> None:
    """Who is asked for by initials is found by the name that the text prints."""
    text = blast("The car bomb killed 14 people in Marun, the Northern Relief Office said.", "b", "2013-08-07", "west")
    assert shown(answer("How many people died in Marun, according to the NRO?", text)) == [(14, "current")]
    assert answer("How many people died in Marun, according to the WHO?", text) is None


def test_hedged_and_vague_figures_are_not_stated_as_fact() -> None:
    """ "dozens" and "could kill 500" give no figure."""
    text = "A car bomb killed dozens of people in Marun on Tuesday. Another could kill 500 people."
    assert answer("How many people did the car bomb in Marun kill?", blast(text, "a", "2013-08-06", "north")) is None


def test_spellings_of_a_place_are_one_place() -> None:
    """Hasakeh and Hasaka, al-Quriyah and Quria."""
    text = "A bomb killed 16 people in the city of Hasaka on Tuesday."
    assert shown(answer("How many people did the bomb in Hasakeh kill?", article(text, day="2016-07-05"))) == [
        (16, "current")
    ]


def test_nothing_is_found_among_no_records() -> None:
    """None instead of a failure."""
    assert resolve("How many posts are in Idlib?", [], {}) is None


def test_the_answer_does_not_depend_on_the_order_of_articles() -> None:
    """The same archive gives the same answer."""
    articles = [
        blast("A car bomb killed 60 people in Marun on Tuesday, the ministry said.", "a", "2013-08-06", "north"),
        blast(
            "A car bomb killed 74 people in Marun on Tuesday, the Northern Observatory said.",
            "b",
            "2013-08-06",
            "south",
        ),
        blast("A car bomb killed 74 people in Marun on Tuesday, police said.", "c", "2013-08-07", "west"),
    ]
    question = "How many people did the car bomb in Marun kill on 6 August 2013?"
    assert shown(answer(question, *articles)) == shown(answer(question, *reversed(articles)))


def test_a_past_count_in_the_outlets_own_voice_gives_way_to_a_present_one() -> None:
    """ "Had" beside "has" is no contradiction, not even in one report."""
    text = "Turkey had 12 observation posts in Idlib. Blue TV reports that Turkey has 40 observation posts in Idlib."
    assert shown(answer("How many Turkish posts are in Idlib?", article(text))) == [
        (40.0, "current"),
        (12.0, "earlier"),
    ]


def test_the_number_of_the_next_sentence_is_of_the_same_thing() -> None:
    """ "Put the number at 410" contradicts the count before it."""
    text = "The river flooded 340 homes in Marun, the council said. The Residents' League put the number at 410."
    found = answer("How many homes were flooded in Marun?", article(text))
    assert found is not None
    assert {figure.record.value for figure in found.figures} == {340.0, 410.0}
    assert found.status == "conflicting"


def test_the_whole_that_a_part_is_of_is_no_count() -> None:
    """57 of the 120 seats are 57."""
    text = "The Union has won 57 of the 120 seats in Ostia."
    assert shown(answer("How many seats did the Union win in Ostia?", article(text))) == [(57.0, "current")]


TRAPS = {
    "age": "A man of 45 and a 12-year-old boy were killed in Marun.",
    "score": "Marun were killed off 3-1 by Hull.",
    "phone": "Relatives of people killed in Marun may call +44 20 7946 0958 or 555-0123.",
    "year": "People were killed in Marun in 2012 and in 2017.",
    "time": "People were killed in Marun at 10:30 am and at 0914.",
    "ordinal": "In the 21st raid on the 3rd district of Marun people were killed.",
    "one of the": "One of the people killed in Marun was a baker.",
    "idiom": "In Marun people were killed, and peace is back to square one on all fours.",
    "table": "Marun | Killed | Hurt\nNorth 12 30 44 51 61\nSouth 9 8 77 12 13 5",
    "denied": "The army denied that 40 people were killed in Marun.",
    "planned": "They plan to send 40 people to Marun, where people were killed.",
}


@pytest.mark.parametrize("kind", TRAPS)
@pytest.mark.parametrize("day", ["2020-02-28", None, "9999-12-31"])
def test_what_only_looks_like_a_count_is_no_answer(kind: str, day: str | None) -> None:
    """An age, a score, a phone number, a year … with the asked verb and place beside it is not told as the toll."""
    assert answer("How many people were killed in Marun?", article(TRAPS[kind], day=day, source=None)) is None


def test_six_numbers_in_one_sentence_each_answer_their_own_question() -> None:
    """None is taken for another."""
    text = (
        "On 6 August 2013 the raid on Marun killed 18 people and wounded 56 others, destroyed 7 houses, displaced 300 "
        "families and damaged 2 schools."
    )
    asked = {
        "How many people were killed in Marun?": 18,
        "How many people were wounded in Marun?": 56,
        "How many houses were destroyed in Marun?": 7,
        "How many families were displaced in Marun?": 300,
        "How many schools were damaged in Marun?": 2,
    }
    assert {question: shown(answer(question, article(text))) for question in asked} == {
        question: [(value, "current")] for question, value in asked.items()
    }


def test_an_event_that_an_article_looks_back_on_is_no_conflict() -> None:
    """The dead of a disaster years before are counted apart."""
    text = article(
        "The blast at the Marun mine killed seven men. It is the worst since 2008, when 19 men were killed at Pelka.",
        title="Blast at the Marun mine",
    )
    assert shown(answer("How many men were killed at the Marun mine?", text)) == [(7, "current")]


def test_a_figure_told_in_passing_leaves_the_word_to_who_gave_it() -> None:
    """Who says how strong a quake was does not say how many it killed."""
    passing = article(
        "The quake that killed 41 people in Marun had a magnitude of 6.8, the centre says.",
        article_id="a",
        day="2020-01-28",
    )
    toll = article("The death toll in Marun stands at 41, the guard said.", article_id="b", day="2020-01-27")
    found = answer("How many people were killed in Marun?", passing, toll)
    assert found is not None
    assert found.headline.record.said_by == "the guard"


def test_earlier_figures_are_told_newest_first() -> None:
    """What held later stands before what held earlier, whoever calls it superseded."""
    text = article(
        "Turkey now has 40 posts in Marun. By March of this year there were eight. In May there were 12 posts.",
        day="2018-12-20",
        title="Turkey in Marun",
    )
    assert shown(answer("How many Turkish posts are in Marun?", text))[0] == (40, "current")


def test_what_another_has_is_no_earlier_count() -> None:
    """Who has them may be left open by the question; figures of two owners are not one figure that changed."""
    older = article(
        "Russia set up 10 observation posts along the line in Idlib and Iran seven.", article_id="b", day="2020-01-17"
    )
    found = answer("How many observation posts are there in Idlib?", article(POSTS), older)
    assert shown(found) == [(40, "current"), (12, "earlier")]


def test_what_used_to_be_does_not_answer_for_now() -> None:
    """A count that the text itself calls past is no count of today."""
    past = article("Turkey used to have 12 observation posts in Idlib.")
    assert answer("How many Turkish posts are in Idlib?", past) is None
    assert shown(answer("How many Turkish posts used to be in Idlib?", past)) == [(12, "current")]


def test_a_sentence_that_gives_two_counts_rounds_neither() -> None:
    """The army's "more than 180" is no other print of the ministry's 191."""
    text = article("In Marun the army says more than 180 people were killed while the ministry puts the toll at 191.")
    assert {value for value, _ in shown(answer("How many people were killed in Marun?", text))} == {180, 191}


def test_a_round_figure_stands_for_the_exact_one_told_nearest_in_time() -> None:
    """ "Nearly 1 million" beside 961,000 says nothing new of last week's 948,000, and so does not make it today's."""
    older = article(
        "The number of people displaced in Idlib since 1 December has reached 948,000, the UN office said.",
        article_id="a",
        day="2020-02-26",
    )
    newer = article(
        "Nearly 1 million people were displaced in Idlib, the United Nations said. Its latest count stands at 961,000.",
        article_id="b",
        day="2020-03-05",
    )
    found = answer("How many people have been displaced in Idlib since December 2019?", older, newer)
    assert shown(found)[0] == (961_000, "current")


def test_two_named_sources_that_are_far_apart_are_both_shown() -> None:
    """An army counts six times as many as those who watch it; neither is another event."""
    text = article(
        "The army killed 76 rebel fighters in Marun on Friday, Defence Minister Jane Roe said. "
        "The Northern Observatory said 13 rebel fighters were killed.",
        title="Strike on Marun",
    )
    assert shown(answer("How many rebel fighters did the army kill in Marun?", text)) == [
        (76, "conflicting"),
        (13, "conflicting"),
    ]


def test_a_question_that_names_no_event_is_refused_where_several_are_told() -> None:
    """The dead of many events would answer "How many people died?"; in one article it is clear who is meant."""
    fire = article("A fire in Marun killed 12 people.", article_id="fire")
    flood = article("A flood in Ostia killed 30 people.", article_id="flood")
    assert shown(answer("How many people died?", fire)) == [(12, "current")]
    assert answer("How many people died?", fire, flood) is None
    assert shown(answer("How many people died in Marun?", fire, flood)) == [(12, "current")]


def test_one_account_does_not_contradict_itself() -> None:
    """Two counts that one speaker, or the outlet of what stands, gives in one article."""
    blast = "The blast in Marun killed 40 people, the ministry said. It killed 35 people in Marun, the ministry said."
    posts = "Norland has 40 posts in Tarn, the ministry said. Norland has 35 posts in Tarn."
    assert shown(answer("How many people did the blast in Marun kill?", article(blast, title="Blast in Marun"))) == [
        (40, "current"),
        (35, "earlier"),
    ]
    assert shown(answer("How many posts does Norland have in Tarn?", article(posts, title="Norland in Tarn"))) == [
        (40, "current"),
        (35, "earlier"),
    ]


def test_what_used_to_be_held_in_the_days_asked_about() -> None:
    """A text of June calls the 12 posts of May an earlier count; asked for May they are none."""
    then = article("Norland has 10 posts in Tarn.", day="2018-05-10", title="Norland in Tarn")
    text = "In May 2018 Norland used to have 12 posts in Tarn."
    later = article(text, article_id="b", day="2018-06-16", title="Norland in Tarn")
    question = "How many posts did Norland have in Tarn in May 2018?"
    assert shown(answer(question, then, later)) == [(12, "current"), (10, "earlier")]


def test_a_round_figure_is_coarser_than_what_it_stands_for() -> None:
    """ "About 23 million" is another count than 20 million; "about 20" may stand for 23."""
    question = "How many people did the war in Marun displace?"
    apart = [
        article(f"The war in Marun has displaced {count} people.", article_id=count, source=count, title="Marun")
        for count in ("20 million", "about 23 million")
    ]
    assert {value for value, _ in shown(answer(question, *apart))} == {20e6, 23e6}
    near = [
        article(f"The war in Marun has displaced {count} people.", article_id=count, source=count, title="Marun")
        for count in ("23", "about 20")
    ]
    assert [value for value, _ in shown(answer(question, *near))] == [23]


def test_what_there_was_before_a_war_does_not_answer_for_now() -> None:
    """Asked for as what was then, it does."""
    text = article("Before the offensive more than 100,000 people lived in Marun.", title="Marun")
    assert answer("How many people live in Marun?", text) is None
    assert shown(answer("How many people lived in Marun before the offensive?", text)) == [(100_000, "current")]


def test_what_is_told_after_the_headline_is_no_earlier_figure() -> None:
    """The ministry's first count, told again days after its second one, is shown neither as earlier nor as news."""
    told = [
        ("A blast killed 21 people in Marun, the Northern Observatory said.", "2013-08-06"),
        ("The blast at the mill in Marun killed 22 people, the Northern Observatory said.", "2013-08-07"),
        ("A blast killed 21 people in Marun.", "2013-08-09"),
    ]
    articles = [article(text, article_id=day, day=day, source=day, title="Marun") for text, day in told]
    found = answer("How many people did the blast at the mill in Marun kill?", *articles)
    assert found is not None
    assert (21, "earlier") not in shown(found)
    assert (22, "current") in shown(found)
    only_before = answer("How many people did the blast at the mill in Marun kill?", *articles[:2])
    assert (21, "earlier") in shown(only_before)
