# ruff: noqa: ARG001, E501, SIM905 -- tables of words and patterns
"""Accounts at messengers and social networks: an app, and a name or the way to find it."""

import re
from collections.abc import Iterator
from typing import Final

from helpdesk.conduct.data.messenger import frames
from helpdesk.conduct.data.messenger.apps import PLAINLY
from helpdesk.conduct.rules import hosts
from helpdesk.conduct.rules.apps import Mention, mentions_in
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.signs import DASH, DOT, DOT_WORD, UNDER, spelled
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import Finding, Label, Place

_MARKS: Final = f"{UNDER}{DASH}{DOT}{DOT_WORD}"
_HANDLE: Final = (
    rf"(?P<at>@\s?[a-z0-9_][\w.{_MARKS}-]{{1,39}})"
    r"|(?P<tag>[a-z0-9_.]{2,32}\s?(?:\#|(?:hash|hashtag|hasz|hasztag|raute|kratka|krzyzyk|diese|cancelletto|pound)\s)\s?\d{4}(?!\d))"
    r"|(?P<hash>\#[a-z]\w{4,30})"
    rf"|(?P<live>live:[\w.]{{3,40}})"
    rf"|(?P<shaped>[a-z0-9][a-z0-9-]{{0,30}}+(?:[._{_MARKS}]{{1,2}}+[a-z0-9-]{{1,30}}+){{1,5}}+)"
    r"|(?P<digits>[a-z]{3,24}\d{1,5}(?!\w))"
)
_JOIN: Final = rf"(?:(?:{frames.JOINING})(?!\w)[\s:=,\"'(>-]{{1,4}}+){{0,6}}"
_GAP: Final = r"[\s:=,;\"'(>\u2192?!|/-]{0,6}+"
_STRONG_AFTER: Final = re.compile(rf"{_GAP}(?P<join>{_JOIN})[\"']?(?:{_HANDLE})")
_WORD: Final = re.compile(r"[\"'(@]?(?P<word>[a-z][a-z0-9'&-]{2,30})")
_NAMED_AFTER: Final = re.compile(rf"{_GAP}{_JOIN}(?:{frames.NAMING})(?!\w)[\s:=,\"'(>-]{{1,4}}+{_JOIN}")
_CALLED_AFTER: Final = re.compile(
    rf"[^\w\n]{{0,6}}(?:(?:there|and there|da|dort|darin|tam|to tam|la|la-bas|li|ci|y|hier)\s)?(?:{frames.CALLED}|heissen wir|heisse ich|find\w* sie uns|nazywam\w* sie|on s'appelle|nous sommes|ci chiamiamo|mi chiamo)"
    rf"[\s:=,-]{{1,3}}+(?:{frames.OWNED}\s)?(?:(?:there|da|dort|tam|la|li|als|as|jako|comme|come|under|unter|sous|sotto|pod)\s){{0,2}}"
)
_LATER: Final = re.compile(
    rf"[^.!?;\n]{{1,45}}?[\s,](?:{frames.NAMING}|nach|dort unter)(?!\w)[\s:=,\"'(>-]{{1,4}}+{_JOIN}"
)
_BESIDE: Final = re.compile(
    r"\s?[,:\u2013-]{1,2}\s?(?:(?:da|dort|la-bas|li|tam|there)\s)?(?=[\"'(]?[a-z0-9])"
)
_NAME_AT: Final = re.compile(
    r"(?<!\w)(?:name|nick\w*|nazwa|nom|pseudo|nome|handle|user\w*)\s(?:there\s)?(?:bei|auf|on|in|na|w|sur|su)\s$"
)
_IS: Final = re.compile(r"\s(?:is|ist|to|est|e|jest|lautet)\s")
_COLON: Final = re.compile(r"\s{0,2}(?::|=|->|=>|>|\u2192|-\s)\s{0,2}")
_OWNED: Final = re.compile(rf"(?<!\w)(?:{frames.OWNED})\s(?:own\s|neu\w+\s)?$")
_NAMED_BEFORE: Final = re.compile(
    rf"(?<!\w)(?:{frames.NAMING})\s(?:@|nach\s|us\s|me\s|uns\s|nas\s|ci\s|for\s|pour\s|moi\s|nous\s)?(?P<name>[^\s,.!?:;][^,.!?:;\n]{{2,40}}?)"
    r"\s(?:over\s|druben\s)?(?:on|at|in|auf|bei|im|sur|dans|chez|su|na|w|we|under|@)\s(?:the\s|der\s|dem\s|den\s|die\s|l'|le\s|la\s|il\s|lo\s|tym\s|this\s|tej\s|ten\s)?$"
)
_IS_BEFORE: Final = re.compile(
    r"(?<!\w)(?:its|it's|i'm|im|i am|we're|we are|me|ich bin|bin|wir sind|jestem|jestesmy|je suis|c'est|on est|sono|siamo)\s(?P<name>[a-z][\w.-]{3,24})"
    r"\s(?:on|auf|bei|im|in|sur|su|na|w)\s(?:the\s|der\s|dem\s|l'|la\s|le\s)?$"
)
_HANDLE_BEFORE: Final = re.compile(
    rf"(?<![\w.@])(?:{_HANDLE})\s(?:(?:over|is|ist|to|est|e|c'est|my|our|mein|moj|mon|il|mio|me|us|moi|mich|mnie)\s){{0,2}}(?:on|auf|sur|su|na|in|bei|w|at|im|my|our|mein|moj|mon|mio)\s(?:the\s|my\s|l'|le\s|la\s)?$"
)
_SAME: Final = re.compile(rf"(?<!\w)(?:{frames.SAME})(?!\w)")
_NOT: Final = re.compile(rf"(?<!\w)(?:{frames.NOT})(?!\w)")
_FEATURES: Final = re.compile(rf"(?<!\w)(?:{frames.FEATURES})(?!\w)")
_BREAK: Final = re.compile(r"[.!;\n](?:\s|$)|\n")
_FILE: Final = re.compile(r"\.(?:pdf|png|jpe?g|zip|exe|docx?|xlsx?|txt|bin|apk|html?|mp[34]|py|js)$")
_GG: Final = re.compile(
    r"[\s:=-]{0,3}(?:(?:to|nr|numer|jest|mam|moj)[\s:.]{1,3}){0,3}(?P<id>\d(?: ?\d){5,8})(?![\d.,])"
)
_NUMBER_SIGN: Final = re.compile(r"(?<!\w)(?P<tag>[a-z0-9][\w. ]{1,30}?\s?\#\s?\d{4})(?!\d)")
_THREEMA: Final = re.compile(
    r"[\s-]?(?:id)?[\s:=-]{0,3}(?:(?:ist|is|to|est|e)\s)?(?P<id>(?=[a-z0-9*]*\d)[a-z0-9*]{8})(?!\w)"
)
_SPELLED: Final = re.compile(
    r"underscore|under score|unterstrich|podkresl|podlog|kreska|tiret|trattino|trait|hyphen|dash|bindestrich|minus|myslnik"
    r"|(?<!\w)(?:dot|punkt|kropka|point|punto)(?!\w)|sottolin|souligne"
)
_REACH: Final = 90


def find(reading: Reading) -> Iterator[Finding]:
    """Accounts in the text and in what its single letters join to."""
    folded = reading.folded
    known = mentions_in(folded.text)
    if known:
        yield from _at(known, folded, reading)
    if "@" in folded.text:
        yield from _bare(folded, reading)
    for found in _FORUM.finditer(folded.text) if "u/" in folded.text and "reddit" in folded.text else ():
        yield reading.found(Label.MSGR, "messenger.forum", *found.span(), 0.9)
    for view in (reading.joined, reading.decoded):
        if view is not None:
            masked = view.name == "joined"
            yield from _at(mentions_in(view.text, masked=masked), view, reading)


def _at(known: list[Mention], view: View, reading: Reading) -> Iterator[Finding]:
    if known and _SPELLED.search(view.text):
        read = spelled(view)
        if read is not view:
            view, known = read, mentions_in(read.text, masked=view.name == "joined")
    for mention in known:
        if found := _account(mention, view, reading):
            yield found


def _account(mention: Mention, view: View, reading: Reading) -> Finding | None:
    """The account that the mention leads to, if it does."""
    text = view.text
    low, high = _sentence(text, mention, reading.place is Place.SEAM)
    refused = _NOT.search(text, max(low, mention.start - 40), mention.start) is not None
    for rule in (_numbered, _strong, _before, _named, _same, _loose, _plain, _invited):
        found = rule(text, mention, low, high, view, reading)
        if found is None:
            continue
        start, end, score, name = found
        if refused and name not in ("at", "tag"):
            score -= 0.5
        if score >= 0.3:
            masked = view.text[mention.start : mention.end]
            return reading.found(
                Label.MSGR,
                f"messenger.{name}",
                start,
                end,
                min(score, 0.99),
                view=view,
                evidence=("app", name),
                as_read=masked,
            )
    return None


_Found = tuple[int, int, float, str]


def _sentence(text: str, mention: Mention, seam: bool) -> tuple[int, int]:
    """The sentence of the mention, cut off at _REACH; what lies over a seam is one."""
    if seam:
        return max(0, mention.start - _REACH), min(len(text), mention.end + _REACH)
    low = max(0, mention.start - _REACH)
    for found in _BREAK.finditer(text, low, mention.start):
        low = found.end()
    far = _BREAK.search(text, mention.end + 1, min(len(text), mention.end + _REACH))
    return low, far.start() if far else min(len(text), mention.end + _REACH)


def _numbered(
    text: str, mention: Mention, low: int, high: int, view: View, reading: Reading
) -> _Found | None:
    """Accounts that are numbers or codes."""
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


def _strong(text: str, mention: Mention, low: int, high: int, view: View, reading: Reading) -> _Found | None:
    """A name that looks like an account's, behind the app."""
    found = _STRONG_AFTER.match(text, mention.end, min(len(text), mention.end + _REACH))
    if found is None:
        return None
    kind = found.lastgroup if found.lastgroup != "join" else "shaped"
    start, end = found.span(kind or "shaped")
    end = _end_of(text, start, end)
    if not _looks_right(text, start, end, kind or "", view, reading):
        return None
    if kind in ("at", "tag", "live"):
        return start, end, 0.98 if mention.sure else 0.95, kind
    joined = bool(found["join"]) or _COLON.match(text, mention.end) is not None
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
    return bool(_OWNED.search(text, 0, mention.start)) or bool(
        re.search(r"\b(?:me|my|im|i'm|ich|ja|moi|io|sono|jestem|bin|mein|moj|mon|mio)\b|:", found[0])
    )


def _end_of(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1] in ".-_,:;":
        end -= 1
    return end


def _looks_right(text: str, start: int, end: int, kind: str, view: View, reading: Reading) -> bool:
    """No date, version, file, or a host of its own; no sentence without a blank."""
    token = text[start:end].lstrip("@ ")
    if not any(char.isalpha() for char in token) or _FILE.search(token):
        return False
    if kind == "shaped":
        parts = re.split(rf"[._{_MARKS}]+", token)
        letters = sum(len(part) for part in parts if not part.isdigit())
        if (
            letters < 2
            or len(token) < 5
            or (
                letters < 3
                and "_" not in token
                and not _COLON.search(text, start - 3, start)
                and "name" not in text[max(0, start - 12) : start]
            )
        ):
            return False
        if text[end : end + 1] == "/" or text[end : end + 1] == "@":
            return False
        if parts[0] in hosts.COMMON and "." in token:
            return False
        if parts[0] in frames.NO_NAME or "www" in parts:
            return False
    if kind == "digits" and re.fullmatch(
        r"(?:v|ver|version|win|windows|android|ios|usb|mp|ip|cat|din|iso|en|iphone|galaxy|pixel|line|series?|gen|mark|mk|bt|wifi|class)\d+",
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


def _before(text: str, mention: Mention, low: int, high: int, view: View, reading: Reading) -> _Found | None:
    """ "look for gracehollis on messenger", "@ronny on telegram"."""
    found = _HANDLE_BEFORE.search(text, low, mention.start)
    if found:
        kind = found.lastgroup or ""
        start, end = found.span(kind)
        if _looks_right(text, start, end, kind, view, reading) and (mention.sure or kind != "digits"):
            return start, end, 0.93 if kind != "digits" else 0.8, kind
    named = _NAMED_BEFORE.search(text, low, mention.start) or _IS_BEFORE.search(text, low, mention.start)
    if named and (name := _name(text, named.start("name"), named.end("name"), view, reading)):
        return (*name, 0.88 if mention.sure or mention.nickname else 0.75, "named")
    return None


def _featured(text: str, mention: Mention, low: int, high: int) -> bool:
    """A product does something with the app; what the app's nickname itself says is left out."""
    return bool(_FEATURES.search(text, low, mention.start) or _FEATURES.search(text, mention.end, high))


def _named(text: str, mention: Mention, low: int, high: int, view: View, reading: Reading) -> _Found | None:
    """A plain word or a name: only where the words between say that it is one."""
    if _featured(text, mention, low, high) or _SEEN.search(text, low, mention.start):
        return None
    frame, score = _frame(text, mention)
    if frame is None:
        return None
    name = _name(text, frame, min(len(text), mention.end + _REACH), view, reading)
    if name is None:
        return None
    return (
        *name,
        score
        if mention.sure or mention.nickname or text[mention.start : mention.end] in PLAINLY
        else score - 0.12,
        "named",
    )


def _frame(text: str, mention: Mention) -> tuple[int | None, float]:
    """Where a name would begin, and how sure the words before it make it."""
    if found := _NAMED_AFTER.match(text, mention.end, mention.end + _REACH):
        return found.end(), 0.9
    if found := _CALLED_AFTER.match(text, mention.end, mention.end + _REACH):
        return found.end(), 0.88
    if (mention.sure or mention.nickname) and (
        found := _LATER.match(text, mention.end, mention.end + _REACH)
    ):
        return found.end(), 0.84
    if mention.nickname and (found := _BESIDE.match(text, mention.end)):
        return found.end(), 0.76
    if _NAME_AT.search(text, 0, mention.start) and (found := _IS.match(text, mention.end)):
        return found.end(), 0.88
    word = text[mention.start : mention.end]
    if (mention.sure or mention.nickname or word in PLAINLY) and (found := _COLON.match(text, mention.end)):
        return found.end(), 0.84
    if not mention.nickname and (mention.sure or word in PLAINLY) and _OWNED.search(text, 0, mention.start):
        found = re.compile(
            r"[\s:,-]{1,3}(?:(?:is|ist|to|est|e|name|nick|c'est|heisst|seite|page|konto|profil|handle)\s){0,2}"
        ).match(text, mention.end)
        return (found.end(), 0.85) if found else (None, 0.0)
    if mention.masked and (found := re.compile(r"[\s,.:;-]{1,3}(?:me\s|us\s)?").match(text, mention.end)):
        return found.end(), 0.8
    return None, 0.0


def _name(text: str, start: int, high: int, view: View, reading: Reading) -> tuple[int, int] | None:
    """A word that may be an account's, with the capitalised ones behind it."""
    while start < high and text[start] in " \"'(:,":
        start += 1
    found = _WORD.match(text, start, high)
    if found is None or found["word"] in frames.NO_NAME or found["word"].rstrip("'s") in frames.NO_NAME:
        return None
    first, last = found.span("word")
    raw = _written(first, last, view, reading)
    if not raw[:1].isupper():
        if found["word"] in hosts.COMMON or len(found["word"]) < 4 or _SAME.match(text, first):
            return None
        return first, last
    for more in re.compile(
        r"[\s&'+-]{1,3}(?:(?:i|und|et|e|and|de|di|du|von)\s)?([a-z0-9][\w'.&-]*)"
    ).finditer(text, last, min(high, last + 40)):
        if more.start() != last or not _written(more.start(1), more.end(1), view, reading)[:1].isupper():
            break
        last = more.end()
    return first, _end_of(text, first, last)


def _written(start: int, end: int, view: View, reading: Reading) -> str:
    first, last = view.span(start, end)
    return reading.text[first:last]


_TOLD: Final = re.compile(r"[:,]\s?(?P<name>[a-z][\w.-]{4,30})(?=\s*(?:[,.!?;\n]|$))")


def _same(text: str, mention: Mention, low: int, high: int, view: View, reading: Reading) -> _Found | None:
    """Under the name that the reader knows already."""
    if _featured(text, mention, low, high):
        return None
    found = _SAME.search(text, mention.end, high) or _SAME.search(text, low, mention.start)
    if found is None:
        return None
    score = 0.9 if mention.sure or mention.nickname else 0.72
    told = _TOLD.search(text, max(found.end(), mention.end), high)
    if told and told["name"] not in hosts.COMMON and told["name"] not in frames.NO_NAME:
        return *told.span("name"), score, "same"
    return min(mention.start, found.start()), max(mention.end, found.end()), score, "same"


_NAMING: Final = re.compile(
    rf"(?<!\w)(?:{frames.NAMING}|is the name|s'appelle|si chiama|nazywa sie|heisst)(?!\w)"
)
_SELF: Final = re.compile(rf"(?<!\w)(?:{frames.SELF})(?!\w)")
_CONTACT: Final = re.compile(rf"(?<!\w)(?:{frames.CONTACT})(?!\w)")
_SHORT_NAMES: Final = frozenset({"wa", "tg", "ig", "dc", "tt", "snap", "insta", "yt"})
_TAIL: Final = re.compile(r"\s?\??\s(?:at\s|as\s|-\s|,\s)?(?P<word>[a-z]{8,24})\s*(?:[.!?,;\n]|$)")
_SEEN: Final = re.compile(rf"(?<!\w)(?:{frames.SEEN})(?!\w)")
_GROUP: Final = re.compile(rf"(?<!\w)(?:{frames.GROUPS})(?!\w)")
_ON: Final = re.compile(
    r"\s(?:on|auf|bei|im|in|sur|dans|su|na|w|we|at|over on|tez na|auch auf|aussi sur|anche su)\s(?:the\s|der\s|dem\s|l'|la\s|le\s|il\s)?$"
)
_CAPITAL: Final = re.compile(r"[^\W\d_][\w'&.-]*")
_AND: Final = re.compile(
    r"\s(?:(?:&|\+|and|i|und|et|e|de|du|des|di|del|della|von|vom|of|the|le|la|les)\s){0,2}|-"
)
_QUOTED: Final = re.compile(r"[\"\u201e\u201d\u00ab]\s?(?P<name>[^\"\n]{3,40}?)\s?[\"\u201c\u00bb]")


def _loose(text: str, mention: Mention, low: int, high: int, view: View, reading: Reading) -> _Found | None:
    """A name with capital letters or in quotes near the app: what else the sentence says decides."""
    if _featured(text, mention, low, high) or _SEEN.search(text, low, high):
        return None
    short = text[mention.start : mention.end] in _SHORT_NAMES
    if not mention.sure and not mention.nickname and not short:
        return None
    asked = text.find("?", mention.end, high + 1)
    if _NOT.search(text, max(low, mention.start - 40), min(high, mention.end + 30)):
        return None
    if asked >= 0:
        high = asked
    name, gap = _near(text, mention, low, high, view, reading)
    if name is None:
        return None
    words = text[name[0] : name[1]].count(" ") + 1
    score = 0.42 if mention.sure or mention.nickname or short else 0.2
    score += 0.12 if words > 1 else 0.0
    score += 0.12 if gap <= 3 else -0.01 * max(0, gap - 20)
    score += 0.22 if _NAMING.search(text, low, high) else 0.0
    score += 0.14 if _SELF.search(text, low, high) else 0.0
    score += 0.14 if _CONTACT.search(text, low, high) else 0.0
    score += 0.1 if _GROUP.search(text, low, high) else 0.0
    close = words > 1 and gap <= 2 and mention.start - low < 12
    if (reading.said.language == "de" and not close) or asked >= 0:
        score -= 0.08
    return (*name, min(score, 0.9), "loose")


_INVITED: Final = re.compile(
    r"(?<!\w)(?:find us|follow us|find me|add us|join us|like us|we are|we're|you can find us|look us up|finden sie uns|findest du uns|findet ihr uns|sie finden uns|finden uns|findest uns|ihr findet uns|erreichen uns|folgen sie uns|folgt uns|wir sind|"
    r"znajdzie\w+ nas|znajdziesz nas|nas znajd\w+|obserwuj\w* nas|polub\w* nas|jestesmy|dolacz\w* do nas|retrouvez[ -]nous|suivez[ -]nous|rejoignez[ -]nous|nous sommes|on est|"
    r"ci trova\w*|seguiteci|ci segua|ci segui\w*|siamo|trovate(?:ci)?)\s(?:\w+\s){0,2}(?:on|auf|bei|im|in|na|sur|su|w)\s(?:the\s|der\s|dem\s|l'|le\s|la\s)?$"
)


def _invited(text: str, mention: Mention, low: int, high: int, view: View, reading: Reading) -> _Found | None:
    """ "find us on ...": the name is the shop's."""
    found = _INVITED.search(text, low, mention.start)
    if found is None or not (mention.sure or mention.nickname) or _NOT.search(text, low, high):
        return None
    return found.start(), mention.end, 0.66, "invited"


def _plain(text: str, mention: Mention, low: int, high: int, view: View, reading: Reading) -> _Found | None:
    """A long small word right behind the app that ends the sentence."""
    found = _TAIL.match(text, mention.end)
    if found is None or not mention.sure or found["word"] in frames.NO_NAME or found["word"] in hosts.COMMON:
        return None
    if (
        _featured(text, mention, low, high)
        or _SEEN.search(text, low, high)
        or found["word"].endswith(_ENDINGS)
    ):
        return None
    told = (
        "?" in text[mention.end : found.start("word")]
        or _SELF.search(text, low, high)
        or _CONTACT.search(text, low, high)
    )
    return (*found.span("word"), 0.7 if told else 0.5, "plain")


_ENDINGS: Final = (
    "tions",
    "tion",
    "ings",
    "ing",
    "ments",
    "ungen",
    "ung",
    "ment",
    "zioni",
    "zione",
    "cje",
    "cji",
    "ania",
    "anie",
    "ages",
    "ted",
    "ised",
)


def _near(
    text: str, mention: Mention, low: int, high: int, view: View, reading: Reading
) -> tuple[tuple[int, int] | None, int]:
    """The nearest such name behind the app, or the one right before "on" and the app; and how far it is."""
    if quoted := _QUOTED.search(text, mention.end, high):
        return quoted.span("name"), 3
    behind = _capitals(text, mention.end, high, view, reading)
    if behind:
        return behind, behind[0] - mention.end
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
        raw = _written(*word.span(), view, reading)
        plain = word[0].rstrip(".-'")
        if (
            raw[:1].isupper()
            and len(plain) > 1
            and plain not in frames.NO_NAME
            and plain not in hosts.COMMON
            and not mentions_in(plain)
        ):
            if span is None:
                span = word.start(), _end_of(text, *word.span())
                continue
            if _AND.fullmatch(text, span[1], word.start()):
                span = span[0], _end_of(text, *word.span())
                continue
        if span is not None and not _AND.fullmatch(text, span[1], word.start()):
            break
    return span


_BARE: Final = re.compile(r"(?<![\w.@/])@(?P<name>[a-z][a-z0-9._-]{3,30})(?![\w@])")
_EVERYWHERE: Final = re.compile(rf"(?<!\w)(?:{frames.BARE})(?!\w)")
_NOBODY: Final = frozenset(
    "home work seller buyer support admin team shop store all office everyone media props override import param".split()
)


def _bare(view: View, reading: Reading) -> Iterator[Finding]:
    """A name behind an at sign without an app: everyone knows what that is."""
    for found in _BARE.finditer(view.text):
        name = found["name"].rstrip(".-_")
        if name in _NOBODY:
            continue
        shaped = any(char in "._" or char.isdigit() for char in name)
        score = 0.9 if _EVERYWHERE.search(view.text) else (0.8 if shaped and len(name) > 5 else 0.5)
        start = found.start()
        yield reading.found(
            Label.MSGR, "messenger.bare", start, start + 1 + len(name), score, view=view, as_read=name
        )


_FORUM: Final = re.compile(r"(?<![\w/])u/[a-z0-9_-]{3,24}(?![\w/])")
