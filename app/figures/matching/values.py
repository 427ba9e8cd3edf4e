"""Statements of one value, and whether two values update or contradict each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from math import log

from app.figures.matching.agreement import confirming_outlets
from app.figures.matching.candidate import Candidate
from app.figures.matching.day_fit import days_between
from app.figures.matching.rounding import is_coarser, is_round
from app.figures.matching.wars import is_running
from app.figures.names import abbreviates, name_keys
from app.figures.predicates import GROWS, HAVING
from app.figures.reading.owners import countries_of
from app.figures.records import FigureRecord, ResolvedFigure
from app.figures.words import read_words
from app.models import FigureStatus

_ROUNDING = frozenset({"more than", "over", "nearly", "almost", "about", "around", "some", "approximately", "roughly"})
_ABOVE, _BELOW = frozenset({"more than", "over"}), frozenset({"nearly", "almost"})
_SLACK = 0.15
"""How far a round figure may lie from the one it stands for."""
_ROUNDED_AFTER = 3
"""Days after which a higher round figure of a growing count is news and no rounding."""
_GENERIC = (
    "the a an of for and in at to by on based state run news agency media group monitor monitoring official source "
    "local head director chief spokesman human rights television channel network ministry war citing who national"
)
STORY_DAYS = 100
"""How long the dead and hurt of one event are counted on; what is told later is told of another."""
_RELATIVE = re.compile(r"\b(?:that|which)\s(?:has\s|had\s)?[a-z]+(?:ed|ing)?\s(?:(?:at\s)?[a-z]+\s){0,2}$")
_OWN_VOICE = {True: (None,), False: ()}
"""What stands somewhere is told in the outlet's own words too; whoever counts the dead speaks for himself."""


@dataclass(frozen=True, slots=True)
class ValueGroup:
    """All candidates that state one value or range (and round figures and ranges for it)."""

    members: tuple[Candidate, ...]

    @property
    def value(self) -> float:
        return self.members[0].record.value

    @property
    def high(self) -> float | None:
        """The upper end of a range."""
        return self.members[0].record.high

    @property
    def superseded(self) -> bool:
        """Whether some text calls the value an earlier one."""
        return any(member.record.standing == "earlier" for member in self.members)

    @property
    def days(self) -> list[str]:
        """The days on which the value was stated as holding, in order; "" for a day not known."""
        return sorted(member.record.as_of or "" for member in self.members if member.record.standing != "earlier")

    @property
    def is_running(self) -> bool:
        """Whether a statement of it counts on for as long as something lasts."""
        return any(map(is_running, self.members))

    @property
    def last_held(self) -> str:
        """The latest day for which a statement gives it as holding; "" if none."""
        return max(self.days, default="")

    @property
    def last_told(self) -> str:
        """The latest day for which any statement gives the value, also one that calls it an earlier one; "" if none."""
        return max(member.record.as_of or "" for member in self.members)

    @property
    def event_days(self) -> list[tuple[str, str]]:
        """The days its statements date the event to, a day of slack on both sides; none when one leaves them open."""
        days = []
        for member in self.members:
            record = member.record
            if record.happened_first is None or record.happened_last is None:
                return []
            first, last = date.fromisoformat(record.happened_first), date.fromisoformat(record.happened_last)
            days.append((first.isoformat(), (last + timedelta(days=1)).isoformat()))
        return days

    @property
    def is_rounded(self) -> bool:
        """Whether it is a range, or each statement of it a round figure with a qualifier: "more than 60"."""
        return self.high is not None or (is_round(self.value) and self._all_are(_ROUNDING))

    def rounds(self, exact: ValueGroup) -> bool:
        """Whether this round figure or range may stand for ``exact``, or for a part of another range."""
        if self.high is not None:
            return self.value <= (exact.high or exact.value) and exact.value <= self.high
        if not is_coarser(self.value, exact.value):
            return False
        low = self.value if self._all_are(_ABOVE) else self.value * (1 - _SLACK)
        high = self.value if self.is_just_below else self.value * (1 + _SLACK)
        return low < exact.value <= high

    @property
    def is_just_below(self) -> bool:
        """Whether it is a figure that is nearly reached, as "nearly 90" is told of 87."""
        return self._all_are(_BELOW)

    def _all_are(self, qualifiers: frozenset[str]) -> bool:
        return all(member.record.qualifier in qualifiers for member in self.members)

    @property
    def certainty(self) -> float:
        """How surely its surest statement is of the asked event, in [0, 1]."""
        return max(member.score for member in self.members)

    @property
    def nearness(self) -> float:
        """How near its nearest statement is to the asked event, against the other values."""
        return max(member.nearness for member in self.members)

    def log_ratio(self, other: ValueGroup) -> float:
        """How many times greater it is than ``other``, as a natural logarithm; zero counts as one."""
        return log((self.value or 1) / (other.value or 1))

    def recency(self) -> tuple[bool, str, float, float]:
        """Greater for what holds now: not superseded, stated last, of the surest event, the higher count."""
        return not self.superseded, self.last_held, round(self.certainty, 1), self.value

    @property
    def countries(self) -> frozenset[str]:
        """The countries whose the counted is said to be."""
        printed = (f"{member.record.owner or ''} {member.record.counted or ''}" for member in self.members)
        return frozenset().union(*map(countries_of, printed))

    @property
    def owners(self) -> frozenset[str]:
        """Keys of the names of all owners; empty where a statement names none."""
        printed = [member.record.owner or "" for member in self.members]
        named = all(any(word.capital for word in read_words(owner)) for owner in printed)
        return frozenset(name_keys(" ".join(printed))) if named else frozenset()

    @property
    def outlets(self) -> int:
        """How many outlets state it independently of each other."""
        return len(confirming_outlets((member.record, member.article) for member in self.members))

    def resolved(self, status: FigureStatus) -> ResolvedFigure:
        """The group as a figure of an answer; its record is the surest one that names a speaker."""
        best = max(
            self.members,
            key=lambda m: (
                (m.record.value, m.record.high) == (self.value, self.high),
                m.record.standing != "earlier",
                not _in_passing(m),
                m.record.said_by is not None,
                m.score,
            ),
        )
        agreeing = tuple(member.record for member in self.members if member is not best)
        return ResolvedFigure(best.record, status, agreeing, self.outlets)


def _in_passing(member: Candidate) -> bool:
    """Whether a clause tells it of something else: "the quake that killed 41 people had a magnitude of 6.8, X says"."""
    before = member.article.text[member.record.sentence.start : member.record.span.start]
    return _RELATIVE.search(before) is not None


def disagree(newest: ValueGroup, other: ValueGroup) -> bool:
    """Whether ``other`` contradicts the newest value instead of being an earlier state of it.

    It is earlier when a text says so, when its own speaker has since given the newest value, or when every statement
    of it is older. A count that only grows (the dead, the hurt) is never corrected downwards by another speaker.
    """
    mine, theirs = newest.days, other.days
    if other.superseded or not mine or not theirs or of_another_owner(newest, other):
        return False
    if same_speaker_since(newest, other) or _of_one_account(newest, other):
        return False
    if theirs[-1] >= mine[0]:
        return True
    grows = newest.members[0].record.predicate in GROWS
    revised = any(member.record.standing == "now" for member in newest.members)
    return grows and not revised and other.value > newest.value


def outdates(rounded: ValueGroup, exact: ValueGroup) -> bool:
    """Whether a higher round figure of a growing count was stated days after the exact one: growth, not rounding."""
    if rounded.members[0].record.predicate not in GROWS or rounded.value <= exact.value or rounded.is_just_below:
        return False
    mine, theirs = rounded.days, exact.days
    return bool(mine and theirs and mine[0] and theirs[-1]) and days_between(theirs[-1], mine[0]) > _ROUNDED_AFTER


def days_between_told(left: ValueGroup, right: ValueGroup) -> int:
    """The fewest days between a statement of one value and one of the other; 0 where no day is known."""
    told = [
        [member.record.as_of or member.article.published_day for member in group.members] for group in (left, right)
    ]
    return min((abs(days_between(mine, theirs)) for mine, theirs in product(*told) if mine and theirs), default=0)


def of_one_story(left: ValueGroup, right: ValueGroup) -> bool:
    """Whether both were told within ``STORY_DAYS``, or are running counts of what may last for years."""
    return days_between_told(left, right) <= STORY_DAYS or (left.is_running and right.is_running)


def of_another_owner(headline: ValueGroup, other: ValueGroup) -> bool:
    """Whether ``other`` counts what somebody else has: Russia's posts are no earlier count of Turkey's."""
    mine, theirs = headline.countries, other.countries
    if mine and theirs:
        return mine.isdisjoint(theirs)
    return bool(headline.owners and other.owners) and headline.owners.isdisjoint(other.owners)


def _of_one_account(newest: ValueGroup, other: ValueGroup) -> bool:
    """Whether every statement of ``other`` stands in an article that gives the newest too, by no other speaker."""
    return all(
        any(
            mine.article.article_id == theirs.article.article_id
            and theirs.record.said_by in (mine.record.said_by, *_OWN_VOICE[mine.record.predicate in HAVING])
            for mine in newest.members
        )
        for theirs in other.members
    )


def same_speaker_since(newest: ValueGroup, other: ValueGroup) -> bool:
    """Whether one who gave ``other`` has since given ``newest``."""
    return any(
        same_speaker(later.record, before.record) and (later.record.as_of or "") > (before.record.as_of or "")
        for later in newest.members
        for before in other.members
    )


def same_speaker(left: FigureRecord, right: FigureRecord) -> bool:
    """Whether both name one body or person: "a monitor (Northern Observatory)" and "Observatory chief Jane Roe"."""
    if left.said_by is None or right.said_by is None:
        return False
    generic = name_keys(_GENERIC)
    common = (name_keys(left.said_by) & name_keys(right.said_by)) - generic
    if abbreviates(left.said_by, right.said_by) or abbreviates(right.said_by, left.said_by):
        return True
    return any(not key.startswith("=") for key in common)
