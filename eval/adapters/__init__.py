"""Formats that people already have, in and out, by name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.errors import EvalError
from eval.adapters import exchange, trec
from eval.adapters.question_sets import is_question_set, read_question_set
from eval.adapters.rows import Row, cases_from, read_rows
from eval.adapters.squad import read_squad
from eval.cases import Case

Write = Callable[[Sequence[Case], exchange.Replies], str]


@dataclass(frozen=True, slots=True)
class _RowFormat:
    """A format whose file is a list of rows, one case each; ``under`` is the key that holds the list."""

    read: Callable[[Row, int], Case]
    write: Write
    under: str | None = None


_ROW_FORMATS: Mapping[str, _RowFormat] = {
    "azure": _RowFormat(exchange.azure_case, exchange.azure_text),
    "ragas": _RowFormat(exchange.ragas_case, exchange.ragas_text),
    "deepeval": _RowFormat(exchange.deepeval_case, exchange.deepeval_text, "goldens"),
    "ragchecker": _RowFormat(exchange.ragchecker_case, exchange.ragchecker_text, "results"),
}
_WRITERS: Mapping[str, Write] = {name: row.write for name, row in _ROW_FORMATS.items()} | {"trec": trec.qrels_text}
IMPORTS = (*_ROW_FORMATS, "trec", "squad", "folder")
EXPORTS = tuple(_WRITERS)


def import_cases(path: Path, form: str, *, topics: Path | None = None) -> list[Case]:
    """The cases of a file in a foreign format.

    Raises:
        EvalError: unknown format, unreadable file, or a row that does not fit.
    """
    if form in _ROW_FORMATS:
        row_format = _ROW_FORMATS[form]
        return cases_from(read_rows(path, under=row_format.under), row_format.read, path.name)
    if form == "trec":
        return trec.read_qrels(path, topics)
    if form == "squad":
        return read_squad(path)
    if form == "folder":
        return read_question_set(path)
    raise EvalError(f"No import format is called {form!r}.", hint=f"Choose one of {', '.join(IMPORTS)}.")


def export_cases(cases: Sequence[Case], form: str, replies: exchange.Replies) -> str:
    """The cases as another tool reads them, with a run's replies where that tool has a place for them.

    Raises:
        EvalError: unknown format.
    """
    if form not in _WRITERS:
        raise EvalError(f"No export format is called {form!r}.", hint=f"Choose one of {', '.join(EXPORTS)}.")
    return _WRITERS[form](cases, replies)


__all__ = ["EXPORTS", "IMPORTS", "export_cases", "import_cases", "is_question_set"]
