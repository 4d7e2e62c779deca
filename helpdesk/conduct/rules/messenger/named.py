"""Accounts whose names are plain words: only the words between app and name tell."""

import re
from typing import Final

from helpdesk.conduct.data.messenger import frames
from helpdesk.conduct.data.messenger.apps import PLAINLY
from helpdesk.conduct.rules import hosts
from helpdesk.conduct.rules.apps import Mention
from helpdesk.conduct.rules.messenger.site import (
    COLON,
    CONTACT,
    GAP,
    JOIN,
    OWNED,
    REACH,
    SAME,
    SEEN,
    SELF,
    Account,
    Site,
    is_featured,
    name_at,
    written,
)

_NAMED_AFTER: Final = re.compile(rf"{GAP}{JOIN}(?:{frames.NAMING})(?!\w)[\s:=,\"'(>-]{{1,4}}+{JOIN}")
_CALLED_AFTER: Final = re.compile(
    rf"[^\w\n]{{0,6}}(?:(?:there|and there|da|dort|darin|tam|to tam|la|la-bas|li|ci|y|"
    rf"hier)\s)?(?:{frames.CALLED}|heissen wir|heisse ich|find\w* sie uns|nazywam\w* sie|on s'appelle|"
    rf"nous sommes|ci chiamiamo|mi chiamo)"
    rf"[\s:=,-]{{1,3}}+(?:{frames.OWNED}\s)?(?:(?:there|da|dort|tam|la|li|als|as|jako|comme|come|under|"
    rf"unter|sous|sotto|pod)\s){{0,2}}"
)
_LATER: Final = re.compile(
    rf"[^.!?;\n]{{1,45}}?[\s,](?:{frames.NAMING}|nach|dort unter)(?!\w)[\s:=,\"'(>-]{{1,4}}+{JOIN}"
)
_BESIDE: Final = re.compile(
    r"\s?[,:\u2013-]{1,2}\s?(?:(?:da|dort|la-bas|li|tam|there)\s)?(?=[\"'(]?[a-z0-9])"
)
_NAME_AT: Final = re.compile(
    r"(?<!\w)(?:name|nick\w*|nazwa|nom|pseudo|nome|handle|user\w*)\s(?:there\s)?(?:bei|auf|on|in|na|w|sur|"
    r"su)\s$"
)
_IS: Final = re.compile(r"\s(?:is|ist|to|est|e|jest|lautet)\s")
_TOLD: Final = re.compile(r"[:,]\s?(?P<name>[a-z][\w.-]{4,30})(?=\s*(?:[,.!?;\n]|$))")
_TAIL: Final = re.compile(r"\s?\??\s(?:at\s|as\s|-\s|,\s)?(?P<word>[a-z]{8,24})\s*(?:[.!?,;\n]|$)")
_UPON: Final = re.compile(r"(?<!\w)(?:on|of|via|at|our|my|auf|bei|uber|na|sur|su|da|nostro|notre|nasz)\s$")
_LONG: Final = re.compile(r"\s(?P<word>[a-z]{12,30})(?!\w)")
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


def named(site: Site) -> Account | None:
    """A plain word or a name: only where the words between say that it is one."""
    text, mention, low, view, reading = site.text, site.mention, site.low, site.view, site.reading
    if is_featured(site) or SEEN.search(text, low, mention.start):
        return None
    frame, score = _frame(text, mention)
    if frame is None:
        return None
    name = name_at(text, frame, min(len(text), mention.end + REACH), view, reading)
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
    if found := _NAMED_AFTER.match(text, mention.end, mention.end + REACH):
        return found.end(), 0.9
    if found := _CALLED_AFTER.match(text, mention.end, mention.end + REACH):
        return found.end(), 0.88
    if (mention.sure or mention.nickname) and (found := _LATER.match(text, mention.end, mention.end + REACH)):
        return found.end(), 0.84
    if mention.nickname and (found := _BESIDE.match(text, mention.end)):
        return found.end(), 0.76
    if _NAME_AT.search(text, 0, mention.start) and (found := _IS.match(text, mention.end)):
        return found.end(), 0.88
    word = text[mention.start : mention.end]
    if (mention.sure or mention.nickname or word in PLAINLY) and (found := COLON.match(text, mention.end)):
        return found.end(), 0.84
    if not mention.nickname and (mention.sure or word in PLAINLY) and OWNED.search(text, 0, mention.start):
        found = re.compile(
            r"[\s:,-]{1,3}(?:(?:is|ist|to|est|e|name|nick|c'est|heisst|seite|page|konto|profil|"
            r"handle)\s){0,2}"
        ).match(text, mention.end)
        return (found.end(), 0.85) if found else (None, 0.0)
    if mention.masked and (found := re.compile(r"[\s,.:;-]{1,3}(?:me\s|us\s)?").match(text, mention.end)):
        return found.end(), 0.8
    return None, 0.0


def same(site: Site) -> Account | None:
    """Under the name that the reader knows already."""
    text, mention, low, high = site.text, site.mention, site.low, site.high
    if is_featured(site):
        return None
    found = SAME.search(text, mention.end, high) or SAME.search(text, low, mention.start)
    if found is None:
        return None
    score = 0.9 if mention.sure or mention.nickname else 0.72
    told = _TOLD.search(text, max(found.end(), mention.end), high)
    if told and told["name"] not in hosts.COMMON and told["name"] not in frames.NO_NAME:
        return *told.span("name"), score, "same"
    return min(mention.start, found.start()), max(mention.end, found.end()), score, "same"


def plain(site: Site) -> Account | None:
    """A long small word right behind the app that ends the sentence."""
    text, mention, low, high = site.text, site.mention, site.low, site.high
    if tight := _tight(site):
        return tight
    found = _TAIL.match(text, mention.end)
    if found is None or not mention.sure or found["word"] in frames.NO_NAME or found["word"] in hosts.COMMON:
        return None
    if is_featured(site) or SEEN.search(text, low, high) or found["word"].endswith(_ENDINGS):
        return None
    told = (
        "?" in text[mention.end : found.start("word")]
        or SELF.search(text, low, high)
        or CONTACT.search(text, low, high)
    )
    return (*found.span("word"), 0.7 if told else 0.5, "plain")


def _tight(site: Site) -> Account | None:
    """ "on IG mossandthimble": behind a short name of an app a small word too long to be one."""
    text, mention = site.text, site.mention
    if text[mention.start : mention.end] not in PLAINLY or not _UPON.search(text, site.low, mention.start):
        return None
    found = _LONG.match(text, mention.end)
    if found is None or found["word"].endswith(_ENDINGS) or found["word"] in hosts.COMMON:
        return None
    if is_featured(site) or written(*found.span("word"), site.view, site.reading)[:1].isupper():
        return None
    return *found.span("word"), 0.78, "plain"
