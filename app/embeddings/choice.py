"""Open the embedding model with the backend that is fastest and exact enough on this machine."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import numpy as np

from app.embeddings.agreement import LEAST_AGREEMENT, Agreement, agreement
from app.embeddings.model_files import ModelFiles, find_model
from app.embeddings.openvino_embedder import OpenVinoEmbedder, native_precision
from app.embeddings.protocol import Embedder
from app.embeddings.sample_sentences import SAMPLE_SENTENCES
from app.embeddings.torch_embedder import TorchEmbedder
from app.errors import EmbeddingError

BACKENDS = ("auto", "openvino-bf16", "openvino-fp32", "torch-fp32")

_log = logging.getLogger(__name__)
_CHECKOUT = Path(__file__).resolve().parents[2]
_FORMAT = 1  # of the converted folder; a change of what conversion writes needs a new number
_CONVERSION_LIMIT_SECONDS = 600


def open_embedder(model: str, *, backend: str = "auto", cache_folder: Path) -> Embedder:
    """The named model, ready to encode; ``reason`` says why this backend.

    Args:
        model: ``all-MiniLM-L6-v2``, a folder that sentence-transformers saved, or a name on the model hub.
        backend: one of :data:`BACKENDS`; ``auto`` takes OpenVINO where it fits the model and the ten nearest
            agree with torch fp32, in the processor's own precision, and sentence-transformers elsewhere.
        cache_folder: where the converted model is kept; the first opening takes some twenty seconds.

    Raises:
        EmbeddingError: no such model or backend, damaged weights, or a named backend that cannot run the model.
    """
    if backend not in BACKENDS:
        raise EmbeddingError(f"There is no embedding backend {backend!r}.", hint=f"Choose from {', '.join(BACKENDS)}.")
    files = find_model(model)
    if backend == "torch-fp32":
        return _torch(files, "torch-fp32 was asked for")
    obstacle = openvino_obstacle(files)
    if obstacle is None:
        try:
            return _openvino(files, backend, cache_folder)
        except EmbeddingError as error:
            if backend != "auto":
                raise
            obstacle = error.message
    if backend != "auto":
        raise EmbeddingError(f"{backend} cannot run {files.name}: {obstacle}.", hint="Use the backend auto.")
    return _torch(files, f"sentence-transformers, because OpenVINO cannot be used: {obstacle}")


def openvino_obstacle(files: ModelFiles) -> str | None:
    """Why OpenVINO cannot run this model, or None: it must be a transformer, mean or cls pooling, normalisation."""
    try:
        version("openvino")
    except PackageNotFoundError:
        return "the package openvino is not installed"
    modules = [entry["type"].rsplit(".", 1)[-1] for entry in files.read_json("modules.json") or []]
    if modules not in (["Transformer", "Pooling", "Normalize"], ["Transformer", "Pooling"]):
        return f"its modules are {', '.join(modules) or 'not listed'}, not Transformer, Pooling, Normalize"
    pooling = files.read_json("1_Pooling/config.json") or {}
    modes = _pooling_modes(pooling)
    if modes not in (["mean"], ["cls"]):
        return f"it pools by {' and '.join(modes) or 'unknown means'}, not by mean or cls"
    return None if pooling.get("include_prompt", True) else "it leaves its prompt out of the mean"


def _pooling_modes(config: dict[str, object]) -> list[str]:
    """Names of the pooling modes, from the one key of today or the switches of older versions."""
    mode = config.get("pooling_mode")
    if mode is not None:
        return [mode] if isinstance(mode, str) else [str(each) for each in mode]  # type: ignore[attr-defined]
    switches = (key for key, on in config.items() if key.startswith("pooling_mode_") and on is True)
    return [key.removeprefix("pooling_mode_").removesuffix("_tokens").removesuffix("_token") for key in switches]


def _torch(files: ModelFiles, reason: str) -> TorchEmbedder:
    return TorchEmbedder(files.folder, name=files.name, fingerprint=files.fingerprint, reason=reason)


def _openvino(files: ModelFiles, backend: str, cache_folder: Path) -> OpenVinoEmbedder:
    folder = _converted(files, cache_folder)
    native, processor = native_precision()
    precision = native if backend == "auto" else backend.removeprefix("openvino-")
    embedder = _open(files, folder, precision)
    found = _checked(embedder, folder, processor)
    told = f"the ten nearest of {found.texts} sample sentences agree {found.ten_nearest:.3f} with torch fp32"
    if found.enough:
        embedder.reason = f"OpenVINO in {precision} ({processor}): {told}"
        return embedder
    if backend != "auto" or precision == "fp32":
        raise EmbeddingError(f"{embedder.backend} is not exact enough: {told}", hint="Use the backend torch-fp32.")
    exact = _openvino(files, "openvino-fp32", cache_folder)
    exact.reason += f"; {precision} agreed only {found.ten_nearest:.3f}, below {LEAST_AGREEMENT}"
    return exact


def _open(files: ModelFiles, folder: Path, precision: str) -> OpenVinoEmbedder:
    try:
        return OpenVinoEmbedder(folder, name=files.name, fingerprint=files.fingerprint, precision=precision)
    except (RuntimeError, OSError, ValueError) as error:
        raise EmbeddingError(
            f"The converted embedding model in {folder} cannot be opened ({error}).",
            hint="Delete that folder; it is made again at the next start.",
        ) from error


def _checked(embedder: OpenVinoEmbedder, folder: Path, processor: str) -> Agreement:
    """Agreement with torch fp32 on the sample sentences, measured once per processor and precision."""
    path = folder / f"agreement-{embedder.backend}.json"
    if path.is_file():
        known = json.loads(path.read_text(encoding="utf-8"))
        if known.pop("processor") == processor:
            return Agreement(**known)
    found = agreement(embedder.encode(SAMPLE_SENTENCES), np.load(folder / "reference.npy"))
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_text(json.dumps({"processor": processor, **asdict(found)}), encoding="utf-8")
    draft.replace(path)
    return found


def _converted(files: ModelFiles, cache_folder: Path) -> Path:
    """The model in OpenVINO's form, converted in another process if this is the first time."""
    folder = cache_folder.resolve() / f"{files.fingerprint}-openvino-{version('openvino')}-{_FORMAT}"
    if folder.is_dir():
        return folder
    _log.info("Converting the embedding model %s for OpenVINO, once", files.name)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(mkdtemp(prefix="converting-", dir=folder.parent))
    except OSError as error:
        raise EmbeddingError(
            f"The converted embedding model cannot be kept in {folder.parent} ({error}).",
            hint="Make the folder writable or name another archive.",
        ) from error
    try:
        _convert(files, draft)
        _put_in_place(draft, folder)
    finally:
        rmtree(draft, ignore_errors=True)
    return folder


def _convert(files: ModelFiles, draft: Path) -> None:
    command = [sys.executable, "-m", "app.embeddings.conversion", str(files.folder), str(draft)]
    try:
        done = subprocess.run(  # noqa: S603  # our own module on two folders
            command, cwd=_CHECKOUT, capture_output=True, text=True, timeout=_CONVERSION_LIMIT_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise EmbeddingError(
            f"Converting {files.name} took over {_CONVERSION_LIMIT_SECONDS} seconds.",
            hint="Use the backend torch-fp32.",
        ) from error
    if done.returncode != 0:
        last = done.stderr.strip().rsplit("\n", 1)[-1]
        raise EmbeddingError(f"{files.name} could not be converted ({last}).", hint="Use the backend torch-fp32.")


def _put_in_place(draft: Path, folder: Path) -> None:
    """Rename in one step; where another process was first, its folder stays."""
    try:
        draft.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise
