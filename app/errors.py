"""Every error Dateline raises on purpose.

DatelineError
├── SettingsError              a setting is missing, out of range or contradicts another
├── ArchiveError
│   ├── ArchiveNotFound        the folder holds no archive
│   ├── ArchiveLocked          another process owns the archive; names its pid
│   ├── ArchiveMismatch        built with another model, dimension, chunker or schema
│   ├── ArchiveDamaged         the truth and an index disagree and could not be repaired
│   ├── ArchiveUnwritable      read-only or full disk
│   ├── ArticleNotFound        no such article or version
│   └── AnswerNotFound         no such answer, or not kept any more
├── EmbeddingError             the embedding model could not be found, loaded or run
├── IngestError                one article or source could not be taken in
│   ├── UnreadableSource       missing, empty, binary, too large or mis-encoded file
│   ├── MalformedArticle       no text, bad JSON line, bad date
│   └── FetchRefused           a URL that must not or could not be fetched
├── ChatModelError             a chat model gave no usable reply; its caller answers without it
│   ├── ModelUnreachable       down, too slow, overloaded or broken off; trying again may help
│   ├── ModelRejected          it refused the request: wrong key, unknown model, context too long
│   └── ModelUnusable          it replied with nothing, with no text, or without end
├── SlackError                 Slack did not do what was asked of it
│   ├── SlackRefused           it said no: wrong token, not in the channel, archived
│   ├── SlackBusy              too many calls; says when to come again
│   └── SlackUnreachable       no usable reply; whether it was done is not known
├── PromptError                a prompt file is missing or its variables do not fit
├── QuestionError              an empty or oversized question, a date that is none
└── EvalError                  a dataset or run that cannot be read

A message says what failed, on which id, what was expected and what to do next;
``hint`` carries the next step apart, so that each surface can show it its own way.
"""


class DatelineError(Exception):
    """Base of all deliberate errors.

    Args:
        message: one sentence naming the thing that failed.
        hint: the next step for the person reading it, one sentence.
    """

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


def reason(error: Exception) -> str:
    """What went wrong, without the number and the path that the system's own errors carry."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


class SettingsError(DatelineError): ...


class ArchiveError(DatelineError): ...


class ArchiveNotFound(ArchiveError): ...


class ArchiveLocked(ArchiveError): ...


class ArchiveMismatch(ArchiveError): ...


class ArchiveDamaged(ArchiveError): ...


class ArchiveUnwritable(ArchiveError): ...


class ArticleNotFound(ArchiveError): ...


class AnswerNotFound(ArchiveError): ...


class EmbeddingError(DatelineError): ...


class IngestError(DatelineError): ...


class UnreadableSource(IngestError): ...


class MalformedArticle(IngestError): ...


class FetchRefused(IngestError): ...


class ChatModelError(DatelineError): ...


class ModelUnreachable(ChatModelError): ...


class ModelRejected(ChatModelError): ...


class ModelUnusable(ChatModelError): ...


class SlackError(DatelineError): ...


class SlackRefused(SlackError):
    """``code`` is Slack's own word, such as ``channel_not_found``."""

    def __init__(self, message: str, *, code: str, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.code = code


class SlackBusy(SlackError):
    """``retry_seconds`` is how long Slack wants to be left alone."""

    def __init__(self, message: str, *, retry_seconds: float) -> None:
        super().__init__(message)
        self.retry_seconds = retry_seconds


class SlackUnreachable(SlackError): ...


class PromptError(DatelineError): ...


class QuestionError(DatelineError): ...


class EvalError(DatelineError): ...
