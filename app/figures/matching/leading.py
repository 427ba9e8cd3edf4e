"""Which of several values of one thing leads the answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log
from statistics import median

from app.figures.matching.candidate import Candidate
from app.figures.matching.values import ValueGroup, days_apart, disagree, same_speaker_since
from app.figures.predicates import GROWS

_HIGHEST, _RAISED, _REPLACED, _SUPERSEDED = 1.0, 0.5, -1.0, -3.0
_OUTLETS, _AT_LEAST, _SURENESS = 0.75, -0.5, 2.0
_PLACED, _OF_KIND, _CLAIMED = 2.0, 1.25, -1.0
_CLAIM = re.compile(r"\b(?:claim(?:s|ed)?|claiming)\b", re.IGNORECASE)
_DAY_BEHIND, _MOST_DAYS = -0.6, 3
_OPENING, _NEWS_DAYS = 600, 2
"""What stands behind the opening of an article that came days after the event is a reminder, and no news."""
_OUTLIER, _TIMES_USUAL = -1.5, 1.0
"""An outlier is more than e (to the power of ``_TIMES_USUAL``) times the middle value: it counts something else."""


def leading(groups: Sequence[ValueGroup]) -> ValueGroup:
    """The value that holds: of a growing count the fullest, else the last one told unless more outlets contradict it.

    The weights were fitted on 95 questions whose counts of the dead or hurt differ, rounded, and each tried without.
    """
    if groups[0].members[0].record.predicate in GROWS:
        return max(groups, key=lambda group: (_fullness(group, groups), group.recency()))
    newest = max(groups, key=ValueGroup.recency)
    against = [group for group in groups if group is not newest and disagree(newest, group)]
    return max([newest, *against], key=ValueGroup.support)


def _fullness(group: ValueGroup, groups: Sequence[ValueGroup]) -> float:
    """How likely the group is the full count, as last told: an early one is lower, one of more events far higher."""
    highest = max((other.value for other in groups if not other.superseded), default=0.0)
    usual = median(other.value for other in groups)
    return (
        _HIGHEST * (group.value == highest)
        + _RAISED * any(member.record.standing == "now" for member in group.members)
        + _REPLACED * any(other.value > group.value and same_speaker_since(other, group) for other in groups)
        + _SUPERSEDED * group.superseded
        + _OUTLETS * log(group.outlets)
        + _AT_LEAST * all(member.record.qualifier == "at least" for member in group.members)
        + _SURENESS * group.certainty
        + _PLACED * group.placed
        + _OF_KIND * group.is_of_kind
        + _CLAIMED * all(_is_claim(member) for member in group.members)
        + _DAY_BEHIND * _days_behind(group, groups)
        + _OUTLIER * (max(0.0, log(group.value / usual) - _TIMES_USUAL) if usual and group.value else 0.0)
    )


def _is_claim(member: Candidate) -> bool:
    """Whether the sentence calls it a claim, as that of a group about its own attack."""
    return _CLAIM.search(member.article.text, *member.record.sentence) is not None


def _days_behind(group: ValueGroup, groups: Sequence[ValueGroup]) -> int:
    """Days from its last news to the last news of any value; none for a value that is only remembered."""
    last, newest = _last_news(group), max(map(_last_news, groups))
    return min(_MOST_DAYS, days_apart(last, newest)) if last and newest else 0


def _last_news(group: ValueGroup) -> str:
    told = (member for member in group.members if member.record.standing != "earlier" and not _is_reminder(member))
    return max((member.record.as_of or "" for member in told), default="")


def _is_reminder(member: Candidate) -> bool:
    happened, published = member.record.happened_last, member.article.published_day
    if happened is None or published is None or member.record.span.start < _OPENING:
        return False
    return days_apart(happened, published) > _NEWS_DAYS
