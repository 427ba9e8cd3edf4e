"""Embeddings by OpenVINO and tokenizers alone: no torch in memory, twice to four times as fast as torch fp32.

Measured on two cores with chunks of 105 tokens: two streams of one thread encode a fifth more than one stream of
two; batches of 4 to 32 differ by less than a tenth; padding to multiples of 8 or 16 gains nothing. Queries have
streams of their own, so that none waits behind a batch, and a first-come queue, so that none starves.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, local
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from openvino import CompiledModel  # type: ignore[import-untyped]
    from tokenizers import Encoding, Tokenizer

BATCH_SIZE = 16
_FEW_TEXTS, _FEW_TOKENS = 2, 256  # encoded on the query streams, which are always there


@dataclass(frozen=True, slots=True)
class Layout:
    """What the converted model's ``layout.json`` says."""

    dimension: int
    max_tokens: int
    query_prefix: str
    document_prefix: str

    @classmethod
    def read(cls, folder: Path) -> Layout:
        return cls(**json.loads((folder / "layout.json").read_text(encoding="utf-8")))


class OpenVinoEmbedder:
    """An :class:`~app.embeddings.protocol.Embedder` over a folder that ``conversion`` wrote.

    Args:
        precision: ``bf16``, ``fp16`` or ``fp32``.
    """

    def __init__(self, folder: Path, *, name: str, fingerprint: str, precision: str, reason: str = "") -> None:
        from openvino import Core  # noqa: PLC0415  # half a second that other backends need not spend
        from tokenizers import Tokenizer  # noqa: PLC0415

        self._layout = Layout.read(folder)
        self.name = name
        self.fingerprint = fingerprint
        self.backend = f"openvino-{precision}"
        self.reason = reason
        self._model = folder / "model.xml"
        self._precision = precision
        self._core = Core()
        self._tokenizer = _tokenizer(Tokenizer, folder, self._layout.max_tokens)
        self._counter = _tokenizer(Tokenizer, folder, None)
        self._queries = _Streams(self._compiled(), "query")
        self._batches: _Streams | None = None
        self._batches_lock = Lock()
        # The first inference of a process must be over before a second thread begins one: both would set up the same
        # static data of the bindings, one holding its guard and the other the interpreter's lock, and wait forever
        # (OpenVINO 2026.4; one in ten ingests hung on a busy machine).
        self.encode_query("warm-up")

    @property
    def dimension(self) -> int:
        return self._layout.dimension

    @property
    def max_tokens(self) -> int:
        return self._layout.max_tokens

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        encodings = self._tokenizer.encode_batch_fast([self._layout.document_prefix + text for text in texts])
        longest_first = sorted(range(len(texts)), key=lambda row: -len(encodings[row]))
        few = len(texts) <= _FEW_TEXTS or sum(map(len, encodings)) <= _FEW_TOKENS
        streams = self._queries if few else self._batch_streams()
        batches = _halves(longest_first, encodings) if few else _parts(longest_first, BATCH_SIZE)
        pending = [(rows, streams.submit([encodings[row] for row in rows])) for rows in batches]
        try:
            for rows, batch in pending:
                vectors[rows] = batch.result()
        finally:
            for _, batch in pending:
                batch.cancel()  # after Ctrl-C the process would wait until the threads had encoded all that is queued
        return vectors

    def encode_query(self, text: str) -> NDArray[np.float32]:
        encoding = self._tokenizer.encode(self._layout.query_prefix + text)
        vector: NDArray[np.float32] = self._queries.submit([encoding]).result()[0]
        return vector

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(encoding) for encoding in self._counter.encode_batch_fast(list(texts), add_special_tokens=False)]

    def _batch_streams(self) -> _Streams:
        """Compiled at the first batch: a server that only answers saves the memory."""
        with self._batches_lock:
            if self._batches is None:
                self._batches = _Streams(self._compiled(), "batch")
            return self._batches

    def _compiled(self) -> CompiledModel:
        cores = usable_cores()
        return self._core.compile_model(
            self._model,
            "CPU",
            {
                "NUM_STREAMS": cores,
                "INFERENCE_NUM_THREADS": cores,
                "INFERENCE_PRECISION_HINT": "f32" if self._precision == "fp32" else self._precision.replace("fp", "f"),
                "ENABLE_CPU_PINNING": False,  # two processes would be pinned to the same core
            },
        )


class _Streams:
    """As many inference requests as streams, each with its thread; what comes first is served first."""

    def __init__(self, compiled: CompiledModel, name: str) -> None:
        self._compiled = compiled
        self._own = local()
        threads = int(compiled.get_property("NUM_STREAMS"))
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix=f"embedding-{name}")

    def submit(self, encodings: list[Encoding]) -> Future[NDArray[np.float32]]:
        """Unit vectors of the encodings, shape ``(n, dimension)``."""
        return self._threads.submit(self._infer, encodings)

    def _infer(self, encodings: list[Encoding]) -> NDArray[np.float32]:
        if not hasattr(self._own, "request"):
            self._own.request = self._compiled.create_infer_request()
        ids, mask = _padded([encoding.ids for encoding in encodings])
        self._own.request.infer({"input_ids": ids, "attention_mask": mask}, share_inputs=True)
        vectors = np.array(self._own.request.get_output_tensor(0).data, dtype=np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors


def usable_cores() -> int:
    """Cores that this process may run on, where the system tells; else all."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def native_precision() -> tuple[str, str]:
    """The precision OpenVINO computes in by itself on this processor (``bf16``, ``fp16`` or ``fp32``), and its name."""
    from openvino import Core, Model  # noqa: PLC0415
    from openvino import opset13 as ops  # noqa: PLC0415

    core = Core()
    number = ops.parameter([1], np.float32)
    compiled = core.compile_model(Model([ops.relu(number)], [number], "probe"), "CPU")
    names = {"bfloat16": "bf16", "float16": "fp16", "f16": "fp16", "bf16": "bf16"}
    hint = compiled.get_property("INFERENCE_PRECISION_HINT").get_type_name()
    return names.get(hint, "fp32"), str(core.get_property("CPU", "FULL_DEVICE_NAME"))


def _tokenizer(kind: type[Tokenizer], folder: Path, max_tokens: int | None) -> Tokenizer:
    tokenizer = kind.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    if max_tokens is None:
        tokenizer.no_truncation()
    else:
        tokenizer.enable_truncation(max_tokens)
    return tokenizer


def _parts(rows: list[int], size: int) -> list[list[int]]:
    return [rows[at : at + size] for at in range(0, len(rows), size)]


def _halves(rows: list[int], encodings: Sequence[Encoding]) -> list[list[int]]:
    """Rows, longest first, in two batches that take equally long once padded, so that two streams share them."""

    def cost(at: int) -> int:
        return max(at * len(encodings[rows[0]]), (len(rows) - at) * len(encodings[rows[at]]))

    at = min(range(1, len(rows)), key=cost, default=len(rows))
    return [half for half in (rows[:at], rows[at:]) if half]


def _padded(token_ids: list[list[int]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Ids and mask of shape ``(n, longest)``; what is masked has id 0."""
    ids = np.zeros((len(token_ids), max(map(len, token_ids))), dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, values in enumerate(token_ids):
        ids[row, : len(values)] = values
        mask[row, : len(values)] = 1
    return ids, mask
