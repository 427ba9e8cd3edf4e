"""The chat model of a server that replies, or fails, as a test says, and writers that use it."""

from __future__ import annotations

from pydantic import SecretStr

from app.answering.generative.condensing import Condenser
from app.answering.generative.reviewing import Reviewer
from app.answering.generative.writer import GenerativeWriter
from app.answering.writers import Writers
from app.chat.guarded import GuardedModel
from app.chat.langchain_model import open_langchain_model
from app.chat.options import ChatOptions
from app.prompts import load_prompt

KEY = "sk-very-secret-key"


def chat_options(url: str, timeout_seconds: float = 1.0) -> ChatOptions:
    return ChatOptions(
        "faulty", url, SecretStr(KEY), timeout_seconds=timeout_seconds, retries=1, prompt_price=2, max_tokens=400
    )


def writers(url: str, timeout_seconds: float = 1.0) -> Writers:
    model = open_langchain_model(chat_options(url, timeout_seconds))
    guarded = GuardedModel(model, retries=1, timeout_seconds=1.0, pause=lambda seconds: None)
    condenser = Condenser(guarded, load_prompt("condense_question.v1"))
    return Writers(GenerativeWriter(guarded, load_prompt("answer.v2"), Reviewer()), condenser)
