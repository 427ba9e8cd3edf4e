import hashlib
from pathlib import Path

import pytest

from app.embeddings.choice import openvino_obstacle
from app.embeddings.model_files import DEFAULT_SHA256, ModelFiles, find_model, verified
from app.errors import EmbeddingError

TRANSFORMER_AND_POOLING = (
    '[{"type": "sentence_transformers.models.Transformer"}, {"type": "sentence_transformers.models.Pooling"}]'
)


def a_model(folder: Path, *, modules: str = TRANSFORMER_AND_POOLING, pooling: str = '{"pooling_mode": "mean"}') -> Path:
    (folder / "1_Pooling").mkdir(parents=True)
    (folder / "modules.json").write_text(modules)
    (folder / "1_Pooling" / "config.json").write_text(pooling)
    (folder / "model.safetensors").write_bytes(b"weights")
    return folder


@pytest.mark.parametrize("name", ["all-MiniLM-L6-v2", "sentence-transformers/all-MiniLM-L6-v2"])
def test_the_default_model_comes_with_its_package(name: str) -> None:
    """Both names lead to the package's folder, with the published weights."""
    files = find_model(name)
    assert files.name == "all-MiniLM-L6-v2"
    assert DEFAULT_SHA256.startswith(files.fingerprint)
    assert (files.folder / "config.json").is_file()


def test_a_folder_is_a_model(tmp_path: Path) -> None:
    """Its name is the folder's, its fingerprint the start of the weights' hash."""
    files = find_model(str(a_model(tmp_path / "my-model")))
    assert files.name == "my-model"
    assert files.fingerprint == hashlib.sha256(b"weights").hexdigest()[:16]


def test_other_formats_do_not_change_the_fingerprint(tmp_path: Path) -> None:
    """A converted copy in the same folder is not the model."""
    folder = a_model(tmp_path / "m")
    before = find_model(str(folder)).fingerprint
    (folder / "onnx").mkdir()
    (folder / "onnx" / "model.safetensors").write_bytes(b"other")
    assert find_model(str(folder)).fingerprint == before


def test_changed_weights_of_the_default_model_are_refused(tmp_path: Path) -> None:
    """The message names the folder and both hashes."""
    files = ModelFiles("all-MiniLM-L6-v2", tmp_path, "0123456789abcdef")
    with pytest.raises(EmbeddingError, match=r"SHA-256 0123456789abcdef…, but 53aa51172d142c89… was published"):
        verified(files, DEFAULT_SHA256)


def test_a_folder_without_weights_is_named(tmp_path: Path) -> None:
    """The next step says what a model folder holds."""
    with pytest.raises(EmbeddingError, match=r"has no model weights .* modules\.json"):
        find_model(str(tmp_path))


def test_a_model_that_is_nowhere_is_named() -> None:
    """A name that no hub can have fails before any download."""
    with pytest.raises(EmbeddingError, match=r"'no/such/model' is no folder"):
        find_model("no/such/model")


@pytest.mark.parametrize(
    ("modules", "pooling", "obstacle"),
    [
        (TRANSFORMER_AND_POOLING, '{"pooling_mode": "mean"}', None),
        (TRANSFORMER_AND_POOLING, '{"pooling_mode": "cls"}', None),
        (TRANSFORMER_AND_POOLING, '{"pooling_mode_mean_tokens": true, "pooling_mode_cls_token": false}', None),
        (TRANSFORMER_AND_POOLING, '{"pooling_mode": "max"}', "it pools by max"),
        (TRANSFORMER_AND_POOLING, '{"pooling_mode": ["mean", "cls"]}', "mean and cls"),
        (TRANSFORMER_AND_POOLING, '{"pooling_mode": "mean", "include_prompt": false}', "prompt"),
        ("[]", "{}", "not listed"),
        (
            '[{"type": "x.Transformer"}, {"type": "x.Pooling"}, {"type": "x.Dense"}]',
            "{}",
            "Transformer, Pooling, Dense",
        ),
    ],
)
def test_only_plain_models_go_to_openvino(tmp_path: Path, modules: str, pooling: str, obstacle: str | None) -> None:
    """Anything beyond mean or cls pooling and normalisation is left to sentence-transformers, with the reason."""
    found = openvino_obstacle(find_model(str(a_model(tmp_path / "m", modules=modules, pooling=pooling))))
    assert found is None if obstacle is None else obstacle in (found or "")
