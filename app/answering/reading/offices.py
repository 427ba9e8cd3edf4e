"""Questions on who holds an office today, and whether an archive can say so.

"French President Emmanuel Macron" in a story about something else says who held the office when that story ran, not who
holds it now. Such a title counts only while it is fresh; a sentence that states it ("X is the president of Y", "was
elected president") always counts, with its day shown.
"""

from __future__ import annotations

import re
from datetime import date

from app.answering.reading.evidence import Sentence
from app.answering.reading.short_answer import ShortAnswer
from app.answering.reading.words import stems_of

_FRESH_DAYS = 365
_ROLE = (
    r"(?:prime minister|(?:foreign|defen[cs]e|interior|finance|health) (?:minister|secretary)|first minister|president|"
    r"chancellor|minister|secretary(?: of (?:state|defen[cs]e))?|governor|mayor|king|queen|pope|"
    r"ambassador|speaker|ceo|chief executive|"
    r"chair(?:man|woman|person)?|head|leader|commander|director|spokes(?:man|woman|person))"
)
_ASKS_OFFICE = re.compile(rf"\bwho(?:\s+is|['’]s)\s+(?:[\w’'.-]+\s+){{0,4}}?(?P<role>{_ROLE})\b", re.IGNORECASE)
_STATES = (
    r"(?:is|was|became|becomes|remains|elected|appointed|named|inaugurated|sworn in|re-elected|chosen|serving|serves)"
)


def asked_office(question: str) -> str | None:
    """The office in "Who is the president of France?", lower case; None for any other question."""
    match = _ASKS_OFFICE.search(question)
    return match.group("role").lower() if match else None


def office_is_known(role: str, answer: ShortAnswer, today: str) -> bool:
    """Whether a mention states the office, or gives the title and is at most a year older than ``today``."""
    return any(
        _is_fresh(sentence, today) or _states_office(role, answer.text, sentence) for sentence in answer.mentions
    )


def holds_it_elsewhere(question: str, answer: ShortAnswer) -> bool:
    """Whether the sentence says whose office it is, and it is not that of the question: "the governor of Hatay"."""
    asked = _ASKS_OFFICE.search(question)
    whose = stems_of(question[asked.end() :]) if asked else frozenset()
    surname = re.escape(answer.text.rsplit(maxsplit=1)[-1])
    told = re.search(
        rf"\b{re.escape(asked['role'])}\s+of\s+(?P<whose>[^,;.]{{2,60}}),\s+(?:[\w.]+\s+){{0,2}}{surname}\b"
        if asked
        else "(?!)",
        answer.sentence.text,
        re.IGNORECASE,
    )
    return bool(whose and told and not whose & stems_of(told["whose"]))


def _is_fresh(sentence: Sentence, today: str) -> bool:
    published = sentence.article.published_at
    if not published:
        return False
    return (date.fromisoformat(today[:10]) - date.fromisoformat(published[:10])).days <= _FRESH_DAYS


def _states_office(role: str, name: str, sentence: Sentence) -> bool:
    """ "Macron is the president", "Macron, the president of France,", "elected Macron president"."""
    surname, office = re.escape(name.rsplit(maxsplit=1)[-1]), re.escape(role)
    forms = (
        rf"{surname}\s+(?:\w+\s+)?{_STATES}\s+(?:\w+\s+){{0,4}}{office}\b",
        rf"{surname},\s+(?:who\s+{_STATES}\s+)?(?:the\s+|a\s+)?(?:\w+\s+){{0,2}}{office}\b",
        rf"\bthe\s+{office}\s+of\s+[^,;:.]{{2,60}},\s+(?:[\w.]+\s+){{0,2}}{surname},",
        rf"(?:\b(?:the|its|their|his|her)|[’']s?)\s+(?:[\w-]+\s+){{0,2}}{office},\s+(?:[\w.]+\s+){{0,2}}{surname}\b",
        rf"\b{_STATES}\s+{surname}\s+(?:as\s+)?(?:\w+\s+){{0,2}}{office}\b",
    )
    return any(re.search(form, sentence.text, re.IGNORECASE) for form in forms)
