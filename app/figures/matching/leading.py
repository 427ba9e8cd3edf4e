"""Which of several values of one thing leads the answer: first the asked event is found, then its last count."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from app.figures.matching.candidate import Candidate
from app.figures.matching.day_fit import days_between
from app.figures.matching.values import ValueGroup, of_one_story
from app.figures.predicates import GROWS

_DAY_BEHIND, _MOST_DAYS = -1.0, 3
_LOWER, _RAISED, _SUPERSEDED, _OUTLETS = -2.0, 1.8, -2.0, 0.5
_SURE = 0.7
"""The least share of the best certainty from which a value may lead."""
_OPENING, _NEWS_DAYS = 600, 2
"""What stands behind the opening of an article that came days after the event is a reminder, and no news."""


def leading(groups: Sequence[ValueGroup]) -> ValueGroup:
    """The value that holds: of a growing count the last of the asked event, else the one that was last said to hold.

    Values that are clearly less sure than the surest may be told beside it, and do not lead.
    """
    surest = max(group.certainty for group in groups)
    groups = [group for group in groups if group.certainty >= _SURE * surest]
    likely = _fullness if groups[0].members[0].record.predicate in GROWS else _validity
    return max(groups, key=lambda group: (likely(group, groups), group.recency()))


def _validity(group: ValueGroup, groups: Sequence[ValueGroup]) -> float:
    """How likely the group is what holds now: near to what is asked, said to hold until lately, and by several.

    Log-odds like its nearness, fitted on 189 questions; they held on folders left out.
    """
    newest = max(other.last_held for other in groups)
    days = days_between(group.last_held, newest) if group.last_held else _MOST_DAYS
    return group.nearness + _DAY_BEHIND * min(_MOST_DAYS, days) + _OUTLETS * log(group.outlets)


def _fullness(group: ValueGroup, groups: Sequence[ValueGroup]) -> float:
    """How likely the group is the full count of the asked event, as last told: an early one is lower.

    Log-odds like its nearness, fitted on 439 questions on the dead and hurt; they held on folders left out.
    """
    nearest = max(groups, key=lambda other: (round(other.nearness, 1), other.value))
    return (
        group.nearness
        + _LOWER * (group.value < nearest.value)
        + _SUPERSEDED * group.superseded
        + _RAISED * any(member.record.standing == "now" for member in group.members)
        + _DAY_BEHIND * _days_behind(group, nearest, groups)
    )


def _days_behind(group: ValueGroup, nearest: ValueGroup, groups: Sequence[ValueGroup]) -> int:
    """Days from its last news to the last news of the nearest value's story; none for one that is only remembered."""
    last = _last_news(group)
    story = [day for other in groups if of_one_story(nearest, other) and (day := _last_news(other))]
    return max(0, min(_MOST_DAYS, days_between(last, max(story)))) if last and story else 0


def _last_news(group: ValueGroup) -> str:
    told = (member for member in group.members if member.record.standing != "earlier" and not _is_reminder(member))
    return max((member.record.as_of or "" for member in told), default="")


def _is_reminder(member: Candidate) -> bool:
    happened, published = member.record.happened_last, member.article.published_day
    if happened is None or published is None or member.record.span.start < _OPENING:
        return False
    return days_between(happened, published) > _NEWS_DAYS
