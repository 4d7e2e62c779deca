"""The result of one look."""

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    """How bad it is: fine, worth knowing, or in the way."""

    FINE = "✓"
    WARNING = "!"
    WRONG = "✗"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A sentence, and how to mend what it says."""

    grade: Grade
    sentence: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.grade} {self.sentence}" + (f"\n    {self.remedy}" if self.remedy else "")


def fine(sentence: str) -> Finding:
    """Nothing to do."""
    return Finding(grade=Grade.FINE, sentence=sentence)


def wrong(sentence: str, *, remedy: str) -> Finding:
    """In the way."""
    return Finding(grade=Grade.WRONG, sentence=sentence, remedy=remedy)


def warning(sentence: str, *, remedy: str) -> Finding:
    """Worth knowing."""
    return Finding(grade=Grade.WARNING, sentence=sentence, remedy=remedy)
