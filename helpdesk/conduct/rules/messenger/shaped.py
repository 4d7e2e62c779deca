"""Accounts that look like one: numbers, handles with signs, a name next to its app."""

import re
from typing import Final

from helpdesk.conduct.data.listing import listed
from helpdesk.conduct.data.messenger import frames
from helpdesk.conduct.data.messenger.apps import PLAINLY
from helpdesk.conduct.rules import hosts
from helpdesk.conduct.rules.apps import Mention
from helpdesk.conduct.rules.messenger.site import (
    COLON,
    GAP,
    JOIN,
    MARKS,
    OWNED,
    REACH,
    Account,
    Site,
    end_of,
    name_at,
)
from helpdesk.conduct.rules.signs import DOT_WORD

_HANDLE: Final = (
    rf"(?P<at>@\s?[a-z0-9_][\w.{MARKS}-]{{1,39}})"
    r"|(?P<tag>[a-z0-9_.]{2,32}\s?(?:\#|(?:hash|hashtag|hasz|hasztag|raute|kratka|krzyzyk|diese|"
    r"cancelletto|pound)\s)\s?\d{4}(?!\d))"
    r"|(?P<hash>\#[a-z]\w{4,30})"
    rf"|(?P<live>live:[\w.]{{3,40}})"
    rf"|(?P<shaped>[a-z0-9][a-z0-9-]{{0,30}}+(?>(?:[._{MARKS}]{{1,2}}+[a-z0-9-]{{1,30}}+){{1,5}}))"
    r"|(?P<digits>[a-z]{3,24}\d{1,5}(?!\w))"
)
_STRONG_AFTER: Final = re.compile(rf"{GAP}(?P<join>{JOIN})[\"']?(?:{_HANDLE})")
_NAMED_BEFORE: Final = re.compile(
    rf"(?<!\w)(?:{frames.NAMING})\s(?:@|nach\s|us\s|me\s|uns\s|nas\s|ci\s|for\s|pour\s|moi\s|"
    rf"nous\s)?(?P<name>[^\s,.!?:;][^,.!?:;\n]{{2,40}}?)"
    r"\s(?:over\s|druben\s)?(?:on|at|in|auf|bei|im|sur|dans|chez|su|na|w|we|under|@)\s(?:the\s|der\s|dem\s|"
    r"den\s|die\s|l'|le\s|la\s|il\s|lo\s|tym\s|this\s|tej\s|ten\s)?$"
)
_IS_BEFORE: Final = re.compile(
    r"(?<!\w)(?:its|it's|i'm|im|i am|we're|we are|me|ich bin|bin|wir sind|jestem|jestesmy|je suis|c'est|"
    r"on est|sono|siamo)\s(?P<name>[a-z][\w.-]{3,24})"
    r"\s(?:on|auf|bei|im|in|sur|su|na|w)\s(?:the\s|der\s|dem\s|l'|la\s|le\s)?$"
)
_HANDLE_BEFORE: Final = re.compile(
    rf"(?<![\w.@])(?:{_HANDLE})\s(?:(?:over|is|ist|to|est|e|c'est|my|our|mein|moj|mon|il|mio|me|us|moi|"
    rf"mich|mnie)\s){{0,2}}(?:on|auf|sur|su|na|in|bei|w|at|im|my|our|mein|moj|mon|mio)\s(?:the\s|my\s|l'|"
    rf"le\s|la\s|tej\s|tym\s|that\s|this\s|der\s|dem\s|dieser\s|diesem\s|cette\s|ce\s|quell\w\s|quell')?$"
)
_ARTICLES: Final = frozenset(
    listed(
        "an a the this that un une le la les l ce mon au du il lo uno una ein eine einen der den die das dem "
        "ten ta"
    )
)
"""Before the word "point" that is no full stop."""
_FILE: Final = re.compile(r"\.(?:pdf|png|jpe?g|zip|exe|docx?|xlsx?|txt|bin|apk|html?|mp[34]|py|js)$")
_GG: Final = re.compile(
    r"[\s:=-]{0,3}(?:(?:to|nr|numer|jest|mam|moj)[\s:.]{1,3}){0,3}(?P<id>\d(?: ?\d){5,8})(?![\d.,])"
)
_NUMBER_SIGN: Final = re.compile(r"(?<!\w)(?P<tag>[a-z0-9][\w. ]{1,30}?\s?\#\s?\d{4})(?!\d)")
_THREEMA: Final = re.compile(
    r"[\s-]?(?:id)?[\s:=-]{0,3}(?:(?:ist|is|to|est|e|mam|jest|lautet|c\'est|kod|"
    r"code)\s){0,2}(?P<id>(?=[a-z0-9*]*\d)[a-z0-9*]{8})(?!\w)"
)


def numbered(site: Site) -> Account | None:
    """Accounts that are numbers or codes."""
    text, mention, high = site.text, site.mention, site.high
    word = text[mention.start : mention.end]
    if word == "gg" or word.startswith("gadu"):
        found = _GG.match(text, mention.end)
    elif word.startswith("dis"):
        tag = _NUMBER_SIGN.search(text, mention.end, high)
        return (*tag.span("tag"), 0.9, "tag") if tag else None
    elif word.startswith("threema"):
        found = _THREEMA.match(text, mention.end)
    else:
        return None
    return (found.start("id"), found.end("id"), 0.95, "number") if found else None


def strong(site: Site) -> Account | None:
    """A name that looks like an account's, behind the app."""
    text, mention = site.text, site.mention
    found = _STRONG_AFTER.match(text, mention.end, min(len(text), mention.end + REACH))
    if found is None:
        return None
    kind = found.lastgroup if found.lastgroup != "join" else "shaped"
    start, end = found.span(kind or "shaped")
    end = end_of(text, start, end)
    if not _looks_right(text, start, end, kind or ""):
        return None
    if kind in ("at", "tag", "live"):
        return start, end, 0.98 if mention.sure else 0.95, kind
    joined = bool(found["join"]) or COLON.match(text, mention.end) is not None
    if mention.sure:
        return (
            start,
            end,
            0.96 if kind == "shaped" else (0.9 if joined or mention.masked else 0.75),
            kind or "",
        )
    lettered = bool(re.search(r"[_.\ue004]", text[start:end]))
    if mention.nickname:
        return start, end, 0.95 if lettered else 0.85, kind or ""
    if kind == "digits":
        short = text[mention.start : mention.end] in PLAINLY
        return (start, end, 0.85, "digits") if (joined and _is_own(text, mention, found)) or short else None
    owned = joined or "?" in text[mention.end : start]
    return start, end, 0.95 if owned else 0.8, kind or ""


def _is_own(text: str, mention: Mention, found: re.Match[str]) -> bool:
    return bool(OWNED.search(text, 0, mention.start)) or bool(
        re.search(r"\b(?:me|my|im|i'm|ich|ja|moi|io|sono|jestem|bin|mein|moj|mon|mio)\b|:", found[0])
    )


def _looks_right(text: str, start: int, end: int, kind: str) -> bool:
    """No date, version, file, or a host of its own; no sentence without a blank."""
    token = text[start:end].lstrip("@ ")
    if not any(char.isalpha() for char in token) or _FILE.search(token):
        return False
    if kind == "shaped":
        parts = re.split(rf"[._{MARKS}]+", token)
        letters = sum(len(part) for part in parts if not part.isdigit())
        if (
            letters < 2
            or len(token) < 5
            or (
                letters < 3
                and "_" not in token
                and not COLON.search(text, start - 3, start)
                and "name" not in text[max(0, start - 12) : start]
            )
        ):
            return False
        if text[end : end + 1] == "/" or text[end : end + 1] == "@":
            return False
        if parts[0] in _ARTICLES and DOT_WORD in token:
            return False
        long = len(parts) > 2 and letters > 9 and DOT_WORD not in token
        if parts[0] in hosts.COMMON and "." in token and not long:
            return False
        if (parts[0] in frames.NO_NAME and not long) or "www" in parts:
            return False
    if kind == "digits" and re.fullmatch(
        (
            r"(?:v|ver|version|win|windows|android|ios|usb|mp|ip|cat|din|iso|en|iphone|galaxy|pixel|line|"
            r"series?|gen|mark|mk|bt|wifi|class)\d+"
        ),
        token,
    ):
        return False
    return not (
        kind == "at"
        and text[start - 1 : start].isalnum()
        and text[start] == "@"
        and _is_mail(text, start, end)
    )


def _is_mail(text: str, start: int, end: int) -> bool:
    return "." in text[start:end] and hosts.trimmed(text[start + 1 : end]) is not None


def before(site: Site) -> Account | None:
    """ "look for gracehollis on messenger", "@ronny on telegram"."""
    text, mention, low, view, reading = site.text, site.mention, site.low, site.view, site.reading
    found = _HANDLE_BEFORE.search(text, low, mention.start)
    if found:
        kind = found.lastgroup or ""
        start, end = found.span(kind)
        if _looks_right(text, start, end, kind) and (mention.sure or kind != "digits"):
            return start, end, 0.93 if kind != "digits" else 0.8, kind
    named = _NAMED_BEFORE.search(text, low, mention.start) or _IS_BEFORE.search(text, low, mention.start)
    if named and (name := name_at(text, named.start("name"), named.end("name"), view, reading)):
        return (*name, 0.88 if mention.sure or mention.nickname else 0.75, "named")
    return None
