"""The words of cases, in pieces: names, steps, what is told of them, dates, refusals."""

from helpdesk.cases.words.dates import BASES, DATES
from helpdesk.cases.words.deeds import CHANNELS, NEWS
from helpdesk.cases.words.deeds import REFUSED as _OF_DEEDS
from helpdesk.cases.words.names import (
    DECISIONS,
    FIELDS,
    GROUNDS,
    KINDS,
    NOTICES,
    OUTCOMES,
    REMEDIES,
    SITUATION_HINTS,
    SITUATIONS,
    STAGES,
    WAITING,
    WITHDRAWAL,
)
from helpdesk.cases.words.refusals import SENTENCES as _OF_STEPS
from helpdesk.cases.words.steps import STEPS
from helpdesk.cases.words.told import TOLD

SENTENCES = {**_OF_STEPS, **_OF_DEEDS}

__all__ = [
    "BASES",
    "CHANNELS",
    "DATES",
    "DECISIONS",
    "FIELDS",
    "GROUNDS",
    "KINDS",
    "NEWS",
    "NOTICES",
    "OUTCOMES",
    "REMEDIES",
    "SENTENCES",
    "SITUATIONS",
    "SITUATION_HINTS",
    "STAGES",
    "STEPS",
    "TOLD",
    "WAITING",
    "WITHDRAWAL",
]
