"""Turn a sentence-transformers model into an OpenVINO one: the only place that needs torch, run in its own process.

    python -m app.embeddings.conversion MODEL_FOLDER NEW_FOLDER

NEW_FOLDER then holds ``model.xml`` and ``model.bin`` (token ids and mask in, unit vectors out; weights in fp16, which
halves the memory and moves no cosine by more than 1e-6), ``tokenizer.json``, ``layout.json`` and ``reference.npy``
(what torch fp32 makes of the sample sentences).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from app.embeddings.sample_sentences import SAMPLE_SENTENCES

_DOCUMENT_PROMPTS = ("document", "passage", "corpus")


def main() -> None:
    """Convert the folder named first into the folder named second."""
    # The converter reports its use to its maker where this package is found; without it, it has a silent stand-in.
    sys.modules["openvino_telemetry"] = None  # type: ignore[assignment]
    convert(Path(sys.argv[1]), Path(sys.argv[2]))


def convert(model_folder: Path, new_folder: Path) -> None:
    """Write the five files; the model must consist of a transformer, mean or cls pooling and normalisation."""
    import openvino  # type: ignore[import-untyped]  # noqa: PLC0415
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415

    model = SentenceTransformer(str(model_folder), device="cpu").eval()
    new_folder.mkdir(parents=True, exist_ok=True)
    reference = model.encode_document(list(SAMPLE_SENTENCES), normalize_embeddings=True, show_progress_bar=False)
    np.save(new_folder / "reference.npy", reference)
    model.tokenizer.backend_tokenizer.save(str(new_folder / "tokenizer.json"))
    (new_folder / "layout.json").write_text(json.dumps(_layout(model)), encoding="utf-8")
    openvino.save_model(_traced(model), new_folder / "model.xml", compress_to_fp16=True)


def _layout(model: Any) -> dict[str, int | str]:
    prompts: dict[str, str] = model.prompts
    default = prompts.get(model.default_prompt_name or "", "")
    return {
        "dimension": int(model.get_embedding_dimension()),
        "max_tokens": int(model.max_seq_length or 512),
        "query_prefix": prompts.get("query") or default,
        "document_prefix": next((prompts[name] for name in _DOCUMENT_PROMPTS if prompts.get(name)), default),
    }


def _traced(model: Any) -> Any:
    """The OpenVINO graph of ``(input_ids, attention_mask) -> unit vectors``."""
    import openvino  # noqa: PLC0415
    import torch  # noqa: PLC0415

    class UnitVectors(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.transformer = model[0].auto_model
            self.mean = model[1].pooling_mode == "mean"

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            states = self.transformer(input_ids=input_ids, attention_mask=attention_mask, return_dict=False)[0]
            if self.mean:
                weights = attention_mask.unsqueeze(-1).to(states.dtype)
                pooled = (states * weights).sum(1) / weights.sum(1).clamp(min=1e-9)
            else:
                pooled = states[:, 0]
            return torch.nn.functional.normalize(pooled, dim=-1)

    ids = torch.ones(2, 8, dtype=torch.long)
    with torch.no_grad():
        return openvino.convert_model(
            UnitVectors().eval(), example_input={"input_ids": ids, "attention_mask": torch.ones_like(ids)}
        )


if __name__ == "__main__":
    main()
