"""The engine: every family reads every text of a message, and what they find is decided upon."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import Final

from helpdesk.conduct.rules import families, views
from helpdesk.conduct.rules.answers import open_questions, treat
from helpdesk.conduct.rules.deciding import decide, strictest
from helpdesk.conduct.rules.doubting import weighed
from helpdesk.conduct.rules.packs import SHIPPED, Pack
from helpdesk.conduct.rules.pardoning import pardoned
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.recalling import recalls
from helpdesk.conduct.terms import (
    MAX_CANDIDATES,
    MAX_READ,
    SECONDS,
    Decision,
    Finding,
    Label,
    Place,
    Said,
    Treated,
    Verdict,
)
from helpdesk.kernel.actor import Side

_SEAM_CUE: Final = re.compile(
    r"[0-9@]|\w[._]\w|^\W*\w+\W*$|\b(?:dot|com|gmail|www|http|ma[łl]p[ak]\w*|kropka|punkt|point|punto|arobase|"
    r"chiocciola|klammeraffe|underscore)\b|"
    r"\b(?:(?:zero|oh|double|triple|one|two|three|four|five|six|seven|eight|nine|jeden|dwa|trzy|cztery|pi[ęe][ćc]|"
    r"sze[śs][ćc]|siedem|osiem|dziewi[ęe][ćc]|null|eins|zwei|zwo|drei|vier|f[üu]nf|sechs|sieben|acht|neun|z[ée]ro|"
    r"un|deux|trois|quatre|cinq|sept|huit|neuf|dix|douze|trente|quarante|cinquante|soixante|vingt|uno|due|tre|"
    r"quattro|cinque|sei|sette|otto|nove)[\s,.-]*){3}",
    re.IGNORECASE,
)
_NAMED_BEFORE: Final = frozenset({Label.MSGR, Label.PAYH})  # an app, then nothing but a name
_BARE: Final = 3  # words of such a name at most
_SELLERS_ONLY: Final = frozenset("CM")
_ENDING: Final = re.compile(r"\.[A-Za-z0-9]{1,5}$")


def examine(*, said: Said, pack: Pack = SHIPPED, seconds: Callable[[], float] | None = None) -> Verdict:
    """What the message does that it may not do. Time grows with the length of its texts only.

    `seconds` is the clock of the thread: where reading takes longer than SECONDS by it, or more is found
    than anybody writes by chance, the rest is left unread, and a person reads the message.
    """
    treated = _treated(said)
    found = chain(open_questions(treated), _in_text(said, pack), _in_seam(said, pack), _in_files(said, pack))
    findings, unread = _limited(found, seconds)
    decided = [decide(finding=one, said=said, pack=pack) for one in findings if _concerns(one, said)]
    kept = _strongest([one for one in decided if one.decision is not Decision.NONE])
    decision = max(
        strictest(kept), Decision.HOLD_REVIEWER if unread else Decision.NONE, key=lambda one: one.strength
    )
    return Verdict(pack=pack.version, decision=decision, findings=kept, treated=treated, unread=unread)


def _treated(said: Said) -> Sequence[Treated]:
    if not said.asked or said.side is not Side.SELLER:
        return ()
    return treat(asked=said.asked, reply=said.text, questions=said.questions)


def _limited(found: Iterator[Finding], seconds: Callable[[], float] | None) -> tuple[list[Finding], bool]:
    """What was found in time, and whether that is not all."""
    until = seconds() + SECONDS if seconds else 0.0
    findings: list[Finding] = []
    for one in found:
        findings.append(one)
        if len(findings) > MAX_CANDIDATES or (seconds and seconds() > until):
            return findings, True
    return findings, bool(seconds and seconds() > until)


def wants_earlier(*, text: str) -> bool:
    """Whether the text could end what earlier messages began, or tells what they said."""
    return _SEAM_CUE.search(text) is not None or recalls(views.folded(views.raw(text[:MAX_READ])).text)


def _concerns(finding: Finding, said: Said) -> bool:
    """Marketing and misleading are a seller's."""
    return said.side is Side.SELLER or finding.label.family not in _SELLERS_ONLY


def _in_text(said: Said, pack: Pack) -> Iterator[Finding]:
    reading = Reading(text=said.text[:MAX_READ], said=said, pack=pack)
    for family in families.IDENTIFYING:
        yield from family(reading)
    spoken = [one for family in families.SPEAKING for one in islice(family(reading), MAX_CANDIDATES)]
    yield from pardoned(reading, weighed(reading, spoken))


def _in_seam(said: Said, pack: Pack) -> Iterator[Finding]:
    """What begins in earlier messages of the same author and ends in this one."""
    if not said.earlier or not _SEAM_CUE.search(said.text):
        return
    before = " ".join(said.earlier) + " "
    seam = Reading(text=before + said.text[:MAX_READ], said=said, pack=pack, place=Place.SEAM)
    border, bare = len(before), len(said.text.split()) <= _BARE
    for family in families.IDENTIFYING:
        for one in family(seam):
            if one.start is None or one.end is None or one.end <= border:
                continue
            if one.start < border or (bare and one.label in _NAMED_BEFORE):
                yield replace(one, start=max(0, one.start - border), end=one.end - border)


def _in_files(said: Said, pack: Pack) -> Iterator[Finding]:
    for position, attached in enumerate(said.attachments, 1):
        texts = [(Place.NAME, _ENDING.sub("", attached.name).replace("_", " ")), *attached.texts]
        for place, text in texts:
            reading = Reading(text=text[:MAX_READ], said=said, pack=pack, place=place, file=position)
            speaking = families.SPEAKING if place in (Place.PICTURE, Place.DOCUMENT) else ()
            for family in (*families.IDENTIFYING, *speaking):
                yield from (replace(one, start=None, end=None) for one in family(reading))


def _strongest(findings: list[Finding]) -> list[Finding]:
    """One finding for a label at a place in the text: the surest of those that overlap, in text order."""
    kept: list[Finding] = []
    for one in sorted(findings, key=lambda one: (-one.score, -((one.end or 0) - (one.start or 0)))):
        if not any(_same(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: (one.file or 0, one.start or 0, one.label))


def _same(one: Finding, other: Finding) -> bool:
    if (one.label, one.file) != (other.label, other.file):
        return False
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return one.place is other.place
    return one.start < other.end and other.start < one.end
