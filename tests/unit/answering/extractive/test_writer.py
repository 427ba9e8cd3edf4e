from app.answering.checking.statements import check
from app.answering.extractive.writer import read, write_extract
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
