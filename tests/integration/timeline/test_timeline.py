"""Figures over time from the sample archive: through a real server, the command line and picture files."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest
from PIL import Image

from app.errors import DatelineError
from app.timeline.picture import save_picture
from app.timeline.series import Timeline
from tests.integration.conftest import dateline
from tests.unit.timeline.test_marks import timeline

DISPLACED = "How many people have been displaced in Idlib?"
SOLDIERS = "How many Turkish soldiers were killed in Idlib in the last week of February?"


def test_the_series_is_in_order_and_every_point_is_cited(http: httpx.Client) -> None:
    """Each point's sentence stands in its article; the figure that the answer gives is among the current ones."""
    found = http.get("/v1/timeline", params={"question": DISPLACED}).raise_for_status().json()
    answer = http.post("/v1/ask", json={"question": DISPLACED}).json()

    days = [point["day"] for point in found["points"] if point["day"]]
    assert days == sorted(days)
    assert len(days) >= 6
    current = {point["figure"]["value"] for point in found["points"] if point["figure"]["status"] == "current"}
    assert answer["figures"][0]["value"] in current
    assert found["points"][-1]["figure"]["value"] in current
    assert {point["source"] for point in found["points"]} >= {"CDP", "Levant Ledger", "Marmara Courier"}
    for point in found["points"]:
        citation = found["citations"][point["figure"]["citation"] - 1]
        span = "{}-{}".format(*citation["source_span"])
        view = http.get(f"/v1/articles/{citation['article_id']}", params={"highlight": span}).json()
        assert view["highlight"]["quote"] == citation["quote"]


def test_as_of_hides_later_figures(http: httpx.Client) -> None:
    """Nothing is shown that was published after the asked day."""
    asked = {"question": DISPLACED, "as_of": "2020-02-14"}
    found = http.get("/v1/timeline", params=asked).raise_for_status().json()

    assert found["points"][-1]["figure"]["value"] == 800_000
    assert all(citation["published_at"][:10] <= "2020-02-14" for citation in found["citations"])


def test_conflicting_figures_keep_their_status(http: httpx.Client) -> None:
    """Two counts of one day stand against each other."""
    found = http.get("/v1/timeline", params={"question": SOLDIERS}).raise_for_status().json()

    conflicting = {p["figure"]["value"]: p["day"] for p in found["points"] if p["figure"]["status"] == "conflicting"}
    assert found["status"] == "conflicting"
    assert conflicting == {34: "2020-02-29", 36: "2020-02-29"}


@pytest.mark.parametrize("question", ["How many submarines does Bolivia have?", "Who opened the bridge?"])
def test_without_figures_there_is_no_series(http: httpx.Client, question: str) -> None:
    """An unknown count and a question for no count have status not_in_archive and no points."""
    found = http.get("/v1/timeline", params={"question": question}).raise_for_status().json()

    assert (found["status"], found["points"], found["citations"]) == ("not_in_archive", [], [])


@pytest.mark.parametrize("params", [{}, {"question": " "}, {"question": "How many?", "as_of": "soon"}, {"q": "x"}])
def test_a_bad_request_is_a_problem_document(http: httpx.Client, params: dict[str, str]) -> None:
    """No question, an empty one, a day that is none, an unknown parameter."""
    reply = http.get("/v1/timeline", params=params)

    assert reply.status_code == 422
    assert reply.headers["content-type"] == "application/problem+json"


def test_the_command_prints_and_draws(base_url: str, sample_archive: Path, tmp_path: Path) -> None:
    """The running server's series as a table and as characters, as JSON, and as a picture."""
    del base_url  # the server runs, and the command must go through it
    picture = tmp_path / "displaced.svg"
    shown = dateline("timeline", DISPLACED, "--plot", "--picture", str(picture), archive=sample_archive)
    told = json.loads(dateline("timeline", DISPLACED, "--json", archive=sample_archive).stdout)

    assert shown.returncode == 0, shown.stderr
    assert "2020-02-13" in shown.stdout
    assert "▲ 520k" in shown.stdout
    assert "1m ▼" in shown.stdout
    assert "</svg>" in picture.read_text()
    assert told["points"][-1]["figure"]["value"] == 1_000_000


POINTS: Timeline = timeline(
    ("2020-01-01", 12, "earlier", "Harbour Post"),
    ("2020-02-20", 40, "conflicting", "Wire"),
    ("2020-02-20", 58, "conflicting", "Coast Courier"),
)


def test_a_png_is_a_real_picture(tmp_path: Path) -> None:
    """It opens, is large enough to read, and is not one colour."""
    save_picture(POINTS, tmp_path / "posts.png")

    with Image.open(tmp_path / "posts.png") as picture:
        assert picture.width >= 1_000
        assert len(picture.convert("RGB").getcolors(1 << 24)) > 20


def test_an_svg_is_the_same_every_time(tmp_path: Path) -> None:
    """No time stamp and no random ids, so that a picture can be kept under version control."""
    for name in ("one.svg", "two.svg"):
        save_picture(POINTS, tmp_path / name)

    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()


def test_a_legend_tells_what_the_marks_mean(tmp_path: Path) -> None:
    """Hollow and ringed, each only where there is one; an SVG names its words in comments."""
    save_picture(POINTS, tmp_path / "both.svg")
    save_picture(timeline(("2020-01-01", 12, "current", "Harbour Post")), tmp_path / "neither.svg")
    both, neither = ((tmp_path / name).read_text() for name in ("both.svg", "neither.svg"))

    assert "hollow: earlier" in both
    assert "conflicting" in both
    assert "hollow" not in neither


@pytest.mark.parametrize(
    ("points", "name", "told"),
    [(timeline((None, 4, "earlier", "a")), "posts.svg", "nothing to draw"), (POINTS, "none/posts.svg", "No such file")],
)
def test_what_cannot_be_drawn_is_said(points: Timeline, name: str, told: str, tmp_path: Path) -> None:
    """A series without a day and a folder that is not there."""
    with pytest.raises(DatelineError, match=told):
        save_picture(points, tmp_path / name)


def test_another_format_is_refused_before_anything_is_asked(tmp_path: Path) -> None:
    """The archive is not even opened."""
    done = dateline("timeline", DISPLACED, "--picture", "posts.gif", archive=tmp_path / "none")

    assert done.returncode == 1
    assert "End the name in one of .png, .svg, .pdf" in done.stderr
    assert not (tmp_path / "none").exists()
