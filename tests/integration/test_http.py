"""The HTTP interface of a real server over the sample archive."""

import json
import threading
import time
from collections.abc import Callable
from statistics import median

import httpx
import pytest

QUESTION = "How many Turkish posts are in Idlib?"
HOSTILE = (
    "Harbour officials met on Tuesday. <script>alert('x')</script> Marker [7] and 【9】 were printed by mistake. "
    "The zebra quay has 17 lamps, the mayor said."
)


def test_ask_gives_a_cited_answer(http: httpx.Client) -> None:
    """The question on the posts is answered with the new figure, and the old one is shown."""
    answer = http.post("/v1/ask", json={"question": QUESTION}).raise_for_status().json()

    assert answer["status"] in {"answered", "conflicting"}
    assert answer["short_answer"].startswith("40")
    assert {12, 40} <= {figure["value"] for figure in answer["figures"]}
    assert [citation["number"] for citation in answer["citations"]] == list(range(1, len(answer["citations"]) + 1))


def test_citation_opens_at_the_exact_span(http: httpx.Client) -> None:
    """`highlight` of the article route returns what the citation quotes, and the page marks it."""
    answer = http.post("/v1/ask", json={"question": QUESTION}).json()

    assert answer["citations"]
    for citation in answer["citations"]:
        asked = {"highlight": "{}-{}".format(*citation["source_span"]), "version": citation["version"]}
        view = http.get(f"/v1/articles/{citation['article_id']}", params=asked).raise_for_status().json()
        page = http.get(f"/articles/{citation['article_id']}", params=asked).raise_for_status()

        assert view["highlight"]["quote"] == citation["quote"]
        assert '<mark id="cited">' in page.text
        assert "default-src 'none'" in page.headers["content-security-policy"]


def test_search_returns_scored_passages(http: httpx.Client) -> None:
    """Passages are verbatim slices, best first."""
    passages = http.post("/v1/search", json={"question": QUESTION, "top_k": 5}).raise_for_status().json()["passages"]

    assert 1 <= len(passages) <= 5
    scores = [passage["score"] for passage in passages]
    assert scores == sorted(scores, reverse=True)
    first = passages[0]
    text = http.get(f"/v1/articles/{first['article_id']}").json()["article"]["text"]
    assert text[first["start"] : first["end"]] == first["text"]


def test_search_respects_dates_and_sources(http: httpx.Client) -> None:
    """Neither a later article nor another outlet comes through the filters."""
    every = http.post("/v1/search", json={"question": "Idlib", "top_k": 50}).json()["passages"]
    outlet = every[0]["source"]

    hits = http.post("/v1/search", json={"question": "Idlib", "sources": [outlet], "as_of": "2020-02-10"}).json()

    assert hits["passages"]
    assert {passage["source"] for passage in hits["passages"]} == {outlet}
    assert all(passage["published_at"][:10] <= "2020-02-10" for passage in hits["passages"] if passage["published_at"])


def test_refusal_has_no_citations(http: httpx.Client) -> None:
    """What the archive does not say is not said; the nearest articles are offered."""
    answer = http.post("/v1/ask", json={"question": "How many submarines does Bolivia have?"}).json()

    assert answer["status"] == "not_in_archive"
    assert answer["citations"] == []
    assert answer["claims"] == []


def test_receipt_repeats_the_answer(http: httpx.Client) -> None:
    """An answer can be read again, exactly, and be judged."""
    answer = http.post("/v1/ask", json={"question": QUESTION}).json()

    receipt = http.get(f"/v1/answers/{answer['id']}").json()

    assert receipt | {"timings_ms": None} == answer | {"timings_ms": None}
    judged = http.post("/v1/feedback", json={"answer_id": answer["id"], "rating": "up", "comment": "exact"})
    assert judged.status_code == 204


def test_the_same_question_gives_the_same_answer(http: httpx.Client) -> None:
    """Byte for byte, but for the receipt's id and the times."""
    first, second = (http.post("/v1/ask", json={"question": QUESTION}).json() for _ in range(2))
    for answer in (first, second):
        del answer["id"], answer["timings_ms"]

    assert first == second


def test_follow_up_is_understood(http: httpx.Client) -> None:
    """ "who said so?" is about the answer before it."""
    conversation = f"test-{time.time_ns()}"
    http.post("/v1/ask", json={"question": QUESTION, "conversation_id": conversation})

    answer = http.post("/v1/ask", json={"question": "who said so?", "conversation_id": conversation}).json()

    assert "Mayadeen" in answer["answer"]


def test_article_is_stored_searched_and_deleted(http: httpx.Client) -> None:
    """A posted article is found at once; a deleted one leaves no trace."""
    article = {"title": "Zebra quay opens", "text": "The zebra quay opened with 17 lamps.", "source": "Harbour Post"}

    stored = http.post("/v1/articles", json={"articles": [article]}).raise_for_status().json()["stored"][0]
    again = http.post("/v1/articles", json={"articles": [article]}).json()["stored"][0]
    found = http.post("/v1/search", json={"question": "zebra quay lamps"}).json()["passages"]
    http.delete(f"/v1/articles/{stored['article_id']}").raise_for_status()
    after = http.post("/v1/search", json={"question": "zebra quay lamps"}).json()["passages"]

    assert (stored["outcome"], again["outcome"]) == ("added", "unchanged")
    assert found[0]["article_id"] == stored["article_id"]
    assert stored["article_id"] not in {passage["article_id"] for passage in after}
    assert http.get(f"/v1/articles/{stored['article_id']}").status_code == 404


def test_one_bad_article_does_not_hold_up_the_others(http: httpx.Client) -> None:
    """The good one is stored, the bad one is named by its position."""
    good = {"title": "Lamps", "text": "Seventeen lamps were lit on the zebra quay."}

    result = http.post("/v1/articles", json={"articles": [{"title": "no text"}, good]}).raise_for_status().json()

    assert [row["position"] for row in result["refused"]] == [0]
    assert result["refused"][0]["reason"]
    assert len(result["stored"]) == 1
    http.delete(f"/v1/articles/{result['stored'][0]['article_id']}")


def test_hostile_article_stays_text(http: httpx.Client, new_article: Callable[..., str]) -> None:
    """Markup in an article is shown, not run; planted markers are not taken for citations."""
    article_id = new_article(title="Quay <b>lamps</b>", text=HOSTILE, source="Harbour Post", published_at="2020-01-02")

    page = http.get(f"/articles/{article_id}").text
    answer = http.post("/v1/ask", json={"question": "How many lamps does the zebra quay have?"}).json()

    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "<b>lamps" not in page
    assert "Harbour Post · 2 January 2020" in page
    assert answer["short_answer"].startswith("17")
    markers = {citation["number"] for citation in answer["citations"]}
    assert markers == set(range(1, len(markers) + 1))


@pytest.mark.parametrize(
    ("path", "body", "status", "told"),
    [
        ("/v1/ask", {"question": ""}, 422, "question"),
        ("/v1/ask", {"question": "  \n "}, 422, "question"),
        ("/v1/ask", {"question": "why " * 25_000}, 422, "character"),
        ("/v1/ask", {"question": "when?", "as_of": "2020"}, 422, "as_of: This is no day; write one as 2020-02-28."),
        ("/v1/ask", {"question": "when?", "as_of": "2020-02-31"}, 422, "as_of"),
        ("/v1/ask", {"question": "when?", "colour": "red"}, 422, "colour: There is no such field here"),
        ("/v1/ask", {"question": "how many \ud800 posts?"}, 422, "half a character"),
        ("/v1/ask", {}, 422, "question"),
        ("/v1/search", {"question": ""}, 422, "question"),
        ("/v1/search", {"question": "x", "top_k": 0}, 422, "top_k"),
        ("/v1/articles", {"articles": []}, 422, "articles"),
        ("/v1/articles", {"articles": [{"title": "no text"}]}, 422, "text"),
        ("/v1/feedback", {"answer_id": "nope", "rating": "up"}, 404, "nope"),
    ],
)
def test_bad_input_is_one_clear_problem(http: httpx.Client, path: str, body: object, status: int, told: str) -> None:
    """Problem details that name the thing and carry the request's id."""
    reply = http.post(path, content=json.dumps(body), headers={"content-type": "application/json"})
    problem = reply.json()

    assert reply.status_code == status
    assert reply.headers["content-type"] == "application/problem+json"
    assert told in problem["detail"]
    assert problem["request_id"] == reply.headers["x-request-id"]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v1/articles/nope", 404),
        ("GET", "/v1/answers/nope", 404),
        ("DELETE", "/v1/articles/nope", 404),
        ("GET", "/v1/nothing", 404),
        ("GET", f"/v1/articles?offset={10**30}", 422),
        ("GET", f"/v1/articles/nope?version={10**30}", 422),
        ("PUT", "/v1/ask", 405),
    ],
)
def test_what_is_not_there_is_said_plainly(http: httpx.Client, method: str, path: str, status: int) -> None:
    """Unknown things are problem documents too."""
    reply = http.request(method, path)

    assert reply.status_code == status
    assert reply.headers["content-type"] == "application/problem+json"


def test_highlight_outside_the_text_is_refused(http: httpx.Client) -> None:
    """A range that is not in the article is a bad request, not an empty mark."""
    article_id = http.get("/v1/articles", params={"limit": 1}).json()["articles"][0]["article_id"]

    assert http.get(f"/v1/articles/{article_id}", params={"highlight": "5-999999"}).status_code == 422
    assert http.get(f"/v1/articles/{article_id}", params={"highlight": "9-3"}).status_code == 422
    assert http.get(f"/v1/articles/{article_id}", params={"highlight": "a-b"}).status_code == 422


def test_broken_json_is_a_problem(http: httpx.Client) -> None:
    """A body that is no JSON is named as such, with the place."""
    reply = http.post("/v1/ask", content=b"{question", headers={"content-type": "application/json"})

    assert reply.status_code == 422
    assert reply.json()["detail"].startswith("The body is no JSON: Expecting property name")
    assert reply.json()["detail"].endswith("at character 1.")


def test_json_sent_as_a_form_is_told_its_header(http: httpx.Client) -> None:
    """As `curl -d` sends it when the header is forgotten."""
    form = {"content-type": "application/x-www-form-urlencoded"}
    reply = http.post("/v1/ask", content=b'{"question": "How many posts?"}', headers=form)

    assert reply.status_code == 422
    assert "content-type: application/json" in reply.json()["hint"]


@pytest.mark.parametrize("path", ["/", "/healthz", "/v1/status", "/static/main.js"])
def test_head_is_get_without_the_body(http: httpx.Client, path: str) -> None:
    """As uptime checks and link checkers ask."""
    asked = {"accept-encoding": "identity"}
    head, get = http.head(path, headers=asked), http.get(path, headers=asked)

    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["content-length"] == str(len(get.content))


def test_too_large_a_body_is_refused(http: httpx.Client) -> None:
    """50 MB are not read into memory."""
    reply = http.post("/v1/articles", content=b"x" * (50 << 20), headers={"content-type": "application/json"})

    assert reply.status_code == 413
    assert "20 MB" in reply.json()["detail"]


def test_server_says_how_it_is(http: httpx.Client) -> None:
    """Alive, ready, with counts, metrics and documented examples."""
    http.post("/v1/ask", json={"question": QUESTION})

    assert http.get("/healthz").json()["status"] == "ok"
    ready = http.get("/readyz").json()
    assert ready["articles"] >= 80
    assert 'dateline_requests_total{route="/v1/ask",status="200"}' in http.get("/metrics").text
    schemas = http.get("/openapi.json").json()["components"]["schemas"]
    assert schemas["AskRequest"]["examples"]
    assert http.get("/docs").status_code == 200


def test_questions_do_not_hold_up_other_requests(http: httpx.Client, base_url: str) -> None:
    """While sixteen askers wait for one another, the event loop answers others at once, however slow the machine."""
    stop = threading.Event()
    asked: list[float] = []

    def keep_asking() -> None:
        with httpx.Client(base_url=base_url, timeout=60) as client:
            while not stop.is_set():
                started = time.perf_counter()
                client.post("/v1/ask", json={"question": QUESTION})
                asked.append(time.perf_counter() - started)

    askers = [threading.Thread(target=keep_asking) for _ in range(16)]
    for asker in askers:
        asker.start()
    try:
        while len(asked) < len(askers):
            time.sleep(0.02)
        others = [_seconds(http) for _ in range(20)]
    finally:
        stop.set()
        for asker in askers:
            asker.join()

    assert median(others) < median(asked) / 2


def _seconds(http: httpx.Client) -> float:
    started = time.perf_counter()
    http.get("/healthz").raise_for_status()
    return time.perf_counter() - started
