"""Ask every case, keep what came back, and carry on where a broken run stopped."""

import hashlib
import json
import logging
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from pathlib import Path

from app.errors import DatelineError
from eval.cases import Case
from eval.replies import Failure, Outcome, Reply, reply_from_row, reply_row

log = logging.getLogger(__name__)

Ask = Callable[[Case], Reply]


class ReplyCache:
    """Replies kept in a JSON Lines file as they come; safe to use from several threads.

    Args:
        path: created with its folders on the first write. A last line cut short by a crash is dropped.
        terms: whatever else shapes an answer (archive version, settings, writer); part of every key.
    """

    def __init__(self, path: Path, *, terms: str) -> None:
        self._path = path
        self._terms = terms
        self._lock = threading.Lock()
        self._rows = dict(_stored(path))

    def get(self, case: Case) -> Reply | None:
        """The reply to this question under these terms, if it was asked before."""
        row = self._rows.get(self._key(case))
        return None if row is None else reply_from_row(row)

    def put(self, case: Case, reply: Reply) -> None:
        """Keep a reply; it survives the process."""
        key, row = self._key(case), reply_row(reply)
        with self._lock:
            self._rows[key] = row
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps({"key": key, "reply": row}, ensure_ascii=False) + "\n")

    def _key(self, case: Case) -> str:
        parts = [self._terms, case.question, case.as_of, *case.conversation]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def run_cases(
    cases: Sequence[Case], ask: Ask, *, cache: ReplyCache, workers: int, on_done: Callable[[], None]
) -> list[Outcome]:
    """An outcome for each case, in order. Known replies are not asked again; failures are, the next time.

    ``on_done`` is called in this thread once a case. On Ctrl-C the cases under way are finished and kept, the rest
    are dropped, and KeyboardInterrupt goes on.
    """
    pool = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="eval")
    futures = [pool.submit(_outcome, case, ask, cache) for case in cases]
    try:
        _watch(as_completed(futures), on_done)
        return [future.result() for future in futures]
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _watch(done: Iterable[Future[Outcome]], on_done: Callable[[], None]) -> None:
    for _ in done:
        on_done()


def _outcome(case: Case, ask: Ask, cache: ReplyCache) -> Outcome:
    known = cache.get(case)
    if known is not None:
        return known
    try:
        reply = ask(case)
    except DatelineError as error:
        return Failure(str(error))
    except Exception as error:  # a defect in the answerer must cost one case, as a server's 500 does, not the run
        log.exception("case %s", case.id)
        return Failure(f"{type(error).__name__}: {error}")
    cache.put(case, reply)
    return reply


def _stored(path: Path) -> Iterable[tuple[str, dict[str, object]]]:
    if not path.exists():
        return
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.endswith("\n"):
                row = json.loads(line)
                yield row["key"], row["reply"]
