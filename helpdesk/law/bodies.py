"""Who settles disputes out of court: mediators (Regulation (EU) 2019/1150, Art. 12) and certified bodies
(Regulation (EU) 2022/2065, Art. 21).
"""

from dataclasses import dataclass
from enum import StrEnum


class BodyKind(StrEnum):
    """A mediator is for businesses; a body certified by a member state is for everybody."""

    MEDIATOR = "mediator"
    CERTIFIED = "certified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """One of them, with the page where to turn to it."""

    kind: BodyKind
    name: str
    url: str

    def __str__(self) -> str:
        return f"{self.name} ({self.url})"
