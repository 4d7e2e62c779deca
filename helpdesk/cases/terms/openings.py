"""What may be opened about an order, as its Buyer is offered it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from helpdesk.cases.terms.names import Kind, Remedy, Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """One situation: what it would be, or the code of why not ("" where it can be opened).

    `fields` are what is asked for at the opening, `notice` the code of what is told first.
    """

    situation: Situation
    kind: Kind
    refusal: str = ""
    fields: Sequence[str] = ()
    notice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a case could be instead, or the code of why not ("" where it can); `wants`: a remedy is named."""

    kind: Kind
    refusal: str
    wants: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Openable:
    """Of one order at one instant.

    `withdraws`: the law's withdrawal function stands beside it, until `withdraw_until` (the first instant
    that is too late; None: no machine can end it). `left` are the pieces of each line that do not go back
    already. A Buyer may want of faulty goods what the law puts `first`, and what comes `after`.
    """

    offered: Sequence[Offered]
    withdraws: bool
    withdraw_until: datetime | None
    left: Mapping[str, int] = field(default_factory=dict)
    first: Sequence[Remedy] = ()
    after: Sequence[Remedy] = ()

    def of(self, situation: Situation, /) -> Offered:
        """That one."""
        return next(one for one in self.offered if one.situation is situation)
