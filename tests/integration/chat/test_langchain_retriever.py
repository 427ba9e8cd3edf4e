"""The archive inside LangChain: a chain and a graph that call a real model server."""

from collections.abc import Iterator
from typing import TypedDict

import pytest
from langchain_core.documents import Document
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import RunnablePassthrough
from langchain_openai import ChatOpenAI
from langgraph.graph import END, START, StateGraph

from app.client import RemoteDateline
from app.dateline import Dateline
from app.langchain_retriever import ArchiveRetriever
from app.models import SearchFilters
from tests.integration.chat.faulty_server import FaultyServer, faulty_server
from tests.integration.chat.newsroom import LAMPS

PROMPT = ChatPromptTemplate.from_template("Context:\n{context}\n\nQuestion: {question}")


@pytest.fixture
def faulty() -> Iterator[FaultyServer]:
    with faulty_server() as server:
        server.reply = "Seventeen."
        yield server


@pytest.fixture
def model(faulty: FaultyServer) -> ChatOpenAI:
    return ChatOpenAI(model="any", base_url=f"{faulty.url}/v1", api_key="any", max_retries=0, streaming=True)


def stuffed(documents: list[Document]) -> str:
    return "\n\n".join(document.page_content for document in documents)


def test_documents_are_verbatim_and_say_where_they_stand(extractive: Dateline) -> None:
    """Best first, filtered as asked."""
    retriever = ArchiveRetriever(desk=extractive, top_k=3, filters=SearchFilters(as_of="2020-02-01"))
    documents = retriever.invoke(LAMPS)

    assert documents
    for document in documents:
        told = document.metadata
        text = extractive.archive.article(told["article_id"], told["version"]).text
        assert document.page_content == text[told["start"] : told["end"]]
        assert told["published_at"] <= "2020-02-01"
    scores = [document.metadata["score"] for document in documents]
    assert scores == sorted(scores, reverse=True)


def test_a_chain_reads_the_archive(extractive: Dateline, faulty: FaultyServer, model: ChatOpenAI) -> None:
    """What the model is sent holds the passages; what it says comes out."""
    retriever = ArchiveRetriever(desk=extractive, top_k=2)
    chain = {"context": retriever | stuffed, "question": RunnablePassthrough()} | PROMPT | model | StrOutputParser()

    assert chain.invoke(LAMPS) == "Seventeen."
    assert "The zebra quay has 17 lamps" in faulty.requests[0]["messages"][0]["content"]


def test_a_graph_reads_a_running_server(extractive_url: str, faulty: FaultyServer, model: ChatOpenAI) -> None:
    """Retrieval and writing as two nodes, over HTTP."""

    class State(TypedDict, total=False):
        question: str
        documents: list[Document]
        answer: str

    with RemoteDateline(extractive_url, None) as remote:
        retriever = ArchiveRetriever(desk=remote, top_k=2)

        def retrieve(state: State) -> State:
            return {"documents": retriever.invoke(state["question"])}

        def write(state: State) -> State:
            prompt = PROMPT.invoke({"context": stuffed(state["documents"]), "question": state["question"]})
            return {"answer": model.invoke(prompt).text}

        graph = StateGraph(State)
        graph.add_node("retrieve", retrieve)
        graph.add_node("write", write)
        graph.add_edge(START, "retrieve")
        graph.add_edge("retrieve", "write")
        graph.add_edge("write", END)
        told = graph.compile().invoke({"question": LAMPS})

    assert told["answer"] == "Seventeen."
    assert "17 lamps" in faulty.requests[0]["messages"][0]["content"]
