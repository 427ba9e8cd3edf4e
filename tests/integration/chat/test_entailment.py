"""Small real cross-encoders judge claims; what they were never taught does not matter here, their form does."""

from pathlib import Path

import pytest
import torch
from sentence_transformers import CrossEncoder
from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

from app.chat.entailment import CrossEncoderEntailment
from app.errors import EmbeddingError

WORDS = "[PAD] [UNK] [CLS] [SEP] [MASK] the quay has lamps seventeen twelve".split()  # noqa: SIM905
NLI = ["contradiction", "entailment", "neutral"]


def cross_encoder(folder: Path, labels: list[str]) -> str:
    """A cross-encoder of one small layer with random but fixed weights."""
    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join(WORDS), encoding="utf-8")
    torch.manual_seed(7)
    config = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=64,
        id2label=dict(enumerate(labels)),
        label2id={label: place for place, label in enumerate(labels)},
    )
    BertForSequenceClassification(config).save_pretrained(folder)
    BertTokenizerFast(vocab_file=str(folder / "vocab.txt")).save_pretrained(folder)
    return str(folder)


def test_an_entailment_model_gives_its_probability_of_entailment(tmp_path: Path) -> None:
    """The same as asking the model itself, whatever the order of its labels."""
    folder = cross_encoder(tmp_path / "nli", NLI)
    pair = ("the quay has seventeen lamps", "the quay has twelve lamps")
    logits = CrossEncoder(folder, device="cpu").predict([pair], convert_to_tensor=True)[0]
    expected = torch.softmax(logits, dim=-1)[NLI.index("entailment")]

    assert CrossEncoderEntailment(folder).score(*pair) == pytest.approx(float(expected), abs=1e-6)


def test_a_model_with_one_output_gives_that(tmp_path: Path) -> None:
    """Between 0 and 1."""
    assert 0.0 <= CrossEncoderEntailment(cross_encoder(tmp_path / "one", ["score"])).score("lamps", "quay") <= 1.0


def test_a_model_of_another_kind_is_refused(tmp_path: Path) -> None:
    """A sentiment model does not judge claims."""
    with pytest.raises(EmbeddingError, match="none of which is entailment"):
        CrossEncoderEntailment(cross_encoder(tmp_path / "mood", ["bad", "good", "meh"]))


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    """The message says which and what to do."""
    with pytest.raises(EmbeddingError, match=r"nowhere.*DATELINE_ENTAILMENT_MODEL"):
        CrossEncoderEntailment(str(tmp_path / "nowhere"))
