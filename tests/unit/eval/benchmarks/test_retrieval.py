import json
from pathlib import Path

import pytest

from app.models import Passage
from eval.benchmarks.retrieval import Latency, report, score
from eval.benchmarks.rivals import bm25_search, stock_pieces
from eval.cases import Case, GoldCitation

PAGES = [
    {"url": "https://a.example/posts", "text": "Turkey has forty posts in Idlib. " * 60},
    {"url": "https://a.example/flowers", "text": "The flower show opens on Sunday."},
]


def test_stock_chunks_have_at_most_a_thousand_characters_and_overlap() -> None:
    """The stock recipe cuts a long page into overlapping chunks and leaves a short one whole."""
    pieces = stock_pieces(PAGES)
    assert max(len(piece.text) for piece in pieces) <= 1_000
    assert sum(len(piece.text) for piece in pieces if piece.url.endswith("posts")) > len(PAGES[0]["text"])
    assert pieces[-1] == ("The flower show opens on Sunday.", "https://a.example/flowers")


@pytest.mark.parametrize(
    ("question", "url"), [("When do flowers open?", "flowers"), ("How many posts: (Idlib)?", "posts")]
)
def test_bm25_finds_by_stem(question: str, url: str) -> None:
    """The rival finds other endings of a word and is not confused by the question's punctuation."""
    assert (bm25_search(stock_pieces(PAGES))(question)[0].url or "").endswith(url)


def test_score_gives_a_hit_for_each_budget() -> None:
    """An answer after 300 words is a hit within 1,000 only."""
    text = "word " * 400 + "forty"
    case = Case(id="1", question="How many?", answers=("forty",), citations=(GoldCitation(article_id="a"),))
    passage = Passage("a", 1, 0, len(text), text, "", None, None, None, 1.0)
    assert score([case], lambda _: [passage]) == [[0.0, 1.0]]


def test_report_shows_the_gain_and_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both halves, the paired gain and the latency are printed and stored."""
    stock, ours = [[0.0, 0.0], [0.0, 1.0]], [[1.0, 1.0], [0.0, 1.0]]
    out = tmp_path / "deep" / "retrieval.json"
    report({"langchain": stock, "bm25": stock, "dateline": ours}, [Latency("none", 3.5, 7.0, 2.0)], {"chunks": 9}, out)
    written = json.loads(out.read_text(encoding="utf-8"))
    gains = {row["words"]: row for row in written["hits"] if row["name"] == "dateline - langchain"}
    assert gains[300]["all"]["value"] == 0.5
    assert (gains[300]["even"]["value"], gains[300]["odd"]["value"]) == (1.0, 0.0)
    assert written["chunks"] == 9
    assert "ratio 2.0" in capsys.readouterr().out
