"""The phrases of page furniture, as regular expressions for a whole line (case ignored, marks around it removed)."""

from __future__ import annotations

_NETWORK = (
    r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|pinterest|reddit|instagram|youtube|messenger|print|sms"
    r"|flipboard|vk|viber|tumblr|tiktok|google(?: ?\+| news| plus))"
)
_GAP = r"[\s:.,;|/\\•·–—\-*_+>»«<→▶►&()\[\]]*"
_THIS = r"(?: (?:this|the))?(?: (?:article|story|post|page|link|news))?"
_NAME = r"@?[\w.]{2,30}(?: [\w.]{2,30}){0,3}"
_CREDIT = r"\S+(?: \S+){0,5}"
_PHOTO_DESK = r"(?:ap photo|getty images|shutterstock|istock|alamy|anadolu agency|afp|reuters|epa|ap|tass|xinhua)"

_WAYS_AROUND = (
    r"(?:all|latest|more|top|breaking|related|most read|trending)(?: \w+)? (?:news|stories|articles|headlines|videos)",
    r"skip to (?:main )?(?:content|navigation)|back to (?:top|home|homepage)|up next|most (?:read|popular)",
    r"(?:popular|recommended)(?: (?:now|for you|stories|articles))|trending now",
    r"you (?:may|might) also (?:like|be interested in)",
    r"(?:read|see|show|load|view|find out)(?: the)? (?:more|also|all|full (?:story|article))|also read",
    r"(?:keep|continue) reading|click here|get short url|see also|read next",
)
_SHARING = (
    rf"(?:share|tweet|send|save|like|copy|bookmark){_THIS}(?:(?:,| and)? (?:on|via|by|with|to)? ?{_NETWORK})*",
    rf"(?:(?:share(?: on| via)?|follow(?: us)?(?: on)?|on|via|comment via)?\s*{_NETWORK}{_GAP}){{2,12}}",
    rf"(?:share|follow|comment|send) (?:on|via|by) {_NETWORK}",
    rf"(?:follow|join|find|like) (?:us|me|{_NAME}) on {_NETWORK}(?:(?:,| and| or|, and) {_NETWORK})*"
    r"(?:[:,]? ?@\w+|: \S+)?",
    r"follow us|leave a (?:comment|reply)|(?:post|add|write) (?:a )?comment|comments (?:are )?(?:closed|off)",
    r"(?:comments?|shares?|views?|likes?) ?\(?\d+\)?|\d+ (?:comments?|shares?|views?|likes?)",
    r"print this (?:page|article|story)|listen to (?:this )?article|save for later|copy link|text size|font size",
    r"report an? (?:error|typo|mistake)|found an? (?:error|typo|mistake).{0,80}",
)
_SELLING = (
    r"(?:subscribe|sign up|register|log ?in|sign in|join)(?: (?:now|here|today|free|for free|us))*",
    r"subscribe (?:to|for) .{3,90}(?:newsletter|channel|podcast|updates|alerts|edition|here|today|now)s?",
    r"sign up (?:for|to|here).{0,120}(?:newsletter|updates|alerts|briefing|inbox|e-?mail)s?(?:\W.{0,120})?",
    r"(?:get|receive) .{3,90}(?:newsletter|in your inbox|to your inbox).{0,160}",
    r"would you like to receive .{3,80}|we will use the (?:details|information) you have shared.{0,350}",
    r"if you wish to object to the use of your data.{0,80}",
    r"(?:reach|contact|e-?mail|follow) .{0,80}@\w.{0,120}",
    r"advertisement|advertising|sponsored content|ads by .{2,30}|paid content",
    r"(?:story|article|this story) continues below(?: .{2,30})?",
    r"(?:download|get) (?:our|the) (?:free )?(?:mobile )?app(?: .{2,60})?",
)
_LAW = (
    r"(?:we|this (?:web)?site|our (?:web)?site|our partners) (?:use|uses) cookies.{0,300}",
    r"(?:accept|reject|manage|allow)(?: all)? (?:cookies|preferences|settings)|accept all|reject all",
    r"cookie (?:policy|settings|preferences|notice)|by (?:continuing|using|clicking|browsing).{0,120}cookies.{0,120}",
    r"privacy policy|terms (?:of use|of service|and conditions|& conditions)",
    r"community (?:standards|guidelines)(?: ?discussion)?",
    r"(?:©|\(c\)|copyright) .{0,160}|.{0,80}all rights reserved(?:\. .{0,80})?",
    r"our standards: ?the thomson reuters trust principles",
)
_TAGS_AND_PICTURES = (
    r"(?:tags?|keywords|filed under|categories)\s*:.{0,300}|topics:(?: #?[\w-]+,?)+",
    rf"(?:photo|image|picture|video)(?: (?:credits?|source|by|courtesy(?: of)?))?\s*[:/|,©] ?{_CREDIT}",
    rf"(?:photo|picture|image) (?:by|courtesy of|credit) {_CREDIT}",
    rf"©? ?{_CREDIT} ?(?:/|via) ?{_PHOTO_DESK}(?: ?(?:/|via|,) ?{_CREDIT})?",
    rf"{_PHOTO_DESK} ?(?:/|via|,) ?{_CREDIT}|getty images|ap photo",
    rf"\((?:{_PHOTO_DESK})?(?: |/)?(?:photo|image|file)(?: by)?[^()]{{0,80}}\)",
    r"[\W_]+",
)

ALONE = (*_WAYS_AROUND, *_SHARING, *_SELLING, *_LAW, *_TAGS_AND_PICTURES)
IN_COMPANY = (
    rf"share|tweet|{_NETWORK}|google|listen|comments?|reply",
    r"home|menu|search|next|previous|close|skip|more|related|trending",
    r"news|world|politics|sports?|opinion|contact us|about us",
    r"live|watch(?: live| now)?|play(?: video)?|videos?|photos?|gallery|\d{1,5}|site ?map|disclaimer|ad",
    rf"{_PHOTO_DESK}",
)
LINK_LABELS = (
    r"(?:read|see|watch|view)(?: (?:more|also|next))?",
    r"also read|don['’]t miss|more(?: on this)?",
    r"related(?: (?:news|stories|story|articles?|coverage))?",
)
