"""Numbers that count nothing: ages, scores, phone numbers, years, times, ordinals, idioms, models, dates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.english import MONTHS
from app.figures.reading.measures import MEASURE
from app.figures.reading.numbers import NumberReading
from app.models import Span

_BEFORE = re.compile(
    r"(?:\b(?:net|ground|patient|aged?|ages|at age|age of|(?:man|woman|boy|girl) of|number|no|nos|page|pages|chapter|"
    r"article|resolution|section|flight|route|room|channel|group of|division|brigade|battalion|unit|apartment|gate|"
    r"highway|road|version|level|phase|season|episode|game|round|week|day|act|part|volume|vol|tel|phone|call|dial|fax|"
    r"ext|covid|mark|type|grade|category|class|url(?:\s\d+)?|windows|iphone|ps|geneva|astana|formula|boeing|airbus|su|"
    r"mig|square|cloud|catch|title|world war|type|figure)[\s.:#-]*)$",
    re.IGNORECASE,
)
"""What labels a number: "aged (45)", "Resolution (2254)", "Covid-(19)"."""
_AFTER = re.compile(
    r"\s?(?:st|nd|rd|th)\b|\s?(?:am|pm|a\.m|p\.m|gmt|utc|hrs|o['’]?clock|local time)\b|[-\s]years?[-\s]olds?\b|"
    r"\s(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|seasons?)\s(?:later|ago|earlier)\b|"
    rf"[-\s](?:months?|days?|weeks?)[-\s]old\b|:\d\d|[-](?!\s)(?!(?:square-)?{MEASURE}s?\b)[A-Za-z]|['’]s\b|/\d",
    re.IGNORECASE,
)
""" "(3)rd", "(7) pm", "(12)-year-old", "(10):30", "(4)-wheel", "zero-Covid"."""
_RATIO = re.compile(r"\b(?:per|(?:for|of|in)\severy)\s$", re.IGNORECASE)
"""What leads up to what others are counted by: "7.5 births per 1,000 people"."""
_LEADS_A_NUMBER = re.compile(r"\s(?:At least|More than|Over|Nearly|Some|About|Around|Up to)\s")
_ONE_IDIOM_AFTER = re.compile(
    r"\s(?:of|another|by\sone|day|point|thing|way|hand|side|such|else|or\sanother|and\sonly|can|could|must|should|may|"
    r"would|who|that|which|is|was|has|had|in\s(?:five|four|three|two|ten|every)|time|more\stime|after|"
    r"or\s(?:two|more)|just|last|final|needs?|might)\b|['’]",
    re.IGNORECASE,
)
""" "one of", "one day", "one by one"."""
_ONE_IDIOM_BEFORE = re.compile(
    r"\b(?:no|any|every|some|each|this|that|the|which|number|square|day|everyone|only|not|another|latest|last|"
    r"first|new|previous|similar|big|good|great|same)\s$",
    re.IGNORECASE,
)
""" "no one", "the latest one"."""
_IDIOMS = re.compile(
    r"\b(?:on all fours|second to none|nine to five|back to square one|two sides of|at sixes and sevens|ten to one|"
    r"one hundred percent sure|a million times|thousand words|one in a million|zero tolerance|in two minds|one-two|"
    r"fifty-fifty|twenty-four seven|24/7|9/11|two birds|first two|last two|seven seas|seven wonders|four corners|"
    r"five senses|big three|group of seven|group of twenty|four-wheel|million-dollar question|cloud nine|forty winks|"
    r"sixty-four thousand|a thousand cuts|one and all|one and the same)\b",
    re.IGNORECASE,
)
_SCORE = re.compile(
    r"\b(?:beat|beating|beaten|won|wins?|winning|lost|loses?|lead|led|leading|draw|drew|drawn|victory|defeat|defeated|"
    r"score|scored|set|sets|goals?|halftime|half-time|match|final|tied?)\b",
    re.IGNORECASE,
)
""" "beat Hull (3-1)": what makes two joined numbers a score."""
_PHONE = re.compile(r"(?:\+\d[\d\s().-]{6,}\d|\(?\b\d{3,4}\)?[\s.-]\d{3,4}[\s.-]\d{3,4}\b|\b\d{3}-\d{4}\b|\b0\d{8,}\b)")
""" "+44 20 7946 0958", "555-0123"."""
_YEAR_CONTEXT = re.compile(
    r"\b(?:in|since|by|of|from|until|till|during|before|after|late|early|mid|year|summer|winter|spring|autumn|and|the|to|"
    rf"between|{'|'.join(MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)[\s.,(-]*(?:\d{{1,2}},?\s)?$",
    re.IGNORECASE,
)
""" "since (2012)", "6 August (2013)"."""


def excluded_spans(sentence: str, days: Sequence[Span]) -> list[Span]:
    """Where numbers of ``sentence`` are no figures whatever follows them: dates, phone numbers, idioms."""
    spans = list(days)
    for pattern in (_PHONE, _IDIOMS):
        spans.extend(Span(*match.span()) for match in pattern.finditer(sentence))
    return spans


def is_excluded(sentence: str, reading: NumberReading, excluded: Sequence[Span]) -> bool:
    """Whether the number at ``reading.span`` of ``sentence`` counts nothing."""
    start, end = reading.span
    if any(span.start < end and start < span.end for span in excluded):
        return True
    before, after = sentence[max(0, start - 60) : start], sentence[end : end + 40]
    if reading.unit is None and (_BEFORE.search(before) or _RATIO.search(before) or _AFTER.match(after)):
        return True
    if reading.value == 1:
        return _is_idiomatic_one(reading, before, after)
    return _is_furniture(reading, after) or _is_year(reading, before, after) or _is_score(sentence, reading)


def _is_idiomatic_one(reading: NumberReading, before: str, after: str) -> bool:
    """ "one of the", "no one", "one day"; "1 of the" too."""
    if reading.digits is None:
        return _ONE_IDIOM_AFTER.match(after) is not None or _ONE_IDIOM_BEFORE.search(before) is not None
    return after.startswith(" of ")


def _is_furniture(reading: NumberReading, after: str) -> bool:
    """Clock times ("0914"), stamps in front of a date, and counters that a new sentence follows without a stop."""
    digits = reading.digits or ""
    stamp = len(digits) == 4 and re.match(r"\s\d{1,2}[./]\d{1,2}[./]\d", after) is not None
    return stamp or re.match(r"0\d", digits) is not None or _LEADS_A_NUMBER.match(after) is not None


def is_table(sentence: str, readings: Sequence[NumberReading]) -> bool:
    """Whether the sentence is rows of numbers pasted as text: few words to a number, or cell marks."""
    words = len(re.findall(r"[A-Za-z]{2,}", sentence))
    cells = sentence.count("|") + sentence.count("\t")
    return len(readings) >= 4 and (words < 1.5 * len(readings) or cells >= 3)


def _is_year(reading: NumberReading, before: str, after: str) -> bool:
    if reading.digits is None or len(reading.digits) != 4 or not 1900 <= reading.value <= 2050 or reading.unit:
        return False
    qualified = re.search(
        r"\b(?:than|least|to|nearly|almost|about|some|over|estimated|around)\s$", before, re.IGNORECASE
    )
    counts = re.match(
        r"\s(?:people|civilians|fighters|soldiers|troops|families|refugees|others|prisoners|men|children)\b", after
    )
    if reading.value == 2000 and (qualified or counts):
        return False
    return not counts or bool(_YEAR_CONTEXT.search(before) and not qualified)


def _is_score(sentence: str, reading: NumberReading) -> bool:
    start, end = reading.span
    joined = reading.joined in ("-", "–", "—")
    part = re.match(r"[-–]\d", sentence[end : end + 2]) or re.search(r"\d[-–]$", sentence[max(0, start - 2) : start])
    around = sentence[max(0, start - 60) : end + 40]
    return bool(part) or (joined and _SCORE.search(around) is not None)
