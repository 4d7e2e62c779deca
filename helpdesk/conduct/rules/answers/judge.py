"""The judge: what of all witnesses together follows for a question. Trained by `bin/conduct-train answers`.

The rules' verdict is one witness of many: two linear models, one for "it is left open" and one for "what was
said evades it", hear it together with all features of `witnesses`.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from math import exp
from typing import Final, NamedTuple

from helpdesk.conduct.rules.answers.clauses import Clause
from helpdesk.conduct.rules.answers.kinds import Asked
from helpdesk.conduct.rules.answers.witnesses import BUCKETS, Features, witnesses
from helpdesk.conduct.terms import Treated, Treatment

MAGIC: Final = b"answers1"
OPEN: Final = 0.5  # as likely as that, and a question counts as left open
TOLD: Final = 0.6  # and its author is told so
EVADED: Final = 0.4  # what is open counts as evaded, not as ignored
MOST_JUDGED: Final = 12  # questions of a message; of more the rules alone decide
_SURE, _LIKELY, _DOUBTED = 0.9, 0.75, 0.5


@dataclass(frozen=True, slots=True)
class Case:
    """Questions and the clauses of a reply, in their languages, and what the rules say of each question.

    `supposed`: questions that the answer to another one answers as well, whatever the words are.
    """

    wanted: Sequence[Asked]
    clauses: Sequence[Clause]
    languages: tuple[int, int]
    ruled: Sequence[Treated]
    supposed: frozenset[int] = frozenset()


class Head(NamedTuple):
    """One model: the scale of its weights, its bias, and how far three verdicts of the rules are believed."""

    scale: float
    bias: float
    verdicts: tuple[float, ...]
    weights: bytes

    def chance(self, features: Features, verdict: Sequence[float]) -> float:
        """0..1."""
        weights = self.weights
        margin = sum([(weights[at] - 128) * worth for at, worth in features.items()])
        raised = self.scale * margin + self.bias
        raised += sum(a * b for a, b in zip(self.verdicts, verdict, strict=True))
        return 1 / (1 + exp(-max(-30.0, min(30.0, raised))))


def verdict_of(one: Treated) -> tuple[float, float, float]:
    """What the rules say: ignored, evaded, and whether they doubt it."""
    ignored, evaded = one.treatment is Treatment.IGNORED, one.treatment is Treatment.VAGUE
    return float(ignored), float(evaded), float((ignored or evaded) and one.score <= _DOUBTED)


def judged(case: Case) -> Sequence[Treated]:
    """Of each question, what the judge makes of it. What the rules say is evaded stays open."""
    if not case.ruled or len(case.ruled) > MOST_JUDGED:
        return case.ruled
    heard = witnesses(wanted=case.wanted, clauses=case.clauses, languages=case.languages)
    return [one if n in case.supposed else _judged(one, heard[n]) for n, one in enumerate(case.ruled)]


def _judged(one: Treated, features: Features) -> Treated:
    is_open, evades = shipped()
    verdict = verdict_of(one)
    chance = is_open.chance(features, verdict)
    found = one.treatment is Treatment.VAGUE
    if chance < OPEN and not found:
        return replace(one, treatment=Treatment.ANSWERED, score=_SURE)
    vague = evades.chance(features, verdict) >= EVADED
    kind = Treatment.VAGUE if vague else Treatment.IGNORED
    return replace(one, treatment=kind, score=_LIKELY if chance >= TOLD or found else _DOUBTED)


@cache
def shipped() -> tuple[Head, Head]:
    """Those of the package."""
    return unpacked((files("helpdesk.conduct") / "data" / "answers.bin").read_bytes())


def packed(heads: Sequence[Head]) -> bytes:
    """As one file."""
    lines = [" ".join(f"{one:.9f}" for one in (head.scale, head.bias, *head.verdicts)) for head in heads]
    return MAGIC + zlib.compress(
        ";".join(lines).encode() + b"\n" + b"".join(head.weights for head in heads), 9
    )


def unpacked(data: bytes) -> tuple[Head, Head]:
    """As `packed` made it. Raises ValueError."""
    if not data.startswith(MAGIC):
        raise ValueError("not a judge")
    line, _, body = zlib.decompress(data[len(MAGIC) :]).partition(b"\n")
    heads = []
    for n, said in enumerate(line.decode().split(";")):
        scale, bias, *verdicts = map(float, said.split(" "))
        heads.append(Head(scale, bias, tuple(verdicts), body[n * BUCKETS : (n + 1) * BUCKETS]))
    first, second = heads
    return first, second
