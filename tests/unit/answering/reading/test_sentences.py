from app.answering.reading.focus import focus_of
from app.answering.reading.sentences import rank_sentences, term_weights
from tests.unit.answering.corner import article, sentences


def first(question, *articles, as_of=None):
    focus, found = focus_of(question), sentences(*articles)
    return rank_sentences(focus, found, term_weights(focus, found), as_of=as_of)[0].sentence.text


def test_the_sentence_with_the_rare_words_comes_first():
    """Words that stand everywhere tell less than words that stand once."""
    one = article("Varna is calm. Varna has a mayor. Varna opened a lighthouse. Varna is old.")
    assert first("Who opened the Varna lighthouse?", one) == "Varna opened a lighthouse."


def test_this_week_prefers_the_newer_article():
    """With a day asked about, "this week" ranks the fresh report above the same words of years ago."""
    old = article("The Harbour Cup was won by Porto.", article_id="old", published_at="2017-05-01")
    new = article("The Harbour Cup was won by Lisbon.", article_id="new", published_at="2021-05-01")
    question = "Which club won the Harbour Cup this week?"
    assert first(question, old, new, as_of="2021-05-02") == "The Harbour Cup was won by Lisbon."
    assert first(question, old, new) == "The Harbour Cup was won by Porto."


def test_weights_sum_to_one():
    """Weights are shares; a question without content words has none."""
    found = sentences(article("Varna opened a lighthouse."))
    assert abs(sum(term_weights(focus_of("Who opened the lighthouse?"), found).values()) - 1) < 1e-9
    assert term_weights(focus_of("who is it?"), found) == {}
