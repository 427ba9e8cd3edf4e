"""Questions through a real archive and a real retriever; only the embedding model is a stand-in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.answering.answerer import Answerer
from app.archive.archive import Archive
from app.archive.identity import new_article
from app.figures.reading.extract import extract_figures
from app.models import Answer, Ask, SearchFilters
from app.retrieval.retriever import Retriever
from ingest.pipeline import Ingester
from tests.fakes import HashEmbedder

SEED = Path(__file__).parents[4] / "shared" / "data" / "seed"

BEFORE = """The Turkish army has 20 observation posts in Idlib province, the Free Valley channel reported on Sunday.

Soldiers built the newest of them beside the road to the border."""
AFTER = """The Turkish army used to have 20 observation posts in Idlib province. The Harbour TV channel reports that \
Turkey sent more soldiers there in spring. It now has 45 observation posts in the province.

Turkey stated that 17 of its soldiers had been killed in an air strike near Idlib."""


@pytest.fixture
def answerer(tmp_path: Path) -> Iterator[Answerer]:
    embedder = HashEmbedder()
    archive = Archive.open(tmp_path, embedder, extract=extract_figures)
    articles = [
        new_article(text=BEFORE, title="New post in Idlib", source="Valley Wire", published_at="2020-01-05"),
        new_article(
            text=AFTER, title="More Turkish soldiers in Idlib", source="Harbour Post", published_at="2020-04-02"
        ),
    ]
    assert [added.outcome for added in archive.add(articles)] == ["added", "added"]
    yield Answerer(archive, Retriever(archive, embedder), today=lambda: date(2020, 5, 1))
    archive.close()


def content(answer: Answer) -> Answer:
    """The answer without what differs between two runs."""
    return replace(answer, id="", timings_ms={})


def test_a_figure_comes_with_speaker_day_and_history(answerer):
    """The newest count leads, the older one follows, each cited at its sentence."""
    answer = answerer.answer(Ask("How many Turkish posts are in Idlib?"))
    assert answer.short_answer == "45"
    assert answer.answer.startswith("45 observation posts, according to the Harbour TV")
    assert {figure.value: figure.status for figure in answer.figures} == {45: "current", 20: "earlier"}
    cited = {citation.number: citation.quote for citation in answer.citations}
    assert all("45" in cited[f.citation] or "20" in cited[f.citation] for f in answer.figures)


def test_as_of_never_leaks_a_later_article(answerer):
    """As of February the later count is unknown."""
    answer = answerer.answer(Ask("How many Turkish posts are in Idlib?", filters=SearchFilters(as_of="2020-02-01")))
    assert answer.short_answer == "20"
    assert {citation.published_at for citation in answer.citations} == {"2020-01-05"}
    asked = answerer.answer(Ask("How many Turkish posts were in Idlib as of 1 February 2020?"))
    assert asked.short_answer == "20"


def test_the_same_question_gives_the_same_answer(answerer):
    """Text, claims, citations and figures are equal, byte for byte."""
    ask = Ask("How many Turkish soldiers were killed?")
    assert content(answerer.answer(ask)) == content(answerer.answer(ask))


def test_a_refusal_offers_related_articles_and_no_citations(answerer):
    """A neighbouring subject is not an answer."""
    answer = answerer.answer(Ask("How many Russian planes were shot down over Idlib?"))
    assert answer.status == "not_in_archive"
    assert (answer.citations, answer.claims, answer.figures, answer.short_answer) == ((), (), (), "")
    assert answer.related


def test_follow_ups_carry_the_subject_over(answerer):
    """Earlier, elsewhere and "who said so?" are understood within a conversation."""

    def ask(question: str) -> Answer:
        return answerer.answer(Ask(question, conversation_id="idlib"))

    ask("How many Turkish posts are in Idlib?")
    said = ask("who said so?")
    assert said.short_answer.startswith("Harbour TV")
    before = ask("and before that?")
    assert before.standalone_question == "How many Turkish posts used to be in Idlib?"
    assert before.short_answer == "20"
    elsewhere = ask("and in Aleppo?")
    assert elsewhere.standalone_question == "How many Turkish posts used to be in Aleppo?"
    assert elsewhere.status == "not_in_archive"


def test_what_an_outlet_reported_stands_in_that_outlet(answerer):
    """Another outlet's story on the matter is not what the named one printed."""
    valley = answerer.answer(Ask("How many posts in Idlib did the Valley Wire report?"))
    assert {citation.source for citation in valley.citations} == {"Valley Wire"}
    assert valley.short_answer == "20"
    assert answerer.answer(Ask("What did the Valley Wire report about the air strike?")).status == "not_in_archive"


@pytest.mark.parametrize("kept", [True, False])
def test_a_pronoun_for_a_person_means_who_the_last_answer_named(answerer, kept):
    """ "She" is led back to the answer of the turn before: the receipt's, or, from history alone, asked again."""
    text = "PORTO, April 3 - Ada Moss won the Harbour Cup in Porto on Sunday, the organisers said."
    cup = [new_article(text=text, title="Cup", source="Harbour Post", published_at="2020-04-03")]
    assert [added.outcome for added in answerer.archive.add(cup)] == ["added"]
    first = "Who won the Harbour Cup in Porto?"
    if kept:
        answerer.answer(Ask(first, conversation_id="cup"))
    asked = Ask("Where does she live?", conversation_id="cup" if kept else None, history=() if kept else (first,))
    assert answerer.answer(asked).standalone_question == "Where does Ada Moss live?"


def test_who_said_so_without_an_earlier_answer_is_refused(answerer):
    """There is nothing that anybody said."""
    assert answerer.answer(Ask("who said so?", conversation_id="new")).status == "not_in_archive"


def test_a_mistyped_outlet_is_told_with_the_refusal(answerer):
    """Beside the limits, what stands in the way."""
    answer = answerer.answer(
        Ask("How many Turkish posts are in Idlib?", filters=SearchFilters(sources=("Valley Wier",)))
    )
    assert answer.status == "not_in_archive"
    assert answer.notice == "The archive holds no articles from Valley Wier. Did you mean Valley Wire?"


def test_every_answer_leaves_a_receipt(answerer):
    """What was given can be read again."""
    answer = answerer.answer(Ask("How many Turkish posts are in Idlib?"))
    assert content(answerer.archive.receipts.get(answer.id)) == content(answer)
    assert set(answer.timings_ms) == {"analyse", "retrieve", "write", "verify", "record"}


@pytest.mark.parametrize(
    "question", ["?", "who", "[1]", "how many", "\u0000", "how many how many?", "🙂", "the of and"]
)
def test_odd_questions_are_answered_calmly(answerer, question):
    """Whatever is asked, the answer is one, and its markers match its citations."""
    answer = answerer.answer(Ask(question))
    assert answer.status == "not_in_archive" or answer.citations


def test_an_empty_archive_refuses(tmp_path):
    """Nothing stored, nothing answered, nothing related."""
    embedder = HashEmbedder()
    archive = Archive.open(tmp_path, embedder, extract=extract_figures)
    answer = Answerer(archive, Retriever(archive, embedder)).answer(Ask("How many posts are there?"))
    archive.close()
    assert (answer.status, answer.related) == ("not_in_archive", ())
    assert answer.answer == "The archive does not answer this question."


@pytest.mark.skipif(not SEED.exists(), reason="the evaluation data lies beside the project, not in it")
def test_the_seed_story_is_answered_and_its_traps_refused(tmp_path):
    """Ten questions answered with the evidence cited, two refused."""
    embedder = HashEmbedder()
    archive = Archive.open(tmp_path, embedder, extract=extract_figures)
    Ingester(archive).ingest([str(path) for path in SEED.glob("*.txt")], published="2020-02-28")
    answerer = Answerer(archive, Retriever(archive, embedder))
    for row in map(json.loads, (SEED / "questions.jsonl").read_text().splitlines()):
        answer = answerer.answer(Ask(row["question"]))
        if not row["answers"]:
            assert answer.status == "not_in_archive", row["question"]
            continue
        assert any(gold.lower() in answer.answer.lower() for gold in row["answers"]), answer.answer
        quotes = [" ".join(citation.quote.split()) for citation in answer.citations]
        assert any(evidence in quote for evidence in row["evidence"] for quote in quotes), answer.answer
    archive.close()


def test_an_empty_archive_says_so(tmp_path):
    """A newcomer learns that nothing was added yet, not that the archive is silent."""
    embedder = HashEmbedder()
    with Archive.open(tmp_path / "empty", embedder) as archive:
        answer = Answerer(archive, Retriever(archive, embedder)).answer(Ask("How many posts are in Idlib?"))
    assert answer.status == "not_in_archive"
    assert answer.notice == "The archive is empty. Add articles with `dateline ingest FOLDER`, or try `dateline demo`."


@pytest.mark.parametrize(
    "question", ["What's the number of Turkish posts in Idlib?", "whats the number of Turkish posts in Idlib"]
)
def test_contractions_are_read_as_what_they_stand_for(answerer, question):
    """The question is shown as it was asked."""
    answer = answerer.answer(Ask(question))
    assert (answer.short_answer, answer.standalone_question) == ("45", question)
