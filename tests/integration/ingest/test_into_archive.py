from __future__ import annotations

import gzip
import json
from pathlib import Path

from app.archive.archive import Archive
from ingest.pipeline import Ingester
from tests.fakes import HashEmbedder

WIRE = (
    "All news\n\nLeaders discuss the buffer zone\n\nThey spoke of it\n\n"
    "TIRANA, March 2. /ADRIA/. The two presidents spoke.\n"
)
NOTE = "---\ndate: 2020-03-01\n---\n# Bridge reopens\n\nLorries may cross it.\n"


def test_articles_of_every_format_reach_the_archive_once(tmp_path: Path) -> None:
    """Wire copy, Markdown and lines of JSON are stored, searchable, and unchanged the second time."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "wire.txt").write_text(WIRE, encoding="utf-8")
    (folder / "note.md").write_text(NOTE, encoding="utf-8")
    record = {"url": "https://courier.example/1", "title": "Ferry", "text": "The ferry sank.", "date": "2020-03-03"}
    lines = "\n".join([json.dumps(record), "{broken", json.dumps(record), json.dumps({**record, "text": "It floats."})])
    (folder / "stories.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    archive = Archive.open(tmp_path / "archive", HashEmbedder())
    try:
        first = Ingester(archive).ingest([str(folder)], published="2020")
        again = Ingester(archive).ingest([str(folder / "*.txt"), str(folder / "*.md")], published="2020")
        found = {article.title: article for article in archive.articles()}
    finally:
        archive.close()
    assert (first.added, first.updated, first.unchanged, first.failures, first.doubts) == (3, 1, 1, 1, 1)
    assert (again.added, again.updated, again.unchanged) == (0, 0, 2)
    assert found["Ferry"].text == "It floats."
    assert found["Leaders discuss the buffer zone"].published_at == "2020-03-02"
    assert first.chunks >= 4
