"""A_POST: an address or a place as a way around the Platform: cash or cheques by post, visit and settle
there, letters instead of messages. The delivery address, the label's address and drop-off points are none.
"""

from collections.abc import Iterator
from functools import lru_cache, reduce
from operator import or_
from typing import Final

from helpdesk.conduct.rules.deals import meetings
from helpdesk.conduct.rules.deals.listening import Hearing, Part, bits, token_span
from helpdesk.conduct.rules.deals.places import addresses, named
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.terms import Finding, Label

_AROUND: Final = "out outp private shady nocut noreg nothere cheaper ownshop ourshop nevertalk hint"
FRAMES: Final = (
    ("post.cash", "cash postit|letter|envelope|give|pay", 0.84),
    ("post.cash", "cash", 0.72),
    ("post.ask", "whereis paythere|cash|cheque", 0.72),
    ("post.ask", "whereis envelope|letter", 0.66),
    ("post.cheque", "cheque", 0.84),
    ("post.envelope", "envelope", 0.72),
    ("post.money", "money postit|give|come|letter", 0.66),
    ("post.money", "refund come|inhand|thereplace", 0.66),
    ("post.letter", "letter", 0.73),
    ("post.visit", "come thereplace", 0.84),
    ("post.visit", "come pay", 0.76),
    ("post.visit", f"come {_AROUND.replace(' ', '|')}", 0.82),
    ("post.visit", "thereplace pay", 0.78),
    ("post.visit", "inhand pay|money|cash", 0.66),
    ("post.visit", "noreg", 0.72),
    ("post.visit", "meet out|outp|private|noreg|shady|cash", 0.76),
    ("post.visit", "nevertalk|shady|hint|outp|out", 0.66),
    ("post.visit", "ownshop|ourshop cheaper|buy", 0.70),
    ("post.visit", "come buy", 0.66),
    ("post.visit", "come", 0.58),
)
_VETO: Final = ("refuse", "deny", "forbid", "warn", "nogo", "authority", "product")
_HOME: Final = ("deliver", "only")
_STRONG: Final = frozenset({"cash", "cheque", "outp", "out", "thereplace", "private", "shady", "noreg"})
_NAMED_LESS: Final = 0.14
_NAMED: Final = frozenset({"post.letter", "post.cheque"})
_SETTLED: Final = frozenset({"thereplace", "outp", "postit"})
_READY: Final = tuple(
    (rule, [choice.split("|") for choice in need.split()], score) for rule, need, score in FRAMES
)
_NEEDED: Final = tuple(tuple(bits(" ".join(choice)) for choice in need) for _, need, _ in _READY)
_ALONE: Final = reduce(or_, (need[0] for need in _NEEDED if len(need) == 1))
_PAIRS: Final = tuple((need[0], need[1]) for need in _NEEDED if len(need) == 2)


def find(reading: Reading, hearing: Hearing) -> Iterator[Finding]:
    """The strongest sentence about a place, with the place as its span; else one about a meeting."""
    written = [*_addressed(reading, hearing)]
    yield from written or meetings.find(reading)


def _addressed(reading: Reading, hearing: Hearing) -> Iterator[Finding]:
    if not any(map(_fits, hearing.possible)):
        return
    best = max((_judged(part) for part in hearing.parts()), default=None)
    if best is None or best[0] <= 0:
        return
    score, rule, evidence = best
    spans, less = [*addresses(reading.text)], 0.0
    if not spans and (rule in _NAMED or _SETTLED & {*evidence}):
        spans, less = [*named(reading.text)], _NAMED_LESS
    if not spans and rule == "post.ask":
        spans = [*_asked(reading, hearing)]
    if spans and score - less > 0:
        start, end = max(spans, key=lambda one: one[1] - one[0])
        yield reading.found(
            Label.POST, rule, start, end, round(score - less, 3), view=reading.raw, evidence=evidence
        )


@lru_cache(maxsize=8192)
def _fits(mask: int) -> bool:
    return bool(mask & _ALONE) or any(mask & one and mask & other for one, other in _PAIRS)


def _asked(reading: Reading, hearing: Hearing) -> Iterator[tuple[int, int]]:
    """The words that ask for an address."""
    for part in hearing.parts():
        for start, end in part.places.get("whereis", ()):
            span = token_span(hearing.text, reading.folded.text, start, end)
            if span is not None:
                yield reading.folded.span(*span)


def _judged(part: Part) -> tuple[float, str, tuple[str, ...]]:
    """The score of the strongest frame, its rule and the classes that stand there."""
    here = part.places
    if not _fits(part.mask) or any(group in here for group in _VETO):
        return 0.0, "", ()
    best: tuple[float, str, tuple[str, ...]] = (0.0, "", ())
    for rule, need, score in _READY:
        groups = [[one for one in choice if one in here] for choice in need]
        if all(groups):
            found = tuple(group for some in groups for group in some[:1])
            home = any(group in here for group in _HOME) and not _STRONG & here.keys()
            best = max(best, (score - 0.4 if home else score, rule, found))
    return best
