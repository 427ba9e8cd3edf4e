from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from app.errors import MalformedArticle
from ingest.pipeline import Ingester, IngestProgress, IngestReport
from tests.unit.ingest.fakes import FakeArchive


def jsonl(*records: dict[str, object] | str) -> bytes:
    lines = (record if isinstance(record, str) else json.dumps(record) for record in records)
    return ("\n".join(lines) + "\n").encode()


def story(number: int, text: str = "It rained in Hama.", **more: object) -> dict[str, object]:
    return {"url": f"https://courier.example/{number}", "title": f"Story {number}", "text": text, **more}


@pytest.fixture
def archive() -> FakeArchive:
    return FakeArchive()


def ingest(archive: FakeArchive, *sources: object, published: str | None = None) -> IngestReport:
    return Ingester(archive, max_article_mb=1).ingest([str(source) for source in sources], published=published)


def test_files_folders_and_globs_are_taken_in_once(archive: FakeArchive, tmp_path: Path) -> None:
    """A folder and a glob that name the same file again add nothing; what is no article is counted."""
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "a.jsonl").write_bytes(jsonl(story(1), story(2)))
    (tmp_path / "in" / "deep" / "b.jsonl.gz").write_bytes(gzip.compress(jsonl(story(3))))
    (tmp_path / "in" / "deep" / "c.txt").write_text("A title\n\nIt rained in Homs.\n")
    (tmp_path / "in" / "logo.png").write_bytes(b"\x89PNG")
    (tmp_path / "in" / ".hidden.txt").write_text("not this")
    report = ingest(archive, tmp_path / "in", tmp_path / "in" / "*.jsonl", tmp_path / "**" / "*.txt")
    assert (report.added, report.ignored, report.failures) == (4, 1, 0)
    assert report.ok


def test_ingesting_twice_changes_nothing(archive: FakeArchive, tmp_path: Path) -> None:
    """The second run finds everything unchanged."""
    (tmp_path / "a.jsonl").write_bytes(jsonl(story(1), story(2)))
    assert ingest(archive, tmp_path).added == 2
    before = dict(archive.articles)
    report = ingest(archive, tmp_path)
    assert (report.added, report.updated, report.unchanged) == (0, 0, 2)
    assert archive.articles == before


def test_a_changed_text_is_an_update(archive: FakeArchive, tmp_path: Path) -> None:
    """The address stays, the text is new."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(jsonl(story(1)))
    ingest(archive, path)
    path.write_bytes(jsonl(story(1, "It poured in Hama.")))
    report = ingest(archive, path)
    assert (report.added, report.updated, report.doubts) == (0, 1, 0)


def test_bad_lines_are_named_and_the_rest_goes_on(archive: FakeArchive, tmp_path: Path) -> None:
    """File and line, why, and what to do."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        jsonl(story(1), "{broken", "", '"a string"', {"title": "no text"}, story(2), story(3, date="05/04/2017"))
        + b'{"text": "\xff"}\n'
        + jsonl({"text": "x" * 1_100_000}, story(4))
    )
    report = ingest(archive, path)
    assert report.added == 3
    assert [(failure.source.rsplit(" ", 1)[1], bool(failure.hint)) for failure in report.failed] == [
        (line, True) for line in ("2", "4", "5", "7", "8", "9")
    ]
    reasons = " ".join(failure.reason for failure in report.failed)
    for part in (
        "not valid JSON",
        "JSON str, not an object",
        "no text",
        "with certainty",
        "not UTF-8",
        "longer than the 1 MB",
    ):
        assert part in reasons


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.md", b"\n \n", "is empty"),
        ("binary.txt", bytes(range(256)) * 10, "is binary"),
        ("large.txt", b"word " * 300_000, "larger than the 1 MB"),
        ("large.txt.gz", gzip.compress(b"word " * 300_000), "larger than the 1 MB"),
        ("damaged.txt", "Il était là, à côté. ".encode() * 5 + b"\xff", "damaged UTF-8"),
        ("not.txt.gz", b"plain words", "not whole gzip"),
        ("scripts.html", b"<html><script>x()</script></html>", "No article text"),
        ("broken.json", b"{", "not valid JSON"),
        ("feed.xml", b"<note/>", "is not a feed"),
        ("report.pdf", b"%PDF-1.7", "cannot be read as a PDF"),
        ("report.docx", b"PK", "cannot be read as a Word document"),
        ("report.odt", b"PK", "no known format"),
    ],
)
def test_a_bad_file_is_one_failure_and_its_neighbour_is_stored(
    archive: FakeArchive, tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    """One clear sentence with the file's name and the next step."""
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text("A title\n\nIt rained in Homs.\n")
    report = ingest(archive, tmp_path / name, tmp_path / "good.txt")
    assert (report.added, report.failures, report.ok) == (1, 1, False)
    assert reason in report.failed[0].reason
    assert name in report.failed[0].source
    assert report.failed[0].hint


def test_what_came_before_the_damage_of_a_compressed_file_is_kept(archive: FakeArchive, tmp_path: Path) -> None:
    """A download that broke off loses only its end."""
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(gzip.compress(jsonl(*(story(number) for number in range(500))), compresslevel=0)[:-2_000])
    report = ingest(archive, path)
    assert 0 < report.added < 500
    assert (report.failures, "not whole gzip" in report.failed[-1].reason) == (1, True)


@pytest.mark.parametrize("source", ["missing.txt", "missing/*.txt", "missing/"])
def test_a_source_that_does_not_exist_is_a_failure(archive: FakeArchive, tmp_path: Path, source: str) -> None:
    """A typing error is not silently nothing."""
    report = ingest(archive, f"{tmp_path}/{source}")
    assert (report.failures, report.failed[0].reason.endswith("does not exist.")) == (1, True)


def test_a_fifty_megabyte_file_is_refused_without_being_read_whole(archive: FakeArchive, tmp_path: Path) -> None:
    """The limit is met after reading that much."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert "larger than the 1 MB" in ingest(archive, path).failed[0].reason


def test_an_identical_duplicate_is_unchanged(archive: FakeArchive, tmp_path: Path) -> None:
    """The same record twice is one article."""
    (tmp_path / "a.jsonl").write_bytes(jsonl(story(1), story(1)))
    report = ingest(archive, tmp_path)
    assert (report.added, report.unchanged, report.doubts) == (1, 1, 0)


def test_a_differing_duplicate_with_an_earlier_date_does_not_replace_the_later_one(
    archive: FakeArchive, tmp_path: Path
) -> None:
    """The order of lines does not turn a correction back; the report says so."""
    (tmp_path / "a.jsonl").write_bytes(
        jsonl(story(1, "New text.", date="2020-03-02"), story(1, "Old text.", date="2020-03-01"))
    )
    report = ingest(archive, tmp_path)
    assert (report.added, report.updated, report.unchanged, report.doubts) == (1, 0, 1, 1)
    assert "later one stays" in report.warnings[0].reason
    assert archive.titled("Story 1").text == "New text."


def test_a_differing_duplicate_that_is_not_earlier_is_a_new_version_and_reported(
    archive: FakeArchive, tmp_path: Path
) -> None:
    """It may be a correction, or two articles under one id: a person should look."""
    (tmp_path / "a.jsonl").write_bytes(jsonl(story(1, "Old text."), story(1, "New text.")))
    report = ingest(archive, tmp_path)
    assert (report.added, report.updated, report.doubts) == (1, 1, 1)
    assert "line 2" in report.warnings[0].source
    assert archive.titled("Story 1").text == "New text."


def test_progress_counts_to_the_planned_total(archive: FakeArchive, tmp_path: Path) -> None:
    """From the start, and failures count too, so that the bar ends full."""
    (tmp_path / "a.jsonl").write_bytes(jsonl(story(1), "{broken", story(2)))
    (tmp_path / "b.txt").write_text("A title\n\nIt rained in Homs.\n")
    seen: list[IngestProgress] = []
    Ingester(archive).ingest([str(tmp_path), str(tmp_path / "missing.txt")], on_progress=seen.append)
    assert [now.done for now in seen] == [0, 1, 2, 3, 4, 5]
    assert {now.total for now in seen} == {5}
    assert all(now.rate > 0 and now.current for now in seen[1:])


def test_published_dates_what_nothing_else_dates(archive: FakeArchive, tmp_path: Path) -> None:
    """And a day without a year is reported when it is not given."""
    (tmp_path / "w.txt").write_text("A title here\n\nROME, March 2. /ITA/. It rained.\n")
    assert "without a year" in ingest(archive, tmp_path).warnings[0].reason
    assert ingest(archive, tmp_path, published="2020-03-02").updated == 1
    assert archive.titled("A title").published_at == "2020-03-02"
    with pytest.raises(MalformedArticle, match="is no date"):
        ingest(archive, tmp_path, published="March")


def test_a_day_still_to_come_is_a_doubt(archive: FakeArchive, tmp_path: Path) -> None:
    """Stored as it says, and a person should look."""
    (tmp_path / "a.jsonl").write_bytes(jsonl(story(1, date="2999-01-01"), story(2)))
    report = ingest(archive, tmp_path)
    assert (report.added, report.doubts) == (2, 1)
    assert "dated 2999-01-01, a day still to come" in report.warnings[0].reason


def test_the_report_is_plain_json(archive: FakeArchive, tmp_path: Path) -> None:
    """For --json and for machines."""
    (tmp_path / "a.jsonl").write_bytes(jsonl(story(1), "{broken"))
    plain = json.loads(json.dumps(ingest(archive, tmp_path).to_json()))
    assert (plain["added"], plain["failures"], plain["chunks"]) == (1, 1, 1)
    assert set(plain["failed"][0]) == {"source", "reason", "hint"}


def test_nothing_to_ingest_is_an_empty_report(archive: FakeArchive, tmp_path: Path) -> None:
    """An empty folder is no error."""
    report = ingest(archive, tmp_path)
    assert report.ok
    assert report.added == 0
