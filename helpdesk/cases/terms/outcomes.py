"""How cases ended, for whoever carries it out elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from helpdesk.cases.terms.names import By, Kind, Situation
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.terms.shown import Price


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeShown:
    """A case as it stands now, in codes; `outcome` is "" where it runs again after it had ended.

    `number` is the place in the log of what ended it or began it anew, `entry` the case's latest entry.
    `seller`, `buyer` and `order` are the Platform's ids; `lines` the pieces that it is about, by line.
    """

    number: int
    case: Ref
    case_number: str
    kind: Kind
    situation: Situation
    seller: str
    buyer: str
    order: str
    order_number: str
    market: str
    opened_at: datetime
    outcome: str
    ended_at: datetime | None
    lines: Mapping[str, int]
    remedy: str
    decision: str
    decided_by: By
    amount: Price | None
    deduction: Price | None
    entry: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomesChanged:
    """In the order of the log; all up to number `through` was looked at, and `more` says if more is there."""

    rows: Sequence[OutcomeShown]
    through: int
    more: bool
