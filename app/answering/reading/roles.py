"""Who does what: whether a person in a sentence stands where the doer of a deed or the holder of a role stands.

"Viktor Hale, the governor of the central bank", "the bank's governor, Viktor Hale", "Judge Helen Moss", "led by
Professor Ruth Adeyemi" and "Tesfaye Abera of Ethiopia won" say so by their form.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from app.answering.reading.focus import Focus
from app.answering.reading.lexicon import kind_of_category
from app.answering.reading.words import stem, words_of
from app.models import Span

_ROLES_OF_DEED: Mapping[str, str] = {
    "head": "head chief",
    "lead": "leader head",
    "chair": "chair chairman chairwoman chairperson president",
    "run": "head director manager chief",
    "direct": "director",
    "manag": "manager",
    "command": "commander",
    "govern": "governor",
    "coach": "coach",
    "edit": "editor",
    "own": "owner",
    "found": "founder",
    "buy": "buyer",
    "make": "maker manufacturer producer",
}
_ALSO_MEANS_ELSE = frozenset({"make"})
"""Whoever makes history is no maker."""
_ROLE_ASKED = re.compile(
    r"\bwho(?:\s+(?:is|was|are|were|became|will be|will become)|['’]s)\s+(?P<phrase>[\w’' -]+)", re.IGNORECASE
)
_ROLE_END = re.compile(r"\b(?:of|in|at|for|when|who|that|to|on)\b")
_CLAUSE_BEFORE = re.compile(r"(?:^|[,;:.?!][\"”’]?\s)(?P<clause>[^,;:]{2,90}),\s+\Z")
_WORD_BEFORE = re.compile(r"(?P<clause>\w+(?:\s+[A-Z][a-z]+){0,2})\s+\Z")
_BY_BEFORE = re.compile(r"(?P<clause>\w+)\s+by\s+(?:[\w.]+\s+){0,3}\Z")
_CLAUSE_AFTER = re.compile(r"(?:,\s+(?:who\s+(?:is|was)\s+)?|\s+the\s+)(?P<clause>[^,;:.]{2,90})")
_BEING_AFTER = re.compile(
    r"(?:\s+of\s+[A-ZÀ-Þ][\w-]+)?\s+(?:is|was|became|becomes|remains|serve[sd] as|has been|had been|as)\s+"
    r"(?P<clause>[^,;:.]{2,60})"
)
_VERB_AFTER = re.compile(
    r"(?:,\s+who)?\s+(?:of\s+[A-Z][\w-]+\s+)?(?:(?:has|have|had|also|then|who)\s+){0,2}(?P<clause>\w+)"
)
_QUALIFIER = re.compile(
    r"[a-z]{3,}est|first|last|only|finance|prime|foreign|interior|defen[cs]e|health|energy|justice|education|vice|"
    r"deputy",
    re.IGNORECASE,
)
_MANY_KINDS = frozenset({"minister", "secretary", "officer", "director", "adviser", "chief"})
"""The word in front tells which: the transport minister is not the energy minister."""
_REACH = 100


def roles_of(focus: Focus) -> frozenset[str]:
    """Stems of the role that a question on a person asks for: "governor", "leader" for "who leads"; often none."""
    own = focus.deed if focus.deed and kind_of_category(focus.deed) == "person" else ""  # "who skippered the trawler"
    words = _ROLES_OF_DEED.get(focus.deed or "", own).split()
    phrase = _role_phrase(focus)
    known = [word for word in phrase if kind_of_category(word) == "person"]
    return frozenset(stem(word) for word in [*words, *(known or phrase)[-1:]]) | focus.named_thing


def _role_phrase(focus: Focus) -> list[str]:
    """The words of the role in "who was the imam killed by …" or "turkish defence minister": noun and modifiers."""
    if focus.asking is None and focus.category and focus.kind == "person" and not focus.ask.startswith("This"):
        return focus.ask[: focus.ask.lower().index(focus.category) + len(focus.category)].split()
    asked = _ROLE_ASKED.search(focus.ask)
    return _ROLE_END.split(asked.group("phrase"), maxsplit=1)[0].split() if asked else []


def is_titled(text: str, span: Span, category: str | None) -> bool:
    """Whether the asked noun stands before the name as its title: "Judge Helen Moss" for "which judge"."""
    title = _WORD_BEFORE.search(text[max(0, span.start - _REACH) : span.start])
    return bool(category and title and title.group("clause").split()[-1] == category.capitalize())


def asks_holder(focus: Focus) -> bool:
    """Whether only who holds a role answers: "who commanded …", "who chairs …", "who was the pilot …"."""
    if focus.asking is None and focus.category and focus.kind == "person":
        return focus.ask.endswith(focus.category) or focus.ask.startswith(focus.category)  # "alma rose captain"
    phrase = _role_phrase(focus)
    owned = any(word.endswith(("'s", "’s")) for word in phrase[:-1])
    named = owned or (phrase[:1] == ["the"] and any(kind_of_category(word) == "person" for word in phrase))
    return focus.kind == "person" and (
        named or bool(focus.named_thing) or focus.deed in _ROLES_OF_DEED.keys() - _ALSO_MEANS_ELSE
    )


def qualifiers_of(focus: Focus) -> frozenset[str]:
    """Stems of the words that tell the asked role from its like: "finance" of a minister, "fastest" of a woman."""
    phrase = _role_phrase(focus)
    before = [left for left, right in pairwise(phrase) if right.lower() in _MANY_KINDS and left.islower()]
    return frozenset(stem(word) for word in phrase if _QUALIFIER.fullmatch(word) or word in before)


def holds_role(text: str, span: Span, roles: frozenset[str], qualifiers: frozenset[str] = frozenset()) -> bool:
    """Whether the role stands with the person at ``span``: before a comma, as a title, after a comma or after "is".

    Args:
        qualifiers: stems that must stand with the role.
    """
    before, after = text[max(0, span.start - _REACH) : span.start], text[span.end : span.end + _REACH]
    found = (
        _CLAUSE_BEFORE.search(before),
        _WORD_BEFORE.search(before),
        _CLAUSE_AFTER.match(after),
        _BEING_AFTER.match(after),
    )
    return any(match and _stems(match) & roles and qualifiers <= _stems(match) for match in found)


def does_deed(text: str, span: Span, deed: str | None) -> bool:
    """Whether the person at ``span`` is the subject of the verb, or follows it after "by"."""
    if deed is None:
        return False
    before, after = text[max(0, span.start - _REACH) : span.start], text[span.end : span.end + _REACH]
    found = (_VERB_AFTER.match(after), _BY_BEFORE.search(before))
    return any(match and deed in _stems(match) for match in found)


def _stems(match: re.Match[str]) -> frozenset[str]:
    return frozenset(word.stem for word in words_of(match.group("clause")))
