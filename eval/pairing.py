"""The two sides of a comparison: two runs, or a folder of baselines and a folder of runs."""

from collections.abc import Mapping
from pathlib import Path

from app.errors import EvalError
from eval.runs import POOLED, Scored, read_config, read_scored

_DEEPEST = 2
"""``runs/<dataset>/<time>/results.jsonl``"""


def comparable(before: Path, after: Path) -> tuple[Mapping[str, Scored], Mapping[str, Scored]]:
    """The cases of two runs, or of two folders of runs: then the newest of each dataset that both have.

    Raises:
        EvalError: there is no run in a folder, or the two have no dataset in common.
    """
    first, second = _newest(before), _newest(after)
    if len(first) == len(second) == 1:
        return read_scored(*first.values()), read_scored(*second.values())
    names = [name for name in first if name in second and name != POOLED]
    if not names:
        raise EvalError(
            f"{before} and {after} hold runs of no common dataset.", hint="Compare runs of the same datasets."
        )
    return _cases(first, names), _cases(second, names)


def _newest(folder: Path) -> dict[str, Path]:
    """The newest run of each dataset in a folder, by the dataset's name; a run's own folder has just that one."""
    pattern = ["*/" * depth + "results.jsonl" for depth in range(_DEEPEST + 1)]
    runs = [(read_config(found.parent), found.parent) for glob in pattern for found in folder.glob(glob)]
    if not runs:
        raise EvalError(f"{folder} holds no run.", hint="Give a folder that `dateline eval run` wrote.")
    runs.sort(key=lambda row: str(row[0]["started_at"]))
    return {str(config["dataset"]["name"]): path for config, path in runs}


def _cases(runs: Mapping[str, Path], names: list[str]) -> dict[str, Scored]:
    return {f"{name}/{key}": case for name in names for key, case in read_scored(runs[name]).items()}
