"""The sentences of enforcement."""

from helpdesk.enforcement.words.appeals import AGAINST, APPEAL_SENTENCES, MATTERS, VERDICTS
from helpdesk.enforcement.words.names import (
    DECISIONS,
    EFFECTS,
    EXEMPTIONS,
    MEASURES,
    OUTCOMES,
    PHASES,
    RULES,
    SOURCES,
    TRACKS,
    VIOLATIONS,
)
from helpdesk.enforcement.words.names import SENTENCES as OF_MEASURES
from helpdesk.enforcement.words.stating import statement

SENTENCES = OF_MEASURES | APPEAL_SENTENCES

__all__ = [
    "AGAINST",
    "DECISIONS",
    "EFFECTS",
    "EXEMPTIONS",
    "MATTERS",
    "MEASURES",
    "OUTCOMES",
    "PHASES",
    "RULES",
    "SENTENCES",
    "SOURCES",
    "TRACKS",
    "VERDICTS",
    "VIOLATIONS",
    "statement",
]
