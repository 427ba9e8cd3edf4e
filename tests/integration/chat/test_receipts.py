"""Answers with their receipts: what a model was told and said is kept, and the answer can be given again from it."""

import sqlite3
from pathlib import Path

import httpx
import pytest

from app.archive.identity import new_article
from app.client import RemoteDateline
from app.dateline import Dateline
from app.errors import AnswerNotFound
from app.models import Ask
from tests.integration.chat.faulty_server import FaultyServer
from tests.integration.chat.newsroom import LAMPS, MAYOR, UNKNOWN, opened, served


def test_a_receipt_holds_everything_that_led_to_the_answer(newsroom: Dateline, faulty: FaultyServer) -> None:
    """Passages with scores, the prompt as it was sent, the reply as it came, every verdict."""
    faulty.reply = (
        '{"supported": true, "answer": "The zebra quay has 17 lamps [1]. It cost 9 million.", "citations": [1]}'
    )
    answer = newsroom.ask(Ask(LAMPS))
    working = newsroom.receipt(answer.id).working

    assert working is not None
    assert working.exchange is not None
    assert [{"role": turn.role, "content": turn.content} for turn in working.exchange.prompt] == (
        faulty.requests[0]["messages"]
    )
    assert working.exchange.reply == faulty.reply
    assert [judged.verdict for judged in working.judged] == ["supported", "unsupported"]
    assert working.found
    assert working.found[0].score == max(found.score for found in working.found)
    for place in (found.place for found in working.found):
        article = newsroom.archive.article(place.article_id, place.version)
        assert 0 <= place.span.start < place.span.end <= len(article.text)


@pytest.mark.parametrize("writer", ["generative", "extractive"])
@pytest.mark.parametrize("question", [LAMPS, MAYOR, UNKNOWN])
def test_an_answer_given_again_is_the_same(
    newsroom: Dateline, faulty: FaultyServer, writer: str, question: str
) -> None:
    """Nobody is asked again; the model's reply is read from the receipt."""
    answer = newsroom.ask(Ask(question, writer=writer))
    asked = len(faulty.requests)
    replay = newsroom.replay(answer.id)

    assert replay.differences == ()
    assert (replay.answer.answer, replay.answer.citations) == (answer.answer, answer.citations)
    assert len(faulty.requests) == asked


def test_an_answer_made_without_the_failing_model_is_given_again_without_it(
    newsroom: Dateline, faulty: FaultyServer
) -> None:
    """The extracts that stood in for it come out the same."""
    faulty.fault = "500"

    assert newsroom.replay(newsroom.ask(Ask(LAMPS)).id).differences == ()


def test_who_said_so_is_given_again(newsroom: Dateline) -> None:
    """A question on the answer before it finds that answer again."""
    newsroom.ask(Ask(LAMPS, conversation_id="quay"))
    answer = newsroom.ask(Ask("who said so?", conversation_id="quay"))

    assert "port office" in answer.answer
    assert newsroom.replay(answer.id).differences == ()


def test_a_model_asked_anew_may_say_something_else(newsroom: Dateline, faulty: FaultyServer) -> None:
    """The difference tells both replies."""
    answer = newsroom.ask(Ask(LAMPS))
    faulty.reply = (
        '{"supported": true, "answer": "The zebra quay has 17 lamps, said the port office.", "citations": [1]}'
    )
    differences = {one.part: one for one in newsroom.replay(answer.id, ask_model=True).differences}

    assert differences["reply"].after == faulty.reply
    assert "lamps, said the port office" in differences["answer"].after


def test_a_changed_archive_shows_in_a_replay(newsroom: Dateline) -> None:
    """A newer figure changes passages, prompt and answer, and the archive's version tells why."""
    answer = newsroom.ask(Ask(LAMPS, writer="extractive"))
    text = "HARBOUR, April 5. The zebra quay has 21 lamps, the port office said on Sunday."
    list(newsroom.archive.add([new_article(text=text, title="More lamps", published_at="2020-04-05")]))
    replay = newsroom.replay(answer.id)

    assert {"archive version", "passages", "answer", "short answer"} <= {one.part for one in replay.differences}
    assert replay.answer.short_answer == "21"
    assert newsroom.archive.receipts.get(answer.id).answer == answer.answer


def test_a_server_gives_receipts_and_replays(newsroom: Dateline) -> None:
    """The command line reads the same from a running server; an unknown id is named."""
    with served(newsroom) as url, RemoteDateline(url, None) as remote:
        answer = remote.ask(Ask(LAMPS))

        assert remote.receipt(answer.id) == newsroom.receipt(answer.id)
        assert remote.replay(answer.id).differences == ()
        assert httpx.get(f"{url}/v1/answers/nowhere/receipt").status_code == 404
        assert httpx.post(f"{url}/v1/answers/nowhere/replay").json()["detail"] == "There is no answer 'nowhere'."


def test_an_archive_from_before_receipts_were_whole_opens(tmp_path: Path) -> None:
    """Its answers are kept; one of then has no working, and says so; new ones have."""
    with opened(tmp_path / "archive") as dateline:
        old = dateline.ask(Ask(LAMPS))
    with sqlite3.connect(tmp_path / "archive" / "dateline.sqlite") as database:
        database.execute("DROP TABLE workings")
    database.close()

    with opened(tmp_path / "archive") as dateline:
        assert dateline.receipt(old.id).answer.answer == old.answer
        assert dateline.receipt(old.id).working is None
        with pytest.raises(AnswerNotFound, match=r"working of the answer .* was not kept"):
            dateline.replay(old.id)
        assert dateline.replay(dateline.ask(Ask(LAMPS)).id).differences == ()
