from pathlib import Path

import pytest
import torch
from sentence_transformers import CrossEncoder
from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

from app.errors import EmbeddingError
from app.models import Passage
from app.retrieval.reranking import CrossEncoderReranker, reranked

WORDS = "[PAD] [UNK] [CLS] [SEP] [MASK] how many posts are in idlib forty flowers title".split()  # noqa: SIM905


@pytest.fixture(scope="module")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cross-encoder of one small layer with random but fixed weights."""
    folder = tmp_path_factory.mktemp("cross-encoder")
    (folder / "vocab.txt").write_text("\n".join(WORDS), encoding="utf-8")
    torch.manual_seed(7)
    config = BertConfig(
        vocab_size=len(WORDS), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16,
        num_labels=1, max_position_embeddings=64,
    )  # fmt: skip
    BertForSequenceClassification(config).save_pretrained(folder)
    BertTokenizerFast(vocab_file=str(folder / "vocab.txt")).save_pretrained(folder)
    CrossEncoder(str(folder), device="cpu").save_pretrained(str(folder))
    return folder


def passage(text: str, score: float) -> Passage:
    return Passage(text, 1, 0, len(text), text, "title", None, None, None, score)


def test_a_cross_encoder_decides_the_order(model_folder: Path) -> None:
    """Passages come in the order of the model's scores, which fall from first to last."""
    reranker = CrossEncoderReranker(str(model_folder))
    passages = [passage("flowers", 3.0), passage("forty posts in idlib", 2.0), passage("in", 1.0)]
    found = reranked(reranker, "how many posts are in idlib", passages)
    expected = reranker.scores("how many posts are in idlib", [f"title\n{p.text}" for p in passages])
    assert [p.text for p in found] == [
        p.text for _, p in sorted(zip(expected, passages, strict=True), key=lambda s: -s[0])
    ]
    assert [p.score for p in found] == sorted((p.score for p in found), reverse=True)


def test_nothing_to_rerank(model_folder: Path) -> None:
    """No passages, no scores, no error."""
    assert reranked(CrossEncoderReranker(str(model_folder)), "how many", []) == []


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    """A folder without a model says which and what to do."""
    with pytest.raises(EmbeddingError, match=r"reranker .*nowhere.*DATELINE_RERANKER_MODEL"):
        CrossEncoderReranker(str(tmp_path / "nowhere"))
