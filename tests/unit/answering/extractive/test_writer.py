import pytest

from app.answering.checking.statements import check
from app.answering.extractive.reading import read
from app.answering.extractive.writer import write_extract
from app.answering.reading.focus import focus_of
from tests.unit.answering.corner import ARTICLE, article, sentences


def answered(question, *articles):
    return check(write_extract(read(focus_of(question), sentences(*articles), as_of=None), today="2021-03-04"))


def test_the_short_answer_leads_and_its_sentence_follows():
    """Outlet and day once, then the sentence without dateline, both citing it."""
    checked = answered("Who announced the truce between Berg and Haddad?", ARTICLE)
    assert checked.text.startswith("Lena Ruiz (Meridian Wire, 3 March 2021) [1]. Norland Foreign Minister Ilse Berg")
    assert all(ARTICLE.text[c.source_span.start : c.source_span.end] == c.quote for c in checked.citations)


def test_an_article_with_bracketed_numbers_lends_no_markers():
    """ "[7]" in a text would read as a citation of ours, so that sentence is not shown."""
    one = article("The lighthouse of Varna is green. The lighthouse of Varna [7] was painted by hand in spring.")
    assert "[7]" not in answered("What color is the lighthouse of Varna?", one).text


def test_sentences_are_not_repeated():
    """Copies of one sentence in several articles are told once."""
    line = "The lighthouse of Varna was painted green by forty volunteers."
    copies = [article(line, article_id=str(place)) for place in range(3)]
    assert answered("What color is the lighthouse of Varna?", *copies).text.count("volunteers") == 1


def test_a_question_that_nothing_answers_is_refused():
    """On another subject there is no answer and no citation."""
    checked = answered("Which vegetable replaces the meat in the Porto sandwich?", ARTICLE)
    assert (checked.status, checked.citations) == ("not_in_archive", ())


def test_a_question_for_a_person_a_day_or_a_place_needs_one():
    """A sentence near the question that names nobody does not answer "who"."""
    one = article("The lighthouse of Varna was painted green by hand in spring, said a neighbour of the lighthouse.")
    assert answered("Who painted the lighthouse of Varna?", one).status == "not_in_archive"
    assert answered("Why was the lighthouse of Varna painted?", one).status == "answered"


def test_an_unsure_answer_has_the_company_of_one_sentence_that_names_another():
    """It may hold what the first one missed; a sentence that names nobody says nothing to "who"."""
    one = article(
        "Ada Moss painted the lighthouse. The lighthouse was painted in spring and again in autumn that year. "
        "Olav Berg painted the old lighthouse of the harbour in winter. Lena Ruiz had painted a lighthouse elsewhere."
    )
    checked = answered("Who painted the old lighthouse of the island?", one)
    quotes = [citation.quote for citation in checked.citations]
    assert len(quotes) == 2
    assert not any("in spring" in quote for quote in quotes)


def test_a_question_for_a_sort_of_thing_gets_the_phrase_before_its_sentence():
    """A common noun answers as well as a name does."""
    text = "A cook was fined 90 pounds for eating a long white shark. The court sat in Porto."
    answer = answered("A cook was fined for eating which sea creature?", article(text))
    assert answer.short_answer == "long white shark"


def test_who_did_what_nobody_is_said_to_have_done_is_refused():
    """A name beside the thing is not who designed it; "was designed by" is."""
    one = article("The bridge over the Varna strait was opened on Monday by Lena Ruiz. Olav Berg drove over it first.")
    assert answered("Who designed the bridge over the Varna strait?", one).status == "not_in_archive"
    told = article("The bridge over the Varna strait was opened on Monday. It was designed by Ada Moss.")
    assert answered("Who designed the bridge over the Varna strait?", told).text.startswith("Ada Moss")


def test_when_something_will_happen_is_no_day_before_the_article():
    """A truce that took effect weeks ago is not the one to come."""
    past = article("A truce in Varna took effect on 12 January but lasted barely three days.")
    ahead = article("The truce in Varna takes effect on 12 May, both sides agreed.")
    assert answered("When will the truce in Varna take effect?", past).status == "not_in_archive"
    assert answered("When will the truce in Varna take effect?", ahead).text.startswith("12 May")


def test_a_distance_is_no_length():
    """ "Two miles off the island" is where the ferry sank."""
    one = article("Three people died when the ferry Amber Rose capsized two miles off the islands.")
    assert answered("How long is the ferry Amber Rose?", one).status == "not_in_archive"


def test_another_office_is_not_the_one_asked_for():
    """The prime minister is no finance minister, the first woman not the fastest one."""
    one = article("The party of Prime Minister Ada Moss keeps 41 seats in the parliament of Varna.")
    assert answered("Who will be Varna's next finance minister?", one).status == "not_in_archive"
    race = article(
        "Lena Ruiz would be the first woman to govern Varna. Ada Moss of Porto was the fastest woman in Varna."
    )
    assert answered("Who was the fastest woman in Varna?", race).text.startswith("Ada Moss")


def test_the_day_of_something_else_is_no_answer():
    """Where the dismissal is told without a day, the day that the man came is not given for it."""
    one = article("Orlen Rovers have dismissed their coach, Ada Quill. Quill came to Orlen in May 2018.")
    assert answered("When was Quill dismissed?", one).status == "not_in_archive"
    assert answered("When did Quill come to Orlen?", one).short_answer == "May 2018"


def test_whoever_only_tells_of_a_deed_did_not_do_it():
    """The one in front of the verb did."""
    one = article("Norland asked for the meeting in Varna, Secretary General Ada Quill said.")
    assert answered("Who asked for the meeting in Varna?", one).short_answer == "Norland"
    assert answered("Who left the meeting in Varna?", one).status == "not_in_archive"


def test_what_is_done_is_told_by_the_sentence_of_that_deed():
    """A name near the question is no answer to it."""
    one = article("The Varna array in Norland had 12 dishes. The array listens for the signal of hydrogen.")
    checked = answered("What does the Varna array listen for?", one)
    assert checked.short_answer == "The array listens for the signal of hydrogen"


def test_which_of_two_is_bigger_is_not_told_by_a_sentence_on_one():
    """Nothing is compared there."""
    one = article("The lighthouse of Varna is 40 metres high and older than the tower of Porto.")
    assert answered("Which is taller, the lighthouse of Varna or the tower of Porto?", one).status == "not_in_archive"


def test_a_quoted_phrase_leads_to_its_speaker_and_a_bare_number_to_nobody():
    """The words themselves are looked for; a number alone names no event."""
    one = article(
        'The doctor Ada Quill counted 40 beds in Varna. "My arms will be blue until spring," said Omar Haddad.'
    )
    assert answered("Who said my arms will be blue until spring?", one).short_answer == "Omar Haddad"
    assert answered("Who said 40?", one).status == "not_in_archive"


def test_the_names_of_several_stand_beside_what_they_are():
    """A place in the sentence is the name of none of them."""
    one = article("Shells killed three children of one family in Varna, the mayor said.")
    question = "What were the names of the three children of one family killed in Varna?"
    assert answered(question, one).status == "not_in_archive"


def test_which_paper_reported_it_is_its_outlet():
    """The sentence that states the number tells the outlet."""
    one = article("Orlen Steel will cut 900 jobs, the union said.", source="Ledger Street")
    assert answered("Which paper reported that Orlen Steel will cut 900 jobs?", one).short_answer == "Ledger Street"


def test_another_minister_is_no_answer():
    """The word in front of "minister" tells which one."""
    one = article("The energy minister of Norland, Ada Quill, spoke in Varna.")
    assert answered("Who is the energy minister of Norland?", one).short_answer == "Ada Quill"
    assert answered("Who is the transport minister of Norland?", one).status == "not_in_archive"


def test_yes_or_no_needs_the_doer_and_the_deed():
    """ "Stand aside and leave Norland alone" does not tell that Norland left."""
    one = article("He asked Berg to stand aside and leave Norland face to face with the army in Varna.")
    assert answered("Did Norland leave Varna?", one).status == "not_in_archive"


def test_a_difference_is_no_length_and_a_past_year_no_time_to_come():
    """What became 2 kilometres shorter is not 2 kilometres long."""
    one = article(
        "The Varna glacier has become 2 kilometres shorter since 1980 and now measures 5 kilometres. "
        "It will be gone by 2070."
    )
    assert answered("How long is the Varna glacier?", one).short_answer == "5 kilometres"
    assert answered("When will the Varna glacier be gone?", one).short_answer == "2070"


def test_a_weekday_ahead_is_not_the_last_one():
    """Published on a Wednesday, "will … on Friday" is not the Friday before, and is told as it is printed."""
    one = article("The drivers of Varna will be back at work on Friday after six days.")
    assert answered("When will the drivers of Varna be back?", one).short_answer == "Friday"


@pytest.mark.parametrize(
    "question",
    [
        "Who are you?",
        "What is 2+2?",
        "Should I go to Varna?",
        "What's the weather in Varna today?",
        "How much more does the lighthouse cost than planned?",
        "How much did the harbour cost?",
    ],
)
def test_what_no_article_can_answer_is_refused(question):
    """Questions to the reader, sums, the weather, and a price of something else, however near the words are."""
    one = article(
        "The weather was fine in Varna, and 2 of 2 said so. Go, I said to you. The lighthouse cost 4 million euros.",
    )
    assert answered(question, one).status == "not_in_archive"
