"""Whether two values of an answer may count one event, so that they update or contradict each other."""

from __future__ import annotations

from itertools import product

from app.figures.matching.candidate import Candidate
from app.figures.matching.values import (
    ValueGroup,
    of_another_owner,
    of_one_story,
    same_speaker,
    same_speaker_since,
)
from app.figures.predicates import GROWS, HAVING

_FAR, _BOTH_NAMED, _SIDE_BY_SIDE, _SINCE, _BESIDE = 3.0, 1.0, 1.0, 1.0, -0.75
_PER_RATIO, _MOST_RATIO = 1.5, 2.0
"""Fitted on 748 values beside a right one, told of the asked event or of another, and rounded; in units of nearness."""


def same_event(headline: ValueGroup, other: ValueGroup) -> bool:
    """Whether ``other`` may count the event of the headline: near enough to it, on a day left open or shared.

    What happened on other days to the dead, the hurt or the downed is another event, not an earlier count, and so is
    what was told of them months apart; a value many times greater or smaller must be all the nearer, unless a text
    calls it an earlier one.
    """
    if of_another_owner(headline, other) or not (other.superseded or _is_near(headline, other)):
        return False
    predicate = headline.members[0].record.predicate
    if predicate in GROWS and not of_one_story(headline, other):
        return False
    mine, theirs = headline.event_days, other.event_days
    if predicate in HAVING or not mine or not theirs:
        return True
    return any(
        first <= their_last and their_first <= last for first, last in mine for their_first, their_last in theirs
    )


def _is_near(headline: ValueGroup, other: ValueGroup) -> bool:
    ratio = min(_MOST_RATIO, abs(other.log_ratio(headline)))
    of_two = [pair for pair in product(headline.members, other.members) if _are_two_voices(*pair)]
    far = (
        _FAR
        + _BOTH_NAMED * bool(of_two)
        + _SIDE_BY_SIDE * any(mine.article.article_id == theirs.article.article_id for mine, theirs in of_two)
        + _SINCE * same_speaker_since(headline, other)
        + _BESIDE * _told_beside(headline, other)
    )
    return other.nearness - headline.nearness + far > _PER_RATIO * ratio


def _told_beside(headline: ValueGroup, other: ValueGroup) -> bool:
    """Whether only articles that give the headline give it too: what they count besides is mostly of other events."""
    articles = {member.article.article_id for member in headline.members}
    return all(member.article.article_id in articles for member in other.members)


def _are_two_voices(mine: Candidate, theirs: Candidate) -> bool:
    """Whether two named speakers give them: an army and its enemy may be far apart."""
    named = mine.record.said_by is not None and theirs.record.said_by is not None
    return named and not same_speaker(mine.record, theirs.record)
