"""Sentences of an article that speak to a language model instead of to a reader.

Such a sentence is neither shown to a model nor taken as evidence for what a model says. This is one layer of three:
the fences keep the rest apart from our instructions, and whatever a model says still has to stand in the archive.
"""

from __future__ import annotations

import re
import unicodedata

from app.archive.sentences import sentence_spans

_MODEL = r"(?:ai|llms?|gpt|chatgpt|claude|gemini|language model|assistant|chat ?bot|model|system)"
_ORDERS = re.compile(
    rf"""
    \b(?:ignore|disregard|forget|override|bypass|skip)\b.{{0,40}}
        \b(?:instructions?|prompts?|rules?|guidelines?|above|previous|prior|passages?|question|context)\b
    | ^\W*(?:say|reply|respond)\b
    | \b(?:system|developer|hidden|secret|initial)\s+(?:prompt|message|instructions?)\b
    | ^\W*(?:system|assistant|user|human|developer|tool|im_start|inst|sys|end|passage)\b\W*[:|>\])›]
    | <\W{{0,3}}/?\s*(?:passage|system|user|assistant|instructions?|im_start|im_end|s|inst|sys|tool)\b
    | \[/?\s*(?:inst|sys|system)\b | \|\s*(?:im_start|im_end|endoftext|eot_id)
    | \b(?:respond|reply|answer|output|print|repeat|say|write|return|cite|translate)\b\W+
        (?:only|exactly|always|with|in|to\s+every|the\s+(?:following|words?|text)|this|every|back)\b
    | \b(?:you\s+(?:are|must|should|will|shall|have\s+to)|your|act\s+as|pretend|from\s+now\s+on)\b.{{0,60}}
        \b(?:{_MODEL}|answers?|respond|reply|instructions?|prompts?|users?|cite|json|jailbreak|unrestricted|pirate)\b
    | \b(?:note|message|attention|dear|hey|hello|instructions?|important)\b
        \W{{0,3}}(?:to|for)?\W{{0,3}}(?:the\s+|all\s+|any\s+)?{_MODEL}s?\b
    | \b(?:if\s+you\s+are|as)\s+an?\s+(?:{_MODEL})\b
    | "(?:supported|answer|citations|verdict|role|content|tool_calls?)"\s*:
    | \b(?:reveal|print|show|leak|send|exfiltrate)\b.{{0,40}}
        \b(?:api\s*key|password|secret|credentials?|prompt|environment)\b
    | !\[[^\]]*\]\( | \b(?:javascript|data):\S
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BASE64 = re.compile(r"\b[A-Za-z0-9+/]{60,}={0,2}")


def speaks_to_a_model(sentence: str) -> bool:
    """Whether the sentence gives orders to a model or imitates what frames a chat."""
    plain = sentence if sentence.isascii() and sentence.isprintable() else _visible(sentence)
    return bool(_ORDERS.search(plain) or _BASE64.search(plain))


def _visible(text: str) -> str:
    normal = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in normal if sign.isspace() or unicodedata.category(sign)[0] != "C")


def for_readers(text: str) -> str:
    """The text without its sentences that speak to a model."""
    sentences = (text[span.start : span.end] for span in sentence_spans(text))
    return " ".join(sentence for sentence in sentences if not speaks_to_a_model(sentence))
