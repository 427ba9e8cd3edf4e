import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.embeddings import Embedder, open_embedder
from app.embeddings.agreement import agreement
from app.embeddings.langchain import LangChainEmbeddings
from app.embeddings.sample_sentences import SAMPLE_SENTENCES
from app.errors import EmbeddingError

pytestmark = [
    # transformers 5 names its own future removals while sentence-transformers loads a model
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]

TEXTS = [*SAMPLE_SENTENCES[:20], "", "A long report. " * 200, "Idlib"]


@pytest.fixture(scope="module")
def torch_minilm(cache_folder: Path) -> Embedder:
    return open_embedder("all-MiniLM-L6-v2", backend="torch-fp32", cache_folder=cache_folder)


def test_the_choice_is_openvino_and_says_why(minilm: Embedder) -> None:
    """The reason names precision, processor and the measured agreement."""
    assert minilm.backend in {"openvino-bf16", "openvino-fp16", "openvino-fp32"}
    assert "sample sentences agree" in minilm.reason
    assert (minilm.dimension, minilm.max_tokens) == (384, 256)


def test_backends_agree_with_torch(minilm: Embedder, torch_minilm: Embedder) -> None:
    """Same fingerprint, same order, nearly the same vectors; empty and overlong texts included."""
    assert minilm.fingerprint == torch_minilm.fingerprint
    found = agreement(minilm.encode(TEXTS), torch_minilm.encode(TEXTS))
    assert found.least_cosine > 0.999
    assert found.ten_nearest >= 0.95  # of 23 texts only


def test_vectors_have_unit_length(minilm: Embedder, torch_minilm: Embedder) -> None:
    """A dot product is a cosine, whatever the precision."""
    for embedder in (minilm, torch_minilm):
        assert np.allclose(np.linalg.norm(embedder.encode(TEXTS), axis=1), 1.0, atol=1e-6)


def test_a_query_is_encoded_like_a_text(minilm: Embedder, torch_minilm: Embedder) -> None:
    """This model has no prompts, so both ways give the same vector."""
    for embedder in (minilm, torch_minilm):
        (vector,) = embedder.encode(["How many posts?"])
        assert vector @ embedder.encode_query("How many posts?") > 0.9999


def test_no_texts_give_no_vectors(minilm: Embedder, torch_minilm: Embedder) -> None:
    """An empty list is no error."""
    for embedder in (minilm, torch_minilm):
        assert embedder.encode([]).shape == (0, 384)
        assert embedder.count_tokens([]) == []


def test_tokens_are_counted_whole(minilm: Embedder, torch_minilm: Embedder) -> None:
    """Without special tokens and beyond the window, alike in both backends."""
    texts = ["Idlib", "forty posts", "word " * 1000, ""]
    assert minilm.count_tokens(texts) == torch_minilm.count_tokens(texts)
    assert minilm.count_tokens(["word " * 1000]) == [1000]


def test_threads_share_an_embedder(minilm: Embedder) -> None:
    """Sixteen threads asking and encoding at once get what one gets alone."""
    alone = minilm.encode(TEXTS)
    with ThreadPoolExecutor(16) as threads:
        queries = list(threads.map(minilm.encode_query, TEXTS * 4))
        batches = list(threads.map(lambda _: minilm.encode(TEXTS), range(4)))
    assert np.allclose(np.stack(queries), np.tile(alone, (4, 1)), atol=5e-3)
    assert all(np.allclose(batch, alone, atol=5e-3) for batch in batches)


def test_the_same_text_gets_the_same_bytes(minilm: Embedder) -> None:
    """Answers can be repeated."""
    assert minilm.encode_query("Idlib").tobytes() == minilm.encode_query("Idlib").tobytes()
    assert minilm.encode(TEXTS).tobytes() == minilm.encode(TEXTS).tobytes()


def test_serving_needs_no_torch(minilm: Embedder, cache_folder: Path) -> None:
    """A process that opens the converted model and encodes has never imported torch."""
    program = (
        "import sys; from pathlib import Path; from app.embeddings import open_embedder\n"
        f"embedder = open_embedder('all-MiniLM-L6-v2', cache_folder=Path({str(cache_folder)!r}))\n"
        "embedder.encode(['a'] * 20); embedder.encode_query('b'); assert 'openvino' in embedder.backend\n"
        "print(sorted({'torch', 'transformers', 'sentence_transformers', 'huggingface_hub'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"


def test_a_conversion_leaves_only_whole_folders(minilm: Embedder, cache_folder: Path) -> None:
    """No draft remains, and the agreement that was measured is kept beside the model."""
    (folder,) = cache_folder.iterdir()
    assert folder.name.startswith(minilm.fingerprint)
    assert list(folder.glob("agreement-openvino-*.json"))


def test_langchain_gets_the_same_vectors(minilm: Embedder) -> None:
    """The adapter is a LangChain Embeddings."""
    adapter = LangChainEmbeddings(minilm)
    assert np.allclose(adapter.embed_documents(["Idlib"])[0], adapter.embed_query("Idlib"), atol=1e-3)


def test_an_unknown_backend_is_refused(cache_folder: Path) -> None:
    """The next step lists the backends."""
    with pytest.raises(EmbeddingError, match=r"no embedding backend 'cuda'.*torch-fp32"):
        open_embedder("all-MiniLM-L6-v2", backend="cuda", cache_folder=cache_folder)


def a_saved_model(folder: Path, pooling: str, **options: Any) -> Path:
    """The default model's transformer with other pooling or prompts, as sentence-transformers saves it."""
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415
    from sentence_transformers.sentence_transformer.modules import Pooling  # noqa: PLC0415

    from app.embeddings.model_files import find_model  # noqa: PLC0415

    plain = SentenceTransformer(str(find_model("all-MiniLM-L6-v2").folder), device="cpu")
    modules = [plain[0], Pooling(384, pooling_mode=pooling)]
    SentenceTransformer(modules=modules, device="cpu", **options).save(str(folder))
    return folder


@pytest.mark.slow
def test_a_named_model_keeps_its_pooling_and_prompts(tmp_path: Path) -> None:
    """A cls model with prompts gives the same vectors through OpenVINO as through sentence-transformers."""
    folder = a_saved_model(tmp_path / "cls", "cls", prompts={"query": "query: ", "document": "passage: "})
    chosen = open_embedder(str(folder), cache_folder=tmp_path / "cache")
    plain = open_embedder(str(folder), backend="torch-fp32", cache_folder=tmp_path / "cache")
    assert chosen.backend.startswith("openvino")
    assert agreement(chosen.encode(TEXTS), plain.encode(TEXTS)).least_cosine > 0.998
    assert chosen.encode_query("Idlib") @ plain.encode_query("Idlib") > 0.998
    assert plain.encode_query("Idlib") @ plain.encode(["Idlib"])[0] < 0.999


@pytest.mark.slow
def test_a_model_openvino_cannot_run_is_served_by_sentence_transformers(tmp_path: Path) -> None:
    """Max pooling falls back under auto, with the reason, and is refused where OpenVINO was asked for."""
    folder = a_saved_model(tmp_path / "max", "max")
    chosen = open_embedder(str(folder), cache_folder=tmp_path / "cache")
    assert chosen.backend == "torch-fp32"
    assert "it pools by max" in chosen.reason
    with pytest.raises(EmbeddingError, match="openvino-bf16 cannot run max"):
        open_embedder(str(folder), backend="openvino-bf16", cache_folder=tmp_path / "cache")


def test_a_cache_that_cannot_be_written_falls_back(tmp_path: Path) -> None:
    """A file where the folder should be: auto still serves, and says why it is slower."""
    (tmp_path / "file").write_text("")
    chosen = open_embedder("all-MiniLM-L6-v2", cache_folder=tmp_path / "file" / "cache")
    assert chosen.backend == "torch-fp32"
    assert "cannot be kept" in chosen.reason


@pytest.mark.parametrize("attempt", range(4))
def test_a_fresh_process_may_encode_on_several_threads_at_once(
    attempt: int, minilm: Embedder, cache_folder: Path
) -> None:
    """The first inferences do not wait for one another forever."""
    code = (
        "import sys; from pathlib import Path; from app.embeddings import open_embedder\n"
        "embedder = open_embedder('all-MiniLM-L6-v2', cache_folder=Path(sys.argv[1]))\n"
        "print(len(embedder.encode(['A report of some length.'] * 64)))"
    )

    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code, str(cache_folder)], capture_output=True, text=True, timeout=120, check=True
    )

    assert done.stdout.strip() == "64"
