"""Every knob of Dateline, typed and bounded; the only reader of the environment.

Each setting is an environment variable ``DATELINE_<NAME>`` or a line of a ``.env`` file in the working folder.
Built once at an entry point and passed down.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from app.errors import SettingsError
from app.models import WriterName


def _listed(value: object) -> object:
    """ "C1, C2" as ("C1", "C2")."""
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


Listed = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_listed)]
"""Values separated by commas."""


class Settings(BaseSettings):
    """The configuration of one Dateline process."""

    model_config = SettingsConfigDict(env_prefix="DATELINE_", env_file=".env", extra="ignore", frozen=True)

    archive: Path = Field(Path("archive"), description="Folder that holds the whole archive.")
    chroma_url: str | None = Field(None, description="A Chroma server for the vectors; none keeps them in the archive.")
    embedding_model: str = Field(
        "all-MiniLM-L6-v2", min_length=1, description="Any sentence-transformers model name or folder."
    )
    embedding_backend: Literal["auto", "openvino-bf16", "openvino-fp32", "torch-fp32"] = Field(
        "auto", description="How the model runs; auto picks the fastest exact-enough one for this CPU."
    )
    model_cache: Path = Field(
        Path("~/.cache/dateline"), description="Folder for the model as converted for this CPU; may be deleted."
    )
    reranker_model: str | None = Field(None, description="A sentence-transformers CrossEncoder; none does not rerank.")
    writer: WriterName = Field(
        "auto", description="Who writes answers by default; auto takes the chat model where one is configured."
    )
    chat_model: str | None = Field(
        None, description="A chat model as LangChain names it, or its name on the server of chat_base_url."
    )
    chat_base_url: str | None = Field(None, description="An OpenAI-compatible server, such as llama.cpp or vLLM.")
    chat_api_key: SecretStr | None = Field(None, description="Key of the chat model's provider or server.")
    chat_timeout_seconds: Annotated[float, Field(gt=0, le=600, description="Longest wait for one reply.")] = 60.0
    chat_retries: Annotated[int, Field(ge=0, le=5, description="Further attempts when the model is overloaded.")] = 2
    chat_concurrency: Annotated[int, Field(ge=1, le=100, description="Calls of the chat model at a time.")] = 4
    chat_max_tokens: Annotated[int, Field(ge=16, le=8_192, description="Longest reply of the chat model.")] = 400
    chat_temperature: Annotated[float, Field(ge=0, le=2, description="0 repeats itself best.")] = 0.0
    chat_prompt_price: Annotated[float, Field(ge=0, description="Price of a million prompt tokens.")] = 0.0
    chat_completion_price: Annotated[float, Field(ge=0, description="Price of a million written tokens.")] = 0.0
    chat_callbacks: str = Field(
        "", description="LangChain callback handlers for the chat model, module:Class, separated by commas."
    )
    chat_words: Annotated[int, Field(ge=50, le=20_000, description="Words of articles shown to the chat model.")] = 400
    entailment_model: str | None = Field(
        None, description="A CrossEncoder that judges a chat model's claims; none judges by words and figures alone."
    )
    least_entailment: Annotated[float, Field(ge=0, le=1, description="Its least score for a supported claim.")] = 0.5
    tracing_url: str | None = Field(None, description="An OpenTelemetry collector (OTLP, gRPC); none does not trace.")
    unsupported_claims: Literal["drop", "mark"] = Field(
        "drop", description="What becomes of a chat model's claims that the archive does not support."
    )
    top_k: Annotated[int, Field(ge=1, le=100, description="Passages given to the writer.")] = 15
    max_question_chars: Annotated[int, Field(ge=10, le=100_000, description="Longest accepted question.")] = 2_000
    keep_answers_days: Annotated[
        int, Field(ge=0, le=36_500, description="Older answers are forgotten, with question and feedback; 0: never.")
    ] = 0
    max_upload_mb: Annotated[int, Field(ge=1, le=1_000, description="Largest accepted request body or file.")] = 20
    host: str = Field("127.0.0.1", min_length=1, description="Address to serve on.")
    port: Annotated[int, Field(ge=0, le=65_535, description="Port to serve on; 0 takes a free one.")] = 8_000
    api_key: SecretStr | None = Field(None, description="When set, every /v1 request must carry it as a bearer token.")
    public_url: str | None = Field(
        None, pattern=r"^https?://\S+$", description="Where readers reach this server; links in Slack lead there."
    )
    allow_private_urls: bool = Field(False, description="Let ingest fetch private and loopback addresses.")
    fetch_timeout_seconds: Annotated[float, Field(gt=0, le=300, description="Longest wait for one URL.")] = 20.0
    slack_bot_token: SecretStr | None = Field(None, description="Bot token (xoxb-...) of the one workspace it is in.")
    slack_app_token: SecretStr | None = Field(None, description="App token (xapp-...), for `dateline slack`.")
    slack_signing_secret: SecretStr | None = Field(None, description="Turns on /slack/events, for events over HTTP.")
    slack_client_id: str | None = Field(None, description="With the secret: any workspace may install the app.")
    slack_client_secret: SecretStr | None = Field(None, description="Secret that belongs to slack_client_id.")
    slack_workspaces: Listed = Field((), description="Team ids that are answered; none means every one installed.")
    slack_channels: Listed = Field((), description="Channel ids that are answered beside direct messages; none: all.")
    slack_questions_per_user: Annotated[int, Field(ge=1, le=10_000, description="Questions a minute and person.")] = 10
    slack_questions_per_channel: Annotated[int, Field(ge=1, le=10_000, description="Questions a minute, channel.")] = 30
    slack_thread_messages: Annotated[int, Field(ge=0, le=100, description="Thread messages read for context.")] = 20
    slack_api_url: str = Field(
        "https://slack.com/api/", pattern=r"^https?://\S+/$", description="Slack's Web API, or a proxy of it."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="What the log shows.")

    @property
    def chat_model_given(self) -> bool:
        """Whether a chat model may write answers."""
        return bool(self.chat_model or self.chat_base_url)

    @property
    def slack_tokens_given(self) -> bool:
        """Whether the app can speak in some workspace."""
        return bool(self.slack_bot_token or (self.slack_client_id and self.slack_client_secret))


def load_settings(**overrides: object) -> Settings:
    """Settings from the environment, with overrides (None is ignored).

    Raises:
        SettingsError: a value is out of range; the message names the variable and what it must be.
    """
    given = {name: value for name, value in overrides.items() if value is not None}
    try:
        return Settings(**given)  # type: ignore[arg-type]  # pydantic validates what the caller hands over
    except ValidationError as error:
        first = error.errors()[0]
        name = "DATELINE_" + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(
            f"The setting {name}={first.get('input')!r} is not usable: {first['msg']}.",
            hint="Correct it in the environment or in .env; .env.example lists every setting.",
        ) from error
