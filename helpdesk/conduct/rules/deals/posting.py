"""A_POST: an address or a place as a way around the Platform: cash or cheques by post, visit and settle
there, letters instead of messages. The delivery address, the label's address and drop-off points are none.
"""

from collections.abc import Iterator
from typing import Final

from helpdesk.conduct.rules.deals.listening import Hearing, Part
from helpdesk.conduct.rules.deals.places import addresses, named
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.terms import Finding, Label

_AROUND: Final = "out outp private shady nocut noreg nothere cheaper ownshop ourshop nevertalk hint"
FRAMES: Final = (
    ("post.cash", "cash postit|letter|envelope|give|pay", 0.84),
    ("post.cash", "cash", 0.72),
    ("post.cheque", "cheque", 0.84),
    ("post.envelope", "envelope", 0.72),
    ("post.money", "money postit|give|come|letter", 0.66),
    ("post.money", "refund come|inhand|thereplace", 0.66),
    ("post.letter", "letter", 0.76),
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
_VETO: Final = ("refuse", "forbid", "warn", "nogo", "authority", "product")
_HOME: Final = ("deliver", "only")
_STRONG: Final = frozenset({"cash", "cheque", "outp", "out", "thereplace", "private", "shady", "noreg"})
_NAMED_LESS: Final = 0.14
_NAMED: Final = frozenset({"post.letter", "post.cheque"})
_SETTLED: Final = frozenset({"thereplace", "outp", "postit"})
_CUES: Final = (
    "cash cheque envelope letter come thereplace money inhand "
    "meet refund nevertalk shady hint out plat ownshop"
)


def find(reading: Reading, hearing: Hearing) -> Iterator[Finding]:
    """The strongest sentence about a place, with the place as its span."""
    if not hearing.holds(_CUES):
        return
    best = max((_judged(part) for part in hearing.parts()), default=None)
    if best is None or best[0] <= 0:
        return
    score, rule, evidence = best
    spans, less = [*addresses(reading.text)], 0.0
    if not spans and (rule in _NAMED or _SETTLED & {*evidence}):
        spans, less = [*named(reading.text)], _NAMED_LESS
    if spans and score - less > 0:
        start, end = max(spans, key=lambda one: one[1] - one[0])
        yield reading.found(
            Label.POST, rule, start, end, round(score - less, 3), view=reading.raw, evidence=evidence
        )


def _judged(part: Part) -> tuple[float, str, tuple[str, ...]]:
    """The score of the strongest frame, its rule and the classes that stand there."""
    here = part.places
    if any(group in here for group in _VETO):
        return 0.0, "", ()
    best: tuple[float, str, tuple[str, ...]] = (0.0, "", ())
    for rule, need, score in FRAMES:
        groups = [[one for one in choice.split("|") if one in here] for choice in need.split()]
        if all(groups):
            found = tuple(group for some in groups for group in some[:1])
            home = any(group in here for group in _HOME) and not _STRONG & here.keys()
            best = max(best, (score - 0.4 if home else score, rule, found))
    return best
