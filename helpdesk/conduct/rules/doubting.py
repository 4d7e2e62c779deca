"""Doubting: what the second opinion makes of findings in sentences, and what it finds itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from helpdesk.conduct.rules.deciding import LIKELY
from helpdesk.conduct.rules.forbidden import OPERATOR
from helpdesk.conduct.rules.opinion import Opinion
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.terms import Finding, Label

TOLD: Final = 0.5  # more likely than not, all witnesses heard: enough for a remark
ALONE: Final = 0.6  # enough where the model is the only witness: most messages are honest, rows are not
TELLING: Final[Mapping[Label, float]] = {Label.INSULT: TOLD, Label.REVIEW: TOLD, Label.THREAT: 0.8}
"""The same of words that are seldom said honestly, and of those that every polite letter holds."""
FEWEST: Final = 3  # words: of less the model knows nothing by itself
DOUBTED: Final[Mapping[Label, float]] = {
    Label.INSULT: 0.0,
    Label.RIGHTS: 0.1,
    Label.REVIEW: 0.15,
    Label.TERMS: 0.15,
}
"""Below which likelihood what a rule found is only noted, where that is not TOLD: of short sentences these
rules know more than a model that has few words to go by."""
NOTED: Final = 0.45
REMARK: Final = 0.65


def weighed(reading: Reading, findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings, stronger or weaker, and a remark for what no rule found."""
    told = len(reading.words) >= FEWEST and any(reading.classes)
    if not told and not findings:
        return
    opinion = Opinion(reading)
    for one in findings:
        strong = one.score >= LIKELY
        chance = opinion.chance(one.label, weak=not strong, strong=strong)
        yield one if chance is None or OPERATOR in one.evidence else _weighed(one, chance)
    found = {one.label for one in findings}
    for label in opinion.leanings(chance=TOLD) if told else ():
        if label not in found and (opinion.chance(label) or 0) >= TELLING.get(label, ALONE):
            score = min(0.9, REMARK + ((opinion.chance(label) or TOLD) - TOLD) / 2)
            yield reading.found(label, "opinion", *opinion.where(label), score, evidence=("model",))


def _weighed(one: Finding, chance: float) -> Finding:
    """Operators forbid words as such: those are never weighed here."""
    if one.score >= LIKELY and chance < DOUBTED.get(one.label, TOLD):
        return replace(one, score=NOTED, against=(*one.against, "model"))
    if one.score < LIKELY and chance >= TOLD:
        return replace(one, score=REMARK, evidence=(*one.evidence, "model"))
    return one
