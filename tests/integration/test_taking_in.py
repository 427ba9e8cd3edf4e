"""Files and addresses handed to a running server, and what it then covers."""

import json
from collections.abc import Iterator

import httpx
import pytest

from tests.integration.chat.newsroom import opened, served

STORIES = "\n".join(json.dumps({"title": f"Pier {n}", "text": f"Pier {n} has {n} lamps."}) for n in range(1, 4))


@pytest.fixture(scope="module")
def taking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of a server that holds three articles."""
    with (
        opened(tmp_path_factory.mktemp("taking-in")) as dateline,
        served(dateline) as url,
        httpx.Client(base_url=url, timeout=30) as client,
    ):
        yield client


def test_a_file_is_taken_in_once(taking: httpx.Client) -> None:
    """The report counts what is new; sending it again changes nothing."""
    first, again = (taking.post("/v1/ingest/piers.jsonl", content=STORIES).raise_for_status().json() for _ in range(2))

    assert (first["added"], first["unchanged"], first["failures"]) == (3, 0, 0)
    assert (again["added"], again["unchanged"]) == (0, 3)


def test_progress_comes_before_the_report(taking: httpx.Client) -> None:
    """Who accepts events hears each article and then the same report."""
    reply = taking.post("/v1/ingest/piers.jsonl", content=STORIES, headers={"accept": "text/event-stream"})
    names = [line.removeprefix("event: ") for line in reply.text.splitlines() if line.startswith("event: ")]
    bodies = [json.loads(line.removeprefix("data: ")) for line in reply.text.splitlines() if line.startswith("data: ")]

    assert names == ["progress"] * 4 + ["report"]
    assert bodies[:-1] == [{"done": done, "total": 3} for done in range(4)]
    assert bodies[-1]["unchanged"] + bodies[-1]["added"] == 3


def test_a_day_completes_articles_without_one(taking: httpx.Client) -> None:
    """`published` is used as `--published` is."""
    taking.post(
        "/v1/ingest/undated.txt?published=2020-02-28", content="Undated pier\n\nThe pier reopened."
    ).raise_for_status()

    newest = taking.get("/v1/articles", params={"limit": 10}).json()["articles"]

    assert "2020-02-28" in {article["published_at"] for article in newest}


def test_what_cannot_be_read_is_listed_and_kept(taking: httpx.Client) -> None:
    """The rest goes on; the last report can be read again."""
    report = taking.post("/v1/ingest/mixed.jsonl", content='{"title": "no text"}\n' + STORIES).json()

    assert (report["failures"], report["unchanged"] + report["added"]) == (1, 3)
    assert report["failed"][0]["reason"]
    assert taking.get("/v1/ingest").json() == report


def test_private_addresses_are_not_fetched(taking: httpx.Client) -> None:
    """A server does not reach into its own network for a client."""
    report = taking.post("/v1/ingest", json={"urls": ["http://127.0.0.1:9/story"]}).raise_for_status().json()

    assert report["failures"] == 1
    assert "127.0.0.1" in report["failed"][0]["source"]


@pytest.mark.parametrize(
    ("path", "body", "status", "told"),
    [
        ("/v1/ingest", {"urls": ["/etc/hostname"]}, 422, "urls"),
        ("/v1/ingest", {"urls": ["file:///etc/hostname"]}, 422, "urls"),
        ("/v1/ingest", {"urls": []}, 422, "urls"),
        ("/v1/ingest/photo.png", {}, 422, "photo.png"),
        ("/v1/ingest/story.json?published=someday", {}, 422, "published"),
    ],
)
def test_what_cannot_be_taken_in_is_one_clear_problem(
    taking: httpx.Client, path: str, body: object, status: int, told: str
) -> None:
    """The server's own files stay its own; a file of no known kind is named."""
    reply = taking.post(path, json=body)

    assert reply.status_code == status
    assert told in reply.json()["detail"]


def test_pages_of_other_sites_may_not_add_articles(taking: httpx.Client) -> None:
    """A browser says where a request comes from; another site's is refused."""
    reply = taking.post("/v1/ingest/piers.jsonl", content=STORIES, headers={"sec-fetch-site": "cross-site"})

    assert reply.status_code == 403


def test_coverage_counts_every_article_twice(taking: httpx.Client) -> None:
    """Once under its source and once under its month; what has none is counted as such."""
    coverage = taking.get("/v1/coverage").json()
    articles = taking.get("/v1/status").json()["articles"]

    assert sum(share["articles"] for share in coverage["sources"]) == articles
    assert sum(share["articles"] for share in coverage["months"]) == articles
    assert {"name": "Coast Courier", "articles": 2} in coverage["sources"]
    assert [share["name"] for share in coverage["months"] if share["name"]] == ["2020-01", "2020-02", "2020-03"]
