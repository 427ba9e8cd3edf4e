"""Dateline's embeddings for LangChain: the same vectors in any LangChain vector store or chain."""

from langchain_core.embeddings import Embeddings

from app.embeddings.protocol import Embedder


class LangChainEmbeddings(Embeddings):
    """Wraps an embedder that :func:`app.embeddings.open_embedder` opened."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        vectors: list[list[float]] = self._embedder.encode(texts).tolist()
        return vectors

    def embed_query(self, text: str) -> list[float]:
        vector: list[float] = self._embedder.encode_query(text).tolist()
        return vector
