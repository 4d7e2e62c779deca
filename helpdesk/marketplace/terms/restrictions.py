"""Kinds of restrictions, and what people do that one of them may be in the way of."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

WHOLE: Final = 1000  # thousandths: a factor that changes nothing
# As long as a deed may wait between its judgement and its place in the record (`archive_entry_v1`): what has
# come into force meanwhile is in its way.
UNDER_WAY: Final = timedelta(seconds=5)
RESTRICTED: Final = "P0H05"  # our SQLSTATE of a post that a measure forbids; its detail names the kinds


class RestrictionKind(StrEnum):
    """What a measure against a seller takes away; `rules.restricting` says what each of them forbids."""

    DEMOTION = "demotion"
    MESSAGING = "messaging"
    SELLING = "selling"
    SUSPENSION = "suspension"
    REMOVAL = "removal"


class Act(StrEnum):
    """What somebody does towards the other side, as far as measures tell one thing from another.

    Cases are none of them: their steps stay open to both sides, whatever is in force. What a removed seller's
    people may still do is a matter of their roles (`Role.FORMER`).
    """

    ASK_BEFORE_SALE = "ask_before_sale"  # a buyer's first question about an offer
    WRITE_BEFORE_SALE = "write_before_sale"  # of either side, in a conversation about an offer
    START = "start"  # a seller writes first about an order, and it could wait
    START_OWED = "start_owed"  # a seller writes first, and the law wants the buyer told
    RECALL = "recall"  # goods are dangerous: it reaches everybody, whenever
    ANSWER = "answer"  # a seller, in an order's conversation, to what its buyer wrote
    ASK = "ask"  # a buyer, in an order's conversation


@dataclass(frozen=True, slots=True, kw_only=True)
class Restricted:
    """What is taken away now, and until when (UTC; None: without end)."""

    kind: RestrictionKind
    ends_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RestrictionShown:
    """A restriction as the seller's side and administrators see it; `ends_at` None: without end.

    `factor` in thousandths lowers visibility; `entry` imposed it, `lifted_at` is before its time.
    """

    seller_id: int
    id: UUID
    measure_id: UUID
    kind: RestrictionKind
    factor: int
    starts_at: datetime
    ends_at: datetime | None
    entry: UUID
    lifted_at: datetime | None = None
