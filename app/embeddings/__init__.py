"""Text to unit vectors: one protocol, the backend that is fastest and exact enough on this machine."""

from app.embeddings.choice import open_embedder
from app.embeddings.protocol import Embedder

__all__ = ["Embedder", "open_embedder"]
