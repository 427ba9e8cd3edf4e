"""Whether a text supports a claim, judged by a cross-encoder: an entailment model or one that scores pairs."""

from __future__ import annotations

from app.errors import EmbeddingError


class CrossEncoderEntailment:
    """A sentence-transformers ``CrossEncoder``, loaded when made.

    A model for natural language inference gives its probability of entailment; one with a single output gives that.

    Args:
        model: a model name or folder.

    Raises:
        EmbeddingError: the model cannot be found or loaded, or its labels are of another kind.
    """

    def __init__(self, model: str) -> None:
        from sentence_transformers import CrossEncoder  # noqa: PLC0415 - imports torch, seconds that most never need

        try:
            self._model = CrossEncoder(model, device="cpu")
        except (OSError, ValueError) as error:
            raise EmbeddingError(
                f"The entailment model {model} cannot be loaded: {error}",
                hint="Name a sentence-transformers CrossEncoder in DATELINE_ENTAILMENT_MODEL, or leave it empty.",
            ) from error
        labels = {str(name).lower(): int(place) for place, name in self._model.config.id2label.items()}
        self._place = labels.get("entailment")
        if self._model.num_labels > 1 and self._place is None:
            raise EmbeddingError(
                f"The model {model} has the labels {sorted(labels)}, none of which is entailment.",
                hint="Name a model for natural language inference in DATELINE_ENTAILMENT_MODEL.",
            )

    def score(self, text: str, claim: str) -> float:
        """How surely the text supports the claim, in [0, 1]."""
        softmax = self._place is not None
        outputs = self._model.predict([(text, claim)], show_progress_bar=False, apply_softmax=softmax)[0]
        return float(outputs) if self._place is None else float(outputs[self._place])
