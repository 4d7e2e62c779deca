"""What has been named but has not arrived, as values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.terms.kinds import Kind, Name

LAST_US = 253_402_300_799_999_999  # the last microsecond of the year 9999, beyond which no instant goes


class Place(NamedTuple):
    """A place in the list of stubs; as text it is a cursor."""

    since_us: int
    kind: Kind
    external_id: str

    def __str__(self) -> str:
        return f"{self.since_us}.{self.kind}.{self.external_id}"

    @classmethod
    def parse(cls, text: str) -> "Place":
        """The place that a cursor names. Raises ValueError."""
        since, kind, external_id = text.split(".", 2)
        if not (since.isascii() and since.isdigit() and int(since[:20]) <= LAST_US) or "\x00" in external_id:
            raise ValueError(text)
        return cls(int(since), Kind(kind), external_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Incomplete:
    """A thing that others name, and that has not arrived.

    `ref` is ours for an order or an offer that pages can already show; `since` (UTC) it was first named;
    `named_by` records name it, and as many of these as `waiting` says are kept back until it arrives;
    `examples` are the first of them.
    """

    name: Name
    ref: Ref | None
    since: datetime
    named_by: int
    waiting: int
    examples: Sequence[Name]

    @property
    def place(self) -> Place:
        """Its place in the list."""
        return Place(clock.to_us(self.since), self.name.kind, self.name.external_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class IncompletePage:
    """Some of them; `total` of all, and where the next page begins (empty: nowhere)."""

    data: Sequence[Incomplete]
    total: int
    next: str
