"""Accounts in a text: every app that it mentions, and names behind an at sign."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from helpdesk.conduct.data.hosts.providers import NEEDING
from helpdesk.conduct.data.listing import listed
from helpdesk.conduct.data.messenger import frames
from helpdesk.conduct.rules.apps import Mention, mentions_in
from helpdesk.conduct.rules.messenger.loose import invited, loose
from helpdesk.conduct.rules.messenger.named import named, plain, same
from helpdesk.conduct.rules.messenger.pieced import pieced
from helpdesk.conduct.rules.messenger.pointed import pointed
from helpdesk.conduct.rules.messenger.rung import rung
from helpdesk.conduct.rules.messenger.shaped import before, numbered, strong
from helpdesk.conduct.rules.messenger.site import Site, is_refused, sentence
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.signs import spelled
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import MAX_CANDIDATES, Finding, Label, Place

_SPELLED: Final = re.compile(
    r"underscore|under score|unterstrich|podkresl|podlog|kreska|tiret|trattino|trait|hyphen|dash|"
    r"bindestrich|minus|myslnik|malp[ak]|arobas|chiocciol|klammeraff|at sign|slash|ukosnik|schragstrich|"
    r"barra|barre"
    r"|(?<!\w)(?:dot|punkt|kropka|point|punto)(?!\w)|sottolin|souligne"
)
_FORUM: Final = re.compile(r"(?<![\w/])u/[a-z0-9_-]{3,24}(?![\w/])")
_BARE: Final = re.compile(r"(?<![\w.@/])@(?P<name>[a-z][a-z0-9._-]{3,30})(?![\w@])")
_EVERYWHERE: Final = re.compile(rf"(?<!\w)(?:{frames.BARE})(?!\w)")
_NOBODY: Final = frozenset(
    listed(
        "home work seller buyer support admin team shop store all office everyone media props override "
        "import param"
    )
)

_MARKET: Final = re.compile(
    r"vinted|le ?bon ?coin|olx|gumtree|depop|willhaben|wallapop|(?:ebay )?kleinanz|subito|etsy|shpock|"
    r"marktpl|quoka|ebay|allegro|sprzeda"
)
"""Market places: a profile there is a shop elsewhere as well."""
_FEDERATED: Final = re.compile(
    r"(?<![\w.@/])@[a-z0-9][a-z0-9._=-]{1,40}[:@][a-z0-9][a-z0-9-]{1,40}(?:\.[a-z0-9-]{2,30}){1,3}(?![\w@])"
)
"""A name at a server of its own: Matrix, Mastodon."""

RULES: Final = (numbered, strong, rung, before, pointed, named, same, loose, plain, invited)
"""In this order: the first that finds something tells."""
_SHAPES: Final = (numbered, strong, rung)
_COMPOUND: Final = re.compile(
    r"-(?!name|konto|acc|profil|gruppe|seite|kanal|id|app|chat|nick|nummer|handle|user|kontakt|tag|adress|"
    r"messenger|group|page|channel|shop|link|nachricht)[a-z]{3}"
)
_GLUED: Final = re.compile(
    r"(?:what?s?app|wasap|wattsap|wzap|wotsapp?|telegram|viber|signal|messenger|threema|(?<![a-z])wa)"
    r"[:.=-]{0,2}(?P<number>\+?\d{8,15})(?!\d)"
)


def find(reading: Reading) -> Iterator[Finding]:
    """Accounts in the text and in what its single letters join to."""
    folded = reading.folded
    known = mentions_in(folded.text)
    if known:
        yield from _at(known, folded, reading)
    if "@" in folded.text:
        yield from _bare(folded, reading)
        for found in islice(_FEDERATED.finditer(folded.text), MAX_CANDIDATES):
            yield reading.found(Label.MSGR, "messenger.federated", *found.span(), 0.9)
    for found in _FORUM.finditer(folded.text) if "u/" in folded.text and "reddit" in folded.text else ():
        yield reading.found(Label.MSGR, "messenger.forum", *found.span(), 0.9)
    for view in (reading.joined, reading.decoded):
        if view is not None:
            masked = view.name == "joined"
            yield from _at(mentions_in(view.text, masked=masked), view, reading)
            for found in islice(_GLUED.finditer(view.text), MAX_CANDIDATES):
                yield reading.found(Label.MSGR, "messenger.rung", *found.span("number"), 0.93, view=view)


def _at(known: list[Mention], view: View, reading: Reading) -> Iterator[Finding]:
    told = False
    for found in _told(known, view, reading):
        told = told or found.score >= 0.5
        yield found
        if found.rule != "messenger.same" and _MARKET.match(found.as_read or ""):
            yield replace(found, label=Label.URL, rule="url.profile")
    for start, end, score in () if told else pieced(known, view.text):
        yield reading.found(Label.MSGR, "messenger.pieced", start, end, score, view=view, evidence=("app",))


def _told(known: list[Mention], view: View, reading: Reading) -> Iterator[Finding]:
    """What the mentions lead to, the words for signs read."""
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
    low, high = sentence(text, mention, reading.place is Place.SEAM)
    site = Site(text, mention, low, high, view, reading)
    refused = is_refused(text, max(low, mention.start - 40), mention.start)
    for rule in _SHAPES if _COMPOUND.match(text, mention.end) else RULES:
        found = rule(site)
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


def _bare(view: View, reading: Reading) -> Iterator[Finding]:
    """A name behind an at sign without an app: everyone knows what that is."""
    for found in _BARE.finditer(view.text):
        name = found["name"].rstrip(".-_")
        if name in _NOBODY or ("." in name and name.partition(".")[0] in NEEDING):
            continue  # behind the latter stands a mailbox, not a profile
        shaped = any(char in "._" or char.isdigit() for char in name)
        score = 0.9 if _EVERYWHERE.search(view.text) else (0.8 if shaped and len(name) > 5 else 0.5)
        start = found.start()
        yield reading.found(
            Label.MSGR, "messenger.bare", start, start + 1 + len(name), score, view=view, as_read=name
        )
