"""Loading datasets, strictly."""

from pathlib import Path

import pytest

from app.errors import EvalError
from eval.cases import Case, same_article
from eval.dataset import Dataset, dump_cases, load_dataset, shipped_names
from eval.finding import find_datasets
from tests.unit.eval.builders import case

LINE = '{"id": "a", "question": "How many?", "answers": ["40"]}'


def written(folder: Path, *lines: str) -> Path:
    path = folder / "set.v1.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_dataset_is_named_after_its_file(tmp_path: Path) -> None:
    """Blank lines are skipped."""
    dataset = load_dataset(written(tmp_path, LINE, "", LINE.replace('"a"', '"b"').replace("many", "much")))
    assert (dataset.name, [c.id for c in dataset.cases]) == ("set.v1", ["a", "b"])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": "b", "question": "Q", "anwser": []}', r'set\.v1\.jsonl:2: unknown field "anwser"'),
        ('{"id": "b", "question": "Q", "figures": [{"value": 1, "who": 2}]}', r'unknown field "figures\.0\.who"'),
        ('{"id": "b"}', r'jsonl:2: the field "question" is missing'),
        ('{"id": "b", "question": " "}', r"jsonl:2: question:"),
        ('{"id": "b b", "question": "Q"}', r"jsonl:2: id:"),
        ('{"id": "b", "question": "Q", "as_of": "May 2020"}', r"as_of: .*YYYY-MM-DD"),
        ('{"id": "b", "question": "Q", "as_of": "2020-02-30"}', r"jsonl:2: as_of:"),
        ('{"id": "b", "question": "Q", "answerable": "no"}', r"jsonl:2: answerable:"),
        ('{"id": "b", "question": "Q", "answerable": false, "answers": ["1"]}', r"unanswerable case must have no"),
        ("not json", r"jsonl:2: the line: invalid JSON"),
        ("[1]", r"jsonl:2: the line:"),
        (LINE, r"jsonl:2: the id 'a' is already on line 1"),
        (LINE.replace('"a"', '"b"'), r"jsonl:2: the question 'How many\?' is already on line 1"),
    ],
)
def test_every_fault_is_named_with_file_and_line(tmp_path: Path, line: str, message: str) -> None:
    """The first bad line stops the load."""
    with pytest.raises(EvalError, match=message):
        load_dataset(written(tmp_path, LINE, line))


def test_the_same_question_as_of_another_day_is_another_case(tmp_path: Path) -> None:
    """So is a follow-up with another history."""
    later = LINE.replace('"a"', '"b"').replace("}", ', "as_of": "2020-01-01"}')
    after = LINE.replace('"a"', '"c"').replace("}", ', "conversation": ["Where?"]}')
    assert len(load_dataset(written(tmp_path, LINE, later, after)).cases) == 3


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xff\xfe\x00"])
def test_an_empty_or_binary_file_is_refused(tmp_path: Path, content: bytes) -> None:
    """It is no dataset."""
    path = tmp_path / "x.jsonl"
    path.write_bytes(content)
    with pytest.raises(EvalError, match=r"x\.jsonl"):
        load_dataset(path)


def test_a_missing_file_names_the_shipped_sets(tmp_path: Path) -> None:
    """The hint says what could be named instead."""
    with pytest.raises(EvalError, match="cannot be read"):
        load_dataset(tmp_path / "none.jsonl")


def test_writing_and_reading_gives_the_same_cases_and_hash(tmp_path: Path) -> None:
    """Defaults are left out of the file and come back."""
    cases = (case(tags=("a",), figures=[{"value": 40.5, "said_by": "TASS"}], as_of="2020-01-01"), case("c2"))
    path = tmp_path / "again.jsonl"
    path.write_text(dump_cases(cases), encoding="utf-8")
    again = load_dataset(path)
    assert again.cases == cases
    assert again.sha256 == Dataset("other", cases).sha256 != Dataset("other", cases[:1]).sha256


def test_every_shipped_dataset_loads() -> None:
    """None is shipped broken."""
    assert all(found.cases for found in find_datasets(shipped_names()))


def test_a_folder_gives_all_its_datasets(tmp_path: Path) -> None:
    """In the order of their names."""
    (tmp_path / "b.jsonl").write_text(LINE, encoding="utf-8")
    (tmp_path / "a.jsonl").write_text(LINE, encoding="utf-8")
    assert [found.name for found in find_datasets([str(tmp_path)])] == ["a", "b"]


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    """It names the folder."""
    with pytest.raises(EvalError, match=r"holds no \.jsonl dataset"):
        find_datasets([str(tmp_path)])


@pytest.mark.parametrize(
    ("gold", "same"),
    [
        (None, True),
        ("id1", True),
        ("https://a.example/x/77", True),
        ("77", True),
        ("x", False),
        ("7", False),
    ],
)
def test_an_article_is_named_by_id_url_or_its_last_part(gold: str | None, same: bool) -> None:
    """Foreign sets keep their ids in the address."""
    assert same_article(gold, "id1", "https://a.example/x/77") is same
    assert not same_article("77", "id1", None)


def test_gold_articles_are_listed_once() -> None:
    """From citations, then figures."""
    given: Case = case(
        citations=[{"article_id": "b", "quote": "x"}, {"article_id": "a"}, {"quote": "y"}],
        figures=[{"value": 1, "article_id": "b"}],
    )
    assert given.gold_articles == ("b", "a")
    assert [c.quote for c in given.quotes] == ["x", "y"]
