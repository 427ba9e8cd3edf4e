import pytest

from app.answering.checking.statements import check
from app.answering.extractive.overview import topic_of, write_overview
from tests.unit.answering.corner import article, sentences

COUNT = article(
    "The count of owls in Varna rose to 84 this winter, the bird society said on Monday. "
    "It was the fifth rise in a row.",
    article_id="count",
    title="More owls in Varna",
    published_at="2021-02-01",
)
RING = article(
    "Volunteers have put rings on forty owls in Varna, the bird society said on Friday. They were helped by a school.",
    article_id="ring",
    title="Owls with rings",
    published_at="2021-03-05",
)
HARBOUR = article("The harbour of Varna will get a new crane in spring.", article_id="crane", published_at="2021-03-09")


def told(topic):
    return check(write_overview(topic, sentences(COUNT, RING, HARBOUR)))


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("What's the latest on the owls?", "the owls"),
        ("what is the latest news about owls in Varna", "owls in Varna"),
        ("Any news from Varna today?", "Varna"),
        ("Summarise the owl count, please", "the owl count"),
        ("Can you give me a short summary of the owl count?", "the owl count"),
        ("Tell me about Varna.", "Varna"),
        ("What do we know about the owls so far?", "the owls"),
        ("What's happening in Varna?", "Varna"),
        ("catch me up on the owls", "the owls"),
        ("What is the number of owls in Varna?", None),
        ("What news agency reported the owls?", None),
        ("Who told reporters about the owls?", None),
        ("Is the owl count up?", None),
        ("Tell me who counts owls.", None),
    ],
)
def test_a_request_for_the_state_of_things_names_a_topic(question, topic):
    """A question on one fact has none."""
    assert topic_of(question) == topic


def test_articles_are_told_newest_first_each_with_its_own_citation():
    """One sentence of each article about the topic, with outlet and day."""
    checked = told("owls in Varna")
    assert [citation.article_id for citation in checked.citations] == ["ring", "count"]
    assert checked.short_answer.startswith("Volunteers have put rings on forty owls")
    assert "(Meridian Wire, 1 February 2021) [2]" in checked.text


def test_a_sentence_that_needs_another_to_be_understood_is_not_told():
    """ "They were helped by a school" says nothing alone."""
    assert "They were" not in told("owls of a school in Varna").text


def test_a_general_noun_of_the_reader_need_not_stand_in_the_articles():
    """Nobody writes "the owl crisis"; the owls are what is asked about."""
    assert told("the owl crisis").status == "answered"


@pytest.mark.parametrize("topic", ["the moon landing", "owls in Porto", "penguins"])
def test_a_topic_that_no_article_is_about_is_refused(topic):
    """A name or the telling word is missing."""
    assert told(topic).status == "not_in_archive"


@pytest.mark.parametrize(
    ("topic", "articles"),
    [
        ("Varna in February", ["count"]),
        ("Varna on 5 March 2021", ["ring"]),
        ("March 2021", ["crane", "ring"]),
        ("12 April", ["vote"]),
        ("Varna in 2019", []),
    ],
)
def test_a_time_in_the_topic_limits_what_is_told(topic, articles):
    """To what was published then, and to sentences that name that time themselves."""
    vote = article(
        "The town of Orlen will vote on the bridge on 12 April.", article_id="vote", published_at="2021-02-20"
    )
    checked = check(write_overview(topic, sentences(COUNT, RING, HARBOUR, vote)))
    assert [citation.article_id for citation in checked.citations] == articles
