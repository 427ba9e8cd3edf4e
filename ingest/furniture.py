"""Page furniture: lines of a page that belong to its frame, not to the report. Pure.

Only whole paragraphs are ever left out, and only those that match one of these patterns from end to end or repeat an
earlier paragraph word for word: a sentence of reporting that mentions Twitter or a newsletter stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_NETWORK = r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|pinterest|reddit|instagram|youtube|messenger|print|sms|flipboard|vk|viber|tumblr|google\+?)"
_SIGN = r"[\s:.,;|/\\•·–—\-*_+>»«<→▶►&()\[\]]*"
_LINES = (
    # ways around the site
    r"(?:all|latest|more|top|breaking|related|most read|popular|recommended|trending)(?: \w+)? (?:news|stories|articles|posts|headlines|topics|reading|videos)",
    r"(?:home|menu|search|back|next|previous|close|skip to (?:main )?(?:content|navigation)|back to (?:top|home)|up next|most read|trending(?: now)?|most popular)",
    r"(?:read|see|show|load|view|learn|find out)(?: the)? (?:more|also|all|full (?:story|article))|keep reading|continue reading|also read|click here|get short url",
    r"(?:related|more)(?: (?:coverage|links|on this(?: story| topic)?|from .{2,40}))?",
    # sharing, printing, commenting
    rf"(?:share|tweet|send|post|save|like|copy link|bookmark)(?: (?:this|the))?(?: (?:article|story|post|page|link|news))?(?: (?:on|via|by|with|to) {_NETWORK})*",
    rf"(?:(?:share(?: on| via)?|follow(?: us)?(?: on)?|on|via|comment via)?\s*{_NETWORK}{_SIGN}){{1,12}}",
    r"(?:\d+ )?(?:comments?|shares?|views?|likes?)(?: ?\(?\d+\)?)?|leave a (?:comment|reply)|(?:post|add|write) (?:a )?comment|comments (?:are )?(?:closed|off)",
    r"(?:print|e-?mail|listen|listen to (?:this )?article|save for later|copy link|text size|font size|report an error)",
    rf"(?:follow|join|find|like) (?:us|me|@?[\w.]{{2,30}}(?: [\w.]{{2,30}}){{0,3}}) on {_NETWORK}(?:(?:,| and| or|, and) {_NETWORK})*(?:[:,]? ?@\w+)?(?: at @?\w+)?",
    # selling
    r"(?:subscribe|sign up|register|log ?in|sign in|join)(?: (?:now|here|today|free|for free|us))*",
    r"subscribe (?:to|for) .{3,90}(?:newsletter|channel|podcast|updates|alerts|edition|here|today|now)s?",
    r"sign up (?:for|to|here).{0,120}(?:newsletter|updates|alerts|briefing|inbox|e-?mail)s?(?:\W.{0,120})?",
    r"(?:get|receive) .{3,90}(?:newsletter|in your inbox|to your inbox|delivered).{0,60}",
    r"(?:advertisement|advertising|sponsored(?: content)?|ad|ads by .{2,30}|story continues below(?: (?:advertisement|this ad))?|article continues below(?: .{2,30})?|this story continues below.{0,20})",
    r"(?:download|get) (?:our|the) (?:free )?(?:mobile )?app(?: .{2,60})?",
    # law
    r"(?:we|this (?:web)?site|our (?:web)?site|our partners) (?:use|uses) cookies.{0,300}|(?:accept|reject|manage|allow)(?: all)?(?: cookies| preferences| settings)?|cookie (?:policy|settings|preferences|notice)",
    r"(?:by (?:continuing|using|clicking|browsing)).{0,120}(?:cookies|terms|privacy policy).{0,120}",
    r"(?:privacy policy|terms (?:of use|of service|and conditions|& conditions)|contact us|about us|community (?:standards|guidelines)(?: ?discussion)?|site ?map|disclaimer|editorial policy)",
    r"(?:©|\(c\)|copyright).{0,160}|all rights reserved|.{0,80}all rights reserved.{0,60}",
    r"our standards: ?the thomson reuters trust principles",
    # tags and pictures
    r"(?:tags?|topics?|keywords|filed under|categories)\s*:.{0,300}",
    r"(?:photo|image|picture|video)(?: (?:credits?|source|by|courtesy(?: of)?))?\s*[:/|,©] ?\S+(?: \S+){0,5}|(?:photo|picture|image) (?:by|courtesy of|credit) \S+(?: \S+){0,5}",
    r"©? ?(?:.{2,40}/ ?)?(?:ap photo|getty images|afp|reuters|epa|shutterstock|istock|alamy|anadolu agency)(?: ?(?:/|via|,) ?.{2,60})?(?: via getty images)?",
    r"\((?:ap|afp|reuters|getty|epa)?(?: |/)?(?:photo|image|file)(?: by)?[^()]{0,80}\)",
    r"(?:watch|listen)(?: now| live)?|play(?: video)?|live|video|photos?|gallery|(?:view|see) (?:gallery|photos|image)s?",
    r"[\W_]+",
)
_FURNITURE = re.compile("|".join(f"(?:{line})" for line in _LINES), re.IGNORECASE)
_LINK = re.compile(
    r"(?:read|see|watch|view|also|don['’]t miss|related|more|read more|read also|see also|also read|also on [\w ]+|related (?:news|stories|article|coverage)"
    r"|opinion|exclusive|recommended)\s*[:|»>–—-]+\s*\S.*",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"""[.!…]["'”’)\]]*$""")
_LONGEST_LINK_WORDS = 25
_SHORTEST_REPEATED_WORDS = 6


def without_furniture(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs without page furniture and without word-for-word repetitions; all of them if nothing would be left."""
    kept = _without_repetitions([paragraph for paragraph in paragraphs if not is_furniture(paragraph)])
    return kept or list(paragraphs)


def is_furniture(paragraph: str) -> bool:
    """Whether the whole paragraph belongs to the page's frame."""
    line = paragraph.strip().strip("*#>•·|").strip()
    return bool(_FURNITURE.fullmatch(line.rstrip(".:!…»>→").strip()) or _FURNITURE.fullmatch(line)) or _is_link(line)


def _is_link(line: str) -> bool:
    """ "Read also: <a headline>": a pointer to another story, not a sentence."""
    return bool(_LINK.fullmatch(line)) and not _SENTENCE_END.search(line) and len(line.split()) <= _LONGEST_LINK_WORDS


def _without_repetitions(paragraphs: Sequence[str]) -> list[str]:
    """The first of each paragraph of some length; of shorter ones only immediate repetitions go, for tables repeat them."""
    seen: Counter[str] = Counter()
    kept: list[str] = []
    for paragraph in paragraphs:
        long = len(paragraph.split()) >= _SHORTEST_REPEATED_WORDS
        if (long and seen[paragraph]) or (kept and kept[-1] == paragraph and not paragraph[-1:].isdigit()):
            continue
        seen[paragraph] += 1
        kept.append(paragraph)
    return kept
