"""From what people type to datasets: a shipped name, a file, a folder of datasets, or another tool's file."""

from collections.abc import Iterable
from pathlib import Path

from app.errors import EvalError
from eval.adapters import import_cases, is_question_set
from eval.dataset import SHIPPED, Dataset, load_dataset, shipped_names


def find_datasets(named: Iterable[str], *, form: str | None = None, topics: Path | None = None) -> list[Dataset]:
    """The datasets behind each name, in order.

    Args:
        form: read every name as a file in this import format, see ``eval.adapters.IMPORTS``.
        topics: the questions of a TREC qrels file.

    Raises:
        EvalError: nothing is there, or what is there is no dataset.
    """
    found: list[Dataset] = []
    for name in named:
        path = Path(name)
        if form:
            found.append(Dataset(path.name.partition(".")[0], tuple(import_cases(path, form, topics=topics))))
        else:
            found += _found(name, path)
    return found


def _found(name: str, path: Path) -> list[Dataset]:
    if name in shipped_names():
        return [load_dataset(SHIPPED / f"{name}.jsonl")]
    if is_question_set(path):
        return [Dataset(path.resolve().name, tuple(import_cases(path, "folder")))]
    if path.is_dir():
        return _in_folder(path)
    return [load_dataset(path)]


def _in_folder(folder: Path) -> list[Dataset]:
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        raise EvalError(f"{folder} holds no .jsonl dataset.", hint=f"Shipped datasets: {', '.join(shipped_names())}.")
    return [load_dataset(file) for file in files]
