"""Doubting: what the second opinion makes of findings in sentences, and what it finds itself."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from helpdesk.conduct.rules.deciding import LIKELY
from helpdesk.conduct.rules.forbidden import OPERATOR
from helpdesk.conduct.rules.opinion import opinions
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.terms import Finding, Label

ALONE: Final = 0.5  # more likely than not: enough for a remark without a rule
SECONDED: Final = 0.25  # likely enough to make a remark of a weak finding
DOUBTED: Final = 0.05  # a finding that hardly resembles what people call by that name is only noted
FEWEST: Final = 4  # words: of less the model knows nothing by itself
NOTED: Final = 0.45
REMARK: Final = 0.65
_DOUBTFUL: Final = frozenset(
    {Label.MOVE, Label.PAY, Label.DEAL, Label.TERMS, Label.PROMO, Label.REVIEW, Label.THREAT, Label.RIGHTS}
)
"""Labels of which the model knows better than the rules what they are not."""


def weighed(reading: Reading, findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings, stronger or weaker, and a remark for what no rule found."""
    words = [word.text for word in reading.words]
    likely = opinions(words, reading.classes, reading.said.side.value)
    for one in findings:
        chance = likely.get(one.label)
        yield one if chance is None else _weighed(one, chance)
    if len(words) < FEWEST or not any(reading.classes):
        return
    found = {one.label for one in findings}
    for label, chance in likely.items():
        if chance >= ALONE and label not in found:
            start, end = _sentence(reading)
            score = min(0.9, REMARK + (chance - ALONE) / 2)
            yield reading.found(label, "opinion", start, end, score, evidence=("model",))


def _weighed(one: Finding, chance: float) -> Finding:
    if OPERATOR in one.evidence:
        return one  # they forbid the very words: whatever those resemble
    if one.score >= LIKELY and chance < DOUBTED and one.label in _DOUBTFUL:
        return replace(one, score=NOTED, against=(*one.against, "model"))
    if one.score < LIKELY and chance >= SECONDED:
        return replace(one, score=REMARK, evidence=(*one.evidence, "model"))
    return one


def _sentence(reading: Reading) -> tuple[int, int]:
    """The whole of what was said, without the space around it: the model does not know which word it was."""
    text = reading.folded.text
    return len(text) - len(text.lstrip()), len(text.rstrip())
