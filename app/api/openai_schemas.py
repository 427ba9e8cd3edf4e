"""Chat completions as OpenAI's clients write and read them; what we do not use is accepted and left alone."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.api.schemas import Limits


class ContentPart(BaseModel):
    """A part of a message; only texts can be read."""

    model_config = ConfigDict(extra="ignore")

    type: Literal["text"]
    text: str


class ChatMessage(BaseModel):
    """One turn; of the earlier ones only the user's questions matter."""

    model_config = ConfigDict(extra="ignore")

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: list[ContentPart] | str | None = None

    @property
    def text(self) -> str:
        """The words of the message."""
        if isinstance(self.content, list):
            return "\n".join(part.text for part in self.content)
        return self.content or ""


class StreamOptions(BaseModel):
    model_config = ConfigDict(extra="ignore")

    include_usage: bool = False


class ChatRequest(BaseModel):
    """A chat that ends in a question. ``dateline`` limits what is searched, as in `POST /v1/ask`."""

    model_config = ConfigDict(
        extra="ignore",
        json_schema_extra={
            "examples": [
                {
                    "model": "dateline",
                    "messages": [{"role": "user", "content": "How many Turkish posts are in Idlib?"}],
                    "dateline": {"as_of": "2020-02-28"},
                }
            ]
        },
    )

    model: str = "dateline"
    messages: list[ChatMessage] = Field(min_length=1, max_length=1_000)
    stream: bool = False
    stream_options: StreamOptions | None = None
    dateline: Limits | None = None

    @property
    def questions(self) -> list[str]:
        """What the user asked, oldest first, without empty turns."""
        return [message.text for message in self.messages if message.role == "user" and message.text.strip()]


Json = dict[str, Any]
