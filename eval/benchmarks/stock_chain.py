"""The usual LangChain chain around a chat model: split, embed, retrieve four pieces, stuff them into one prompt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import RunnablePassthrough

from eval.benchmarks.kept_replies import kept
from eval.benchmarks.rivals import Piece, stored_pieces

PIECES = 4
"""What a vector store's retriever gives when nobody says otherwise."""
_PROMPT = ChatPromptTemplate.from_template(
    "Answer the question from the context below. Say that you do not know when the context does not tell. Keep the "
    "answer short, three sentences at most.\n\nContext:\n{context}\n\nQuestion: {question}\n\nAnswer:"
)


def stock_chain(
    pieces: Sequence[Piece], folder: Path, embeddings: Embeddings | None, *, base_url: str, name: str, replies: Path
) -> Callable[[str], str]:
    """A function from a question to the chain's answer.

    Args:
        pieces: see ``rivals.stock_pieces``.
        folder: keeps the vector store.
        embeddings: see ``rivals.langchain_search``.
        base_url: of an OpenAI-compatible server, with ``/v1``.
        name: of the model there.
        replies: folder of kept replies.
    """
    from langchain_openai import ChatOpenAI

    store = stored_pieces(pieces, folder, embeddings)
    model = ChatOpenAI(base_url=base_url, api_key="none", model=name, temperature=0, max_tokens=200, timeout=900)  # type: ignore[arg-type, call-arg]  # its own aliases
    retriever = store.as_retriever(search_kwargs={"k": PIECES})
    chain = {"context": retriever | _stuffed, "question": RunnablePassthrough()} | _PROMPT | model | StrOutputParser()

    def answer(question: str) -> str:
        asked = {"chain": _PROMPT.messages[0].prompt.template, "model": name, "k": PIECES, "pieces": len(pieces)}  # type: ignore[union-attr]
        told = kept(replies, asked | {"question": question}, lambda: iter([chain.invoke(question)]))
        return str(next(told))

    return answer


def _stuffed(documents: Sequence[Document]) -> str:
    return "\n\n".join(document.page_content for document in documents)
