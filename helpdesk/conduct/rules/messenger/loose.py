"""Names with capital letters or in quotes somewhere near an app, and invitations to find the shop there."""

import re
from typing import Final

from helpdesk.conduct.data.messenger import frames
from helpdesk.conduct.data.messenger.apps import PLAINLY
from helpdesk.conduct.rules import hosts
from helpdesk.conduct.rules.apps import mentions_in
from helpdesk.conduct.rules.messenger.site import (
    CONTACT,
    NOT,
    SEEN,
    SELF,
    Account,
    Site,
    end_of,
    is_featured,
    written,
)
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.views import View

_NAMING: Final = re.compile(
    rf"(?<!\w)(?:{frames.NAMING}|is the name|s'appelle|si chiama|nazywa sie|heisst)(?!\w)"
)
_GROUP: Final = re.compile(rf"(?<!\w)(?:{frames.GROUPS})(?!\w)")
_SHORT_NAMES: Final = frozenset({"wa", "tg", "ig", "dc", "tt", "snap", "insta", "yt"})
_ON: Final = re.compile(
    r"\s(?:on|auf|bei|im|in|sur|dans|su|na|w|we|at|over on|tez na|auch auf|aussi sur|anche su)\s(?:the\s|"
    r"der\s|dem\s|l'|la\s|le\s|il\s|that\s|this\s|tym\s|tej\s|ce\s|cette\s|quel\s|quella\s|diesem\s|"
    r"dieser\s|our\s|my\s)?$"
    r"|,\s$"
)
_CAPITAL: Final = re.compile(r"[^\W\d_][\w'&.-]*")
_AND: Final = re.compile(
    r"\s(?:(?:&|\+|and|i|und|et|e|de|du|des|di|del|della|von|vom|of|the|le|la|les)\s){0,2}|-"
)
_QUOTED: Final = re.compile(
    r"(?:[\"\u201e\u201d\u00ab\u2039]|"
    r"(?<!\w)')\s?(?P<name>[^\"'\n\u203a]{3,40}?)\s?(?:[\"\u201c\u00bb\u203a]|'(?!\w))"
)
_MARKS: Final = ('"', "'", "\u2039")
_CAMEL: Final = re.compile(r"[a-zß-ÿ][A-Z][a-zß-ÿ]")
_TITLE: Final = re.compile(r"[\s,]{1,3}(?:dr|mr|mrs|ms|herr|frau|pani?|mme|sig|inz|mgr|dott)\.?\s")
_INVITED: Final = re.compile(
    r"(?<!\w)(?:find us|follow us|find me|add us|join us|like us|we are|we're|you can find us|look us up|"
    r"finden sie uns|findest du uns|findet ihr uns|sie finden uns|finden uns|findest uns|ihr findet uns|"
    r"erreichen uns|folgen sie uns|folgt uns|wir sind|"
    r"znajdzie\w+ nas|znajdziesz nas|nas znajd\w+|obserwuj\w* nas|polub\w* nas|jestesmy|dolacz\w* do nas|"
    r"retrouvez[ -]nous|suivez[ -]nous|rejoignez[ -]nous|nous sommes|on est|"
    r"ci trova\w*|seguiteci|ci segua|ci segui\w*|siamo|trovate(?:ci)?)\s(?:\w+\s){0,2}(?:on|auf|bei|im|in|"
    r"na|sur|su|w)\s(?:the\s|der\s|dem\s|l'|le\s|la\s)?$"
)


def loose(site: Site) -> Account | None:
    """A name with capital letters or in quotes near the app: what else the sentence says decides."""
    text, mention, low, high, reading = site.text, site.mention, site.low, site.high, site.reading
    if is_featured(site) or SEEN.search(text, low, high):
        return None
    short = text[mention.start : mention.end] in _SHORT_NAMES
    asked = text.find("?", mention.end, high + 1)
    if NOT.search(text, max(low, mention.start - 40), min(high, mention.end + 30)):
        return None
    if asked >= 0:
        high = asked
    name, gap = _near(site, high)
    if name is None:
        return None
    quoted, camel = _marked(site, *name)
    known = mention.sure or mention.nickname or short
    if not known and not (text[mention.start : mention.end] in PLAINLY and (quoted or camel) and gap <= 3):
        return None
    if _is_noun(site, name, gap) and not (quoted or camel):
        return None
    words = text[name[0] : name[1]].count(" ") + 1
    score = 0.42 if known else 0.32
    score += 0.12 if words > 1 else 0.0
    score += 0.3 if camel and gap <= 3 else 0.18 if quoted else 0.0
    score += 0.12 if gap <= 3 else -0.01 * max(0, gap - 20)
    score += 0.22 if _NAMING.search(text, low, high) else 0.0
    score += 0.14 if SELF.search(text, low, high) else 0.0
    score += 0.14 if CONTACT.search(text, low, high) else 0.0
    score += 0.1 if _GROUP.search(text, low, high) else 0.0
    score += 0.14 if words > 1 and _GROUP.search(text, max(mention.end, name[0] - 12), name[0]) else 0.0
    close = words > 1 and gap <= 2 and mention.start - low < 12
    if (reading.said.language == "de" and not close) or asked >= 0:
        score -= 0.08
    return (*name, min(score, 0.9), "loose")


def _marked(site: Site, start: int, end: int) -> tuple[bool, bool]:
    """In quotes right beside the app; with a capital letter within."""
    quoted = site.text[start - 1 : start] in _MARKS or site.text[start - 2 : start - 1] in ('"', "\u2039")
    near = -1 <= start - site.mention.end <= 14 or 0 <= site.mention.start - end <= 14
    return quoted and near, _CAMEL.search(written(start, end, site.view, site.reading)) is not None


def _is_noun(site: Site, name: tuple[int, int], gap: int) -> bool:
    """German writes every noun with a capital letter: one of them away from the app is no name."""
    if site.reading.said.language != "de" or " " in site.text[slice(*name)]:
        return False
    return gap > 3 and _NAMING.search(site.text, max(0, name[0] - 16), name[0]) is None


def invited(site: Site) -> Account | None:
    """ "find us on ...": the name is the shop's."""
    text, mention, low, high = site.text, site.mention, site.low, site.high
    found = _INVITED.search(text, low, mention.start)
    if found is None or not (mention.sure or mention.nickname) or NOT.search(text, low, high):
        return None
    return found.start(), mention.end, 0.66, "invited"


def _near(site: Site, high: int) -> tuple[tuple[int, int] | None, int]:
    """The nearest such name behind the app, or the one right before "on" and the app; and how far it is."""
    text, mention, low, view, reading = site.text, site.mention, site.low, site.view, site.reading
    if quoted := _QUOTED.search(text, mention.end, high):
        return quoted.span("name"), 3
    title = _TITLE.match(text, mention.end)
    after = title.end() if title else mention.end
    behind = _capitals(text, after, high, view, reading)
    if behind:
        return behind, behind[0] - after
    if quoted := _QUOTED.search(text, low, mention.start):
        return quoted.span("name"), 3
    on = _ON.search(text, low, mention.start)
    if on is None:
        return None, 0
    at, last = low, None
    while before := _capitals(text, at, on.start(), view, reading):
        last, at = before, before[1]
    near = last is not None and on.start() - last[1] <= 1
    return (last, 1) if near else (None, 0)


def _capitals(text: str, start: int, high: int, view: View, reading: Reading) -> tuple[int, int] | None:
    """The first run of words with capital letters that no list knows."""
    span: tuple[int, int] | None = None
    for word in _CAPITAL.finditer(text, start, high):
        raw = written(*word.span(), view, reading)
        plain = word[0].rstrip(".-'")
        if (
            raw[:1].isupper()
            and len(plain) > 1
            and plain not in frames.NO_NAME
            and plain not in hosts.COMMON
            and not mentions_in(plain)
        ):
            if span is None:
                span = word.start(), end_of(text, *word.span())
                continue
            if _AND.fullmatch(text, span[1], word.start()):
                span = span[0], end_of(text, *word.span())
                continue
        if span is not None and not _AND.fullmatch(text, span[1], word.start()):
            break
    return span
