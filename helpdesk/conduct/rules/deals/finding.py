"""Findings of outside deals: frames held against what is heard."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from helpdesk.conduct.rules.deals.frames import FRAMES, INSIDE, LIFTS, NEVER, OUTSIDE, Frame
from helpdesk.conduct.rules.deals.lexicon import BIT
from helpdesk.conduct.rules.deals.listening import Hearing, Part, bits, token_span
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import Finding, Label

_LIFT: Final = 0.06
_DOUBLE: Final = 0.08
_SURE: Final = frozenset(
    {"pay.cash", "pay.transfer", "pay.handle", "pay.outside", "deal.outside", "deal.direct"}
)


class _Ready(NamedTuple):
    frame: Frame
    need: tuple[int, ...]
    groups: tuple[tuple[str, ...], ...]
    veto: int


def _ready(frame: Frame) -> _Ready:
    groups = tuple(tuple(choice.split("|")) for choice in frame.need.split())
    need = tuple(bits(" ".join(choice)) for choice in groups)
    return _Ready(frame, need, groups, bits(f"{NEVER} {frame.veto}"))


_READY: Final = tuple(_ready(frame) for frame in FRAMES)
_ASKED, _REFUSED = bits("asks instead"), bits("refuse")
_ELSE: Final = bits("elsewont")
_INSIDE, _OUTSIDE = bits(INSIDE), bits(OUTSIDE)
_LIFTS: Final = tuple(BIT[group] for group in LIFTS.split())
_CUES: Final = bits(
    "cash transfer cheque handle chargecard out plat private direct shady fee nocut ownshop shop "
    "unlisted nevertalk case closephrase return silent receipt solved ownwarranty label fraud worth "
    "van elsewhere spot envelope account hint delist fine keep invoice half here driver inhand "
    "wallet yourshop next forget flaw stats askverb wrongreason noforms letterbox apart refund again "
    "atus nochange confirm needntknow phoneorder cmphere payreq give extern giftcode friends papers "
    "neverwas wontopen dontreport unback myhome notsent yoursell"
)

_COMMON: Final = bits(
    "iban promo me num neg postit our cond site buy want asks give plat register pay account"
)
"""What ordinary messages hold most."""


def _keyed() -> dict[int, int]:
    """Of each class: the frames, a bit each, that it is the key of: none holds without one of its keys."""
    found: dict[int, int] = {}
    for number, ready in enumerate(_READY):
        key = min(ready.need, key=lambda one: ((one & _COMMON).bit_count(), one.bit_count()))
        while key:
            lowest = key & -key
            found[lowest] = found.get(lowest, 0) | 1 << number
            key ^= lowest
    return found


_KEYED: Final = _keyed()
_KEYS: Final = sum(_KEYED)


@lru_cache(maxsize=8192)
def _fitting(mask: int) -> tuple[_Ready, ...]:
    """The frames of which all classes are there, in their order."""
    keyed, rest = 0, mask & _KEYS
    while rest:
        lowest = rest & -rest
        keyed |= _KEYED.get(lowest, 0)
        rest ^= lowest
    found = list[_Ready]()
    while keyed:
        lowest = keyed & -keyed
        ready = _READY[lowest.bit_length() - 1]
        if all(mask & bit for bit in ready.need):
            found.append(ready)
        keyed ^= lowest
    return tuple(found)


def find(reading: Reading, hearing: Hearing, view: View) -> Iterator[Finding]:
    """B_PAY, B_DEAL and B_TERMS in one view of the text, the strongest of each."""
    if not (hearing.holds(_CUES) and any(map(_fitting, hearing.possible))):
        return
    best: dict[Label, tuple[float, Frame, Part]] = {}
    for part in hearing.parts():
        _judge(part, reading.said.side.value, best)
    for label, (score, frame, part) in best.items():
        span = _span(hearing.text, view.text, part, frame) if score > 0 else None
        if span is not None:
            yield reading.found(label, frame.rule, *span, score, view=view, evidence=_evidence(part, frame))


def _judge(part: Part, side: str, best: dict[Label, tuple[float, Frame, Part]]) -> None:
    inside = part.mask & _INSIDE and not part.mask & _OUTSIDE
    asked = part.mask & _ELSE or (side == "buyer" and part.mask & _ASKED)
    for ready in _fitting(part.mask):
        if part.mask & (ready.veto & ~_REFUSED if asked else ready.veto):
            continue
        if ready.frame.side and ready.frame.side != side:
            continue
        score = _score(part, ready.frame) - (0.35 if inside else 0)
        kept = best.get(ready.frame.label)
        if kept is None or score > kept[0]:
            best[ready.frame.label] = (score, ready.frame, part)


def _score(part: Part, frame: Frame) -> float:
    lifts = sum(1 for bit in _LIFTS if part.mask & bit)
    raw = (
        frame.score
        + _LIFT * max(0, lifts - 1 if frame.score < 0.6 else lifts)
        - (_DOUBLE if part.double else 0)
    )
    ceiling = 0.96 if frame.rule in _SURE and part.mask & _OUTSIDE else 0.94
    return round(min(raw, ceiling), 3) if frame.score >= 0.5 else frame.score


def _groups(part: Part, frame: Frame) -> list[str]:
    return [one for choice in frame.need.split() for one in choice.split("|") if one in part.places]


def _evidence(part: Part, frame: Frame) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_groups(part, frame)))


def _span(text: str, folded: str, part: Part, frame: Frame) -> tuple[int, int] | None:
    spans = [part.places[group][0] for group in _groups(part, frame)]
    return token_span(text, folded, min(a for a, _ in spans), max(b for _, b in spans))
