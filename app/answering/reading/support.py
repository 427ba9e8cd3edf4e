"""Whether what was found supports an answer at all; if not, the archive does not say.

An answer must stand near most of what the question names. Being on the same subject is not enough: a question on planes
shot down over Idlib is not answered by a sentence on Idlib, nor one on France by a sentence on presidents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from app.answering.reading.capitals import is_capital_or_not_asked
from app.answering.reading.doers import deed_asked, did_nothing, does, is_done_to_asked
from app.answering.reading.evidence import Sentence
from app.answering.reading.focus import Focus
from app.answering.reading.predicates import is_named, is_owned_by_asked, is_such, says_the_asked, speaks_of_noun
from app.answering.reading.roles import asks_holder, does_deed, holds_role, is_titled, qualifiers_of, roles_of
from app.answering.reading.sentences import Ranked
from app.answering.reading.short_answer import ShortAnswer
from app.answering.reading.words import stems_of

_LEAST_NEAR = 0.42
_LEAST_NEAR_OF_COUNTS = 0.55
_LEAST_NEAR_WITHOUT_DEED = 0.7
"""For "who commanded …" where nobody is said to have commanded."""
_LEAST_OWN = 0.12
_SURE = 0.75
_FEW_WORDS = 2
"""Of two words one is not enough: "what is sodium good for?" is not about Good Hope."""
_NAMES_PER_MISS = 3
_LEADING_CHARS = 600
_OPENING_YEAR = re.compile(r"In (?P<year>(?:19|20)\d\d)\b")


def supported(focus: Focus, sentence: Sentence, weights: Mapping[str, float]) -> bool:
    """Whether one sentence, read in its article, is about what the question is about."""
    if not says_of_it(sentence, weights):
        return False
    seen = sentence.stems | sentence.around | setting_of(sentence)
    least = _LEAST_NEAR_OF_COUNTS if focus.counted else _LEAST_NEAR
    if len(weights) <= _FEW_WORDS and not focus.named_thing:
        least = _SURE
    if focus.deed is not None and focus.deed not in seen:
        least = _LEAST_NEAR_WITHOUT_DEED
    if _share(seen, weights) < least or not (is_named(focus, sentence) and speaks_of_noun(focus, sentence)):
        return False
    return names_the_asked(focus, sentence)


def says_of_it(sentence: Sentence, weights: Mapping[str, float]) -> bool:
    """Whether the sentence itself, read alone, has a word or two of what was asked."""
    return _share(sentence.stems, weights) >= _LEAST_OWN


def coverage(sentence: Sentence, weights: Mapping[str, float]) -> float:
    """The share of the question's words, 0 to 1, in the sentence, around it or at the head of its article."""
    return _share(sentence.stems | sentence.around | setting_of(sentence), weights)


def is_covered(sentence: Sentence, weights: Mapping[str, float]) -> bool:
    """Whether an answer in the sentence needs no company: nearly all that is asked stands in and around it."""
    return coverage(sentence, weights) >= _SURE


def names_the_asked(focus: Focus, sentence: Sentence) -> bool:
    """Whether the sentence, read in its article, has the names and years without which nothing answers."""
    seen = sentence.stems | sentence.around | setting_of(sentence)
    return _names_seen(focus, seen) and _years_seen(focus, sentence, seen)


def tells_the_deed(focus: Focus, sentences: Iterable[Sentence]) -> bool:
    """Whether any sentence says that the deed was done: "who designed the bridge?" needs a designing, or a designer."""
    return focus.deed is None or bool(roles_of(focus)) or any(focus.deed in sentence.stems for sentence in sentences)


def first_supported(focus: Focus, answers: Iterable[ShortAnswer], weights: Mapping[str, float]) -> ShortAnswer | None:
    """The best short answer that stands in a supported sentence; for counts, next to the counted noun."""
    for answer in answers:
        if not _may_have_done(focus, answer, weights):
            continue
        if not is_capital_or_not_asked(focus, answer.sentence, answer.span):
            continue
        if _is_holder(focus, answer) and _is_about(focus, answer.sentence, _without_deed(focus, weights)):
            return answer
        if asks_holder(focus):
            continue
        if any(supported(focus, sentence, weights) and _counts_right(focus, sentence) for sentence in answer.mentions):
            return answer
    return None


def first_supported_sentence(focus: Focus, ranked: Iterable[Ranked], weights: Mapping[str, float]) -> Sentence | None:
    """The first of the sentences that is about what the question is about; None when none is."""
    return next((entry.sentence for entry in ranked if supported(focus, entry.sentence, weights)), None)


def setting_of(sentence: Sentence) -> frozenset[str]:
    """Stems of the head of the sentence's article: title, outlet, place and first lines."""
    article = sentence.article
    return stems_of(f"{article.title} {article.source or ''} {article.place or ''} {article.text[:_LEADING_CHARS]}")


def _share(stems: frozenset[str], weights: Mapping[str, float]) -> float:
    return sum(weight for stem, weight in weights.items() if stem in stems)


def _names_seen(focus: Focus, seen: frozenset[str]) -> bool:
    """Every required name; one may be missing where there are many. Without required names half of all names."""
    if focus.required:
        return len(focus.required - seen) <= len(focus.required) // _NAMES_PER_MISS
    return 2 * len(focus.names & seen) >= len(focus.names)


def _years_seen(focus: Focus, sentence: Sentence, seen: frozenset[str]) -> bool:
    published = (sentence.article.published_at or "")[:4]
    if focus.asking == "who":  # somebody else did it in another year, which the head of the article may compare with
        seen = sentence.stems | sentence.around | stems_of(sentence.article.title)
    return all((year == published or year in seen) and not _opens_with_other(sentence, year) for year in focus.years)


def _opens_with_other(sentence: Sentence, year: str) -> bool:
    """Whether the sentence itself opens with another year: "In 2011 an earthquake …"."""
    opening = _OPENING_YEAR.match(sentence.text)
    return bool(opening and opening.group("year") != year)


def answers_question(focus: Focus, sentence: Sentence, weights: Mapping[str, float]) -> bool:
    """Whether a sentence that a model rests its answer on is about the question and counts what it counts."""
    if not names_the_asked(focus, sentence):
        return False
    if focus.kind != "number" or not focus.counted:
        return True
    return supported(focus, sentence, weights) and _counts_right(focus, sentence)


def _is_of_year(focus: Focus, sentence: Sentence) -> bool:
    """Whether a counting sentence is of every year asked about: its article's, or one that it names itself."""
    published = (sentence.article.published_at or "")[:4]
    return all(year == published or year in sentence.stems for year in focus.years)


def _counts_right(focus: Focus, sentence: Sentence) -> bool:
    """The noun counted must stand in the sentence: its last word, the others are modifiers."""
    if focus.kind != "number" or not focus.counted:
        return True
    if not _is_of_year(focus, sentence):
        return False
    first, last = focus.counted[0], focus.counted[-1]
    if last not in sentence.stems and (first.startswith("@") or first not in sentence.stems):
        return False
    return says_the_asked(focus, sentence) and is_such(focus, sentence) and is_owned_by_asked(focus, sentence)


def _without_deed(focus: Focus, weights: Mapping[str, float]) -> Mapping[str, float]:
    """The weights without the verb that a role stands for: "the maker" for who made it."""
    if not roles_of(focus) or focus.deed not in weights:
        return weights
    rest = {stem: weight for stem, weight in weights.items() if stem != focus.deed}
    whole = sum(rest.values()) or 1.0
    return {stem: weight / whole for stem, weight in rest.items()}


def _is_about(focus: Focus, sentence: Sentence, weights: Mapping[str, float]) -> bool:
    """Supported by its own words, or, as in "Its chairwoman, Judy Parfitt, said", by all that stands around it."""
    covered = is_covered(sentence, weights) and names_the_asked(focus, sentence)
    return covered or supported(focus, sentence, weights)


def _may_have_done(focus: Focus, answer: ShortAnswer, weights: Mapping[str, float]) -> bool:
    """Whether the answer does the deed asked about by the form of its sentence, or nothing there speaks against it."""
    deed = deed_asked(focus)
    if deed is None or _has_role(focus, answer) or (roles_of(focus) and _is_holder(focus, answer)):
        return True
    if deed.is_passive:
        return not did_nothing(answer.sentence.text, answer.span)
    if focus.asking != "who":
        return any(is_done_to_asked(one.text, one.around | setting_of(one), deed) for one in answer.mentions)
    sentence = answer.sentence
    told = is_done_to_asked(sentence.text, sentence.around | setting_of(sentence), deed)
    if told and does(sentence.text, answer.span, deed):
        return True
    return told and not did_nothing(sentence.text, answer.span) and is_covered(sentence, weights)


def _is_holder(focus: Focus, answer: ShortAnswer) -> bool:
    text, span = answer.sentence.text, answer.span
    return focus.kind == "person" and (_has_role(focus, answer) or does_deed(text, span, focus.deed))


def _has_role(focus: Focus, answer: ShortAnswer) -> bool:
    text, span = answer.sentence.text, answer.span
    return holds_role(text, span, roles_of(focus), qualifiers_of(focus)) or is_titled(text, span, focus.category)
