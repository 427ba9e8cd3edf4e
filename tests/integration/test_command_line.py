"""The `dateline` command as a person or a script uses it."""

import json
import re
import signal
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from click.testing import Result
from typer.testing import CliRunner

from app.cli.commands import app
from tests.integration.conftest import ROOT, SAMPLE, dateline, serving

QUESTION = "How many Turkish posts are in Idlib?"
COMMANDS = [
    "ask",
    "search",
    "ingest",
    "export",
    "delete",
    "status",
    "serve",
    "reindex",
    "doctor",
    "demo",
    "eval run",
    "eval compare",
    "eval report",
    "eval new",
    "eval import",
    "eval export",
    "slack",
    "slack watch",
    "watch",
    "timeline",
    "replay",
    "read",
]


def stored_figures(archive: Path) -> int:
    """How many figures an archive holds."""
    with closing(sqlite3.connect(archive / "dateline.sqlite")) as database:
        return int(database.execute("SELECT count(*) FROM figures").fetchone()[0])


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(command: str) -> None:
    """Every command explains itself."""
    done = CliRunner().invoke(app, [*command.split(), "--help"], prog_name="dateline")

    assert done.exit_code == 0
    assert done.stdout.count(f"dateline {command}") > 1  # once as usage


def test_ctrl_c_while_it_loads_prints_no_traceback() -> None:
    """Starting takes a second; who gives up in it sees nothing but the prompt."""
    code = (
        "import signal, sys\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        name != 'app.cli.commands' or signal.raise_signal(signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "from app.cli import main\n"
        "main()"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_ask_prints_answer_sources_and_quotes(sample_archive: Path) -> None:
    """Readable for people."""
    done = dateline("ask", QUESTION, archive=sample_archive)

    assert done.returncode == 0, done.stderr
    assert "40" in done.stdout.splitlines()[0]
    assert "[1]" in done.stdout
    assert "“" in done.stdout


def test_ask_prints_the_wire_format(sample_archive: Path) -> None:
    """--json is the HTTP answer."""
    answer = json.loads(dateline("ask", QUESTION, "--json", archive=sample_archive).stdout)

    assert answer["short_answer"].startswith("40")
    assert answer["citations"][0]["source_span"][0] < answer["citations"][0]["source_span"][1]


def test_an_explained_answer_can_be_given_again(sample_archive: Path) -> None:
    """The receipt is printed with its passages and verdicts, and `replay` finds no difference."""
    told = dateline("ask", QUESTION, "--explain", archive=sample_archive).stdout
    receipt = json.loads(dateline("ask", QUESTION, "--explain", "--json", archive=sample_archive).stdout)
    replayed = dateline("replay", receipt["answer"]["id"], archive=sample_archive)
    unknown = dateline("replay", "nowhere", archive=sample_archive)

    assert "Passages (" in told
    assert "supported: 40" in told
    assert receipt["working"]["found"][0]["place"]["span"]
    assert (replayed.returncode, replayed.stdout.split(":")[0]) == (0, "The same answer again")
    assert (unknown.returncode, "There is no answer 'nowhere'" in unknown.stderr) == (1, True)


def test_a_cited_place_can_be_read_in_its_article(sample_archive: Path, http: httpx.Client) -> None:
    """Whole and as it is stored; what is not there is named."""
    citation = http.post("/v1/ask", json={"question": QUESTION}).json()["citations"][0]
    article_id, (start, end) = citation["article_id"], citation["source_span"]

    def read(*words: str) -> Result:
        return CliRunner().invoke(app, ["read", *words, "--archive", str(sample_archive)])

    told = read(f"{article_id}:{citation['version']}:{start}-{end}").stdout
    article = json.loads(read(article_id, "--json").stdout)

    assert citation["title"] in told.splitlines()[0]
    assert citation["quote"] in " ".join(told.split())
    assert article["text"][start:end] == citation["quote"]
    assert "version 9, is not in the archive" in str(read(f"{article_id}:9").exception)
    assert "is no place in an article" in str(read("a:b").exception)


def test_as_of_hides_what_came_later(sample_archive: Path) -> None:
    """No citation is younger than the asked day."""
    done = dateline(
        "ask", "How many people were displaced in Idlib?", "--as-of", "2020-01-31", "--json", archive=sample_archive
    )

    days = [row["published_at"][:10] for row in json.loads(done.stdout)["citations"] if row["published_at"]]
    assert all(day <= "2020-01-31" for day in days)


def test_ingest_reports_and_repeats_to_nothing(tmp_path: Path) -> None:
    """The same folder twice: added, then unchanged."""
    archive, story = tmp_path / "archive", tmp_path / "story.md"
    story.write_text("---\ntitle: Lamps\nsource: Harbour Post\ndate: 2020-01-02\n---\n\nSeventeen lamps were lit.\n")

    first = json.loads(dateline("ingest", str(story), "--json", archive=archive).stdout)
    second = json.loads(dateline("ingest", str(story), "--json", archive=archive).stdout)

    assert (first["added"], first["unchanged"]) == (1, 0)
    assert (second["added"], second["unchanged"]) == (0, 1)


def test_one_bad_file_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    """Exit code 3, the reason on the screen, the good article stored."""
    archive = tmp_path / "archive"
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "good.txt").write_text("Lamps lit\n\nHARBOUR, January 2. /HP/. Seventeen lamps were lit.\n")
    (tmp_path / "stories" / "empty.txt").write_text("")
    (tmp_path / "stories" / "map.png").write_bytes(b"\x89PNG")

    done = dateline("ingest", str(tmp_path / "stories"), archive=archive)

    assert done.returncode == 3
    assert "1 added" in done.stdout
    assert "empty.txt is empty" in done.stdout
    assert "promise no article: 1" in done.stdout


def test_commands_use_the_running_server(tmp_path: Path) -> None:
    """With a server on the archive, ask, ingest, delete and status go through it."""
    archive, story = tmp_path / "archive", tmp_path / "story.txt"
    story.write_text(
        "Zebra quay opens\n\nHARBOUR, January 2, 2020. /HP/. The zebra quay has 17 lamps, the mayor said.\n"
    )

    with serving(archive) as (_, server):
        added = json.loads(dateline("ingest", str(story), "--json", archive=archive).stdout)
        answer = json.loads(
            dateline("ask", "How many lamps does the zebra quay have?", "--json", archive=archive).stdout
        )
        reindexed = dateline("reindex", archive=archive)
        article_id = answer["citations"][0]["article_id"]
        exported = json.loads(dateline("export", archive=archive).stdout)
        deleted = dateline("delete", article_id, archive=archive)
        again = dateline("delete", article_id, archive=archive)
        status = json.loads(dateline("status", "--json", archive=archive).stdout)
        server.send_signal(signal.SIGKILL)
        server.wait()
        alone = json.loads(dateline("status", "--json", archive=archive).stdout)

    assert added["added"] == 1
    assert answer["short_answer"].startswith("17")
    assert reindexed.returncode == 1
    assert "Stop it" in reindexed.stderr
    assert (exported["article_id"], exported["title"]) == (article_id, "Zebra quay opens")
    assert (deleted.returncode, again.returncode) == (0, 1)
    assert status["articles"] == alone["articles"] == 0


@pytest.mark.usefixtures("base_url")  # asking a server loads no model
def test_status_reads_as_a_person_reads(sample_archive: Path) -> None:
    """Outlets by name, days in words, size in units; the raw counts are for programs."""
    words = ["status", "--archive", str(sample_archive)]
    told = " ".join(CliRunner().invoke(app, words).stdout.split())
    raw = json.loads(CliRunner().invoke(app, [*words, "--json"]).stdout)

    assert re.search(r"outlets BWR \(\d+\), .*published 16 May 2018 to .* 2020", told)
    assert re.search(r"size \d+\.\d MB", told)
    assert raw["bytes_on_disk"] > 1_000_000


def test_exported_articles_come_back_as_themselves(sample_archive: Path, tmp_path: Path) -> None:
    """Whatever cleaning does to a text for the first time, it does nothing the second time."""
    backup = tmp_path / "backup.jsonl"

    done = dateline("export", str(backup), archive=sample_archive)
    again = json.loads(dateline("ingest", str(backup), "--json", archive=sample_archive).stdout)

    assert done.returncode == 0, done.stderr
    held = len(backup.read_text(encoding="utf-8").splitlines())
    assert (again["unchanged"], again["failures"]) == (held, 0)
    assert held > 80


@pytest.mark.parametrize("command", [["ask", "who?"], ["status"], ["search", "x"], ["reindex"], ["watch"]])
def test_a_mistyped_archive_is_told_and_not_made(command: list[str], tmp_path: Path) -> None:
    """Only what fills an archive makes one."""
    done = dateline(*command, archive=tmp_path / "achive")

    assert done.returncode == 1
    assert "There is no archive in the folder" in done.stderr
    assert not (tmp_path / "achive").exists()


def test_an_article_that_is_found_can_be_deleted(tmp_path: Path) -> None:
    """`search` prints the id that `delete` takes, and stands in for a title with it."""
    archive, story = tmp_path / "archive", tmp_path / "story.jsonl"
    story.write_text('{"text": "Seventeen lamps were lit at the zebra quay.", "title": ""}\n')
    dateline("ingest", str(story), archive=archive)

    found = dateline("search", "zebra quay", archive=archive).stdout
    article_id = found.split("article ")[1].split()[0]
    deleted = dateline("delete", article_id, archive=archive)

    assert found.startswith(f"1. {article_id} (unknown source, no date)")
    assert deleted.returncode == 0


def test_a_refused_deletion_is_no_deletion(tmp_path: Path) -> None:
    """Without the server's key nothing is deleted, and nothing else is said."""
    archive = tmp_path / "archive"
    with serving(archive, DATELINE_API_KEY="right"):
        done = dateline("delete", "3f2a91c04b7d8e65", archive=archive, DATELINE_API_KEY="wrong")

    assert done.returncode == 1
    assert "wants its key" in done.stderr
    assert "deleted" not in done.stdout


def test_port_in_use_is_told_before_anything_loads(tmp_path: Path) -> None:
    """One sentence with the port, and what to type instead."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = dateline("serve", "--port", port, archive=tmp_path)

    assert done.returncode == 1
    assert f"127.0.0.1:{port} is already in use" in done.stderr
    assert "--port" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["ask", ""], "question"),
        (["ask", "x" * 100_000], "character"),
        (["ask", "when?", "--as-of", "soon"], "soon"),
        (["ask", "when?", "--writer", "poet"], "poet"),
        (["ingest", "no/such/file.txt"], "no/such/file.txt"),
        (["serve", "--host", "192.0.2.1"], "Name an address of this machine with --host"),
        (["eval", "import", "azure", "no/such.jsonl"], "no/such.jsonl cannot be read: No such file or directory."),
    ],
)
def test_bad_input_is_one_sentence(sample_archive: Path, arguments: list[str], told: str) -> None:
    """No traceback, a non-zero exit code, the thing named."""
    done = dateline(*arguments, archive=sample_archive)

    assert done.returncode != 0
    assert told in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [["ask", "who?", "--as-of"], ["ingest", "a.txt", "--published"]])
def test_a_day_that_is_none_is_told_in_words(command: list[str]) -> None:
    """No pattern of a programming language."""
    done = CliRunner().invoke(app, [*command, "2020-13-01"])

    assert done.exit_code == 2
    assert "is no day; write one as 2020-02-28" in " ".join(done.stderr.replace("│", " ").split())


def test_bad_setting_names_its_variable(tmp_path: Path) -> None:
    """A setting out of range is told with its name."""
    done = dateline("status", archive=tmp_path, DATELINE_TOP_K="0")

    assert done.returncode == 1
    assert "DATELINE_TOP_K" in done.stderr


def test_doctor_says_what_was_chosen_and_why(sample_archive: Path) -> None:
    """Backend, agreement and archive, one line each; it looks and touches nothing."""
    before = stored_figures(sample_archive)
    done = dateline("doctor", "--json", archive=sample_archive)

    findings = {finding["subject"]: finding for finding in json.loads(done.stdout)}
    assert done.returncode == 0, done.stdout
    assert {"embedding model", "embedding backend", "archive"} <= set(findings)
    assert stored_figures(sample_archive) == before > 0


def test_a_served_archive_is_examined_all_the_same(sample_archive: Path, base_url: str) -> None:
    """`doctor` asks its server; a server without Slack says so to `slack watch`."""
    examined = dateline("doctor", archive=sample_archive)
    watching = CliRunner().invoke(app, ["slack", "watch", "--archive", str(sample_archive)])

    assert f"archive: served at {base_url}: " in examined.stdout
    assert "does not answer in Slack" in str(watching.exception)


def test_a_server_says_what_its_keeper_may_not_know(tmp_path: Path) -> None:
    """An archive without articles; doors that stand open."""
    command = [sys.executable, "-m", "app.cli", "serve", "--host", "0.0.0.0", "--port", "0"]  # noqa: S104
    with subprocess.Popen(  # noqa: S603
        [*command, "--archive", str(tmp_path / "archive")], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        told = [server.stdout.readline() for _ in range(3)]
        server.terminate()

    assert "It holds no articles yet" in told[1]
    assert "set DATELINE_API_KEY" in told[2]


def test_sample_is_where_the_demo_looks() -> None:
    """The demo's folder holds articles."""
    assert any(SAMPLE.rglob("*.txt"))


def test_a_stopped_server_leaves_no_address_behind(tmp_path: Path) -> None:
    """After SIGTERM the archive is free and nobody is sent to a server that is gone."""
    archive = tmp_path / "archive"

    with serving(archive) as (_, server):
        server.terminate()
        server.wait(timeout=30)

    assert server.returncode == 0
    assert not (archive / "server.json").exists()


def test_what_was_added_last_is_told(tmp_path: Path) -> None:
    """The archive view of a server knows of an ingest from the command line before it started."""
    archive, story = tmp_path / "archive", tmp_path / "story.md"
    story.write_text("---\ntitle: Lamps\nsource: Harbour Post\ndate: 2020-01-02\n---\n\nSeventeen lamps were lit.\n")
    dateline("ingest", str(story), archive=archive)

    with serving(archive) as (url, _):
        last = httpx.get(f"{url}/v1/ingest").json()

    assert (last["added"], last["failed"]) == (1, [])


def test_an_ingest_is_repeated_until_it_is_interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --every a feed is followed; Ctrl-C ends it in one sentence, with the exit code of shells."""
    story = tmp_path / "story.md"
    story.write_text("Seventeen lamps were lit.\n")
    waited: list[float] = []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr("app.cli.archive.time.sleep", wait)

    done = CliRunner().invoke(app, ["ingest", str(story), "--every", "15", "--archive", str(tmp_path / "archive")])

    assert waited == [900, 900]
    assert [line.split(" failed")[0] for line in done.stdout.splitlines()] == [
        "1 added, 0 updated, 0 unchanged, 0",
        "0 added, 0 updated, 1 unchanged, 0",
    ]
    assert done.exit_code == 130
    assert "the same command goes on" in done.stderr


def test_an_export_that_cannot_be_written_is_told(sample_archive: Path) -> None:
    """One sentence that names the file."""
    done = dateline("export", "/no/such/folder/backup.jsonl", archive=sample_archive)

    assert done.returncode != 0
    assert "/no/such/folder/backup.jsonl" in done.stderr
    assert "Traceback" not in done.stderr
