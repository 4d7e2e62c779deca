"""The words of the Archive: chains, drafts, heads, receipts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from uuid import UUID

from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref

MAX_LEAF = 4096  # bytes; a leaf holds codes and digests, so more means text slipped in
MAX_KEY = 200  # characters of an idempotency key
IN_LOG_WITHIN = timedelta(hours=24)  # the promise that every receipt makes
CHANNEL = "helpdesk_archive"  # of the database: the sequencer says here that there are new numbers
FRESH = timedelta(seconds=5)  # a deed whose transaction starts later than this is judged again


class Audience(IntEnum):
    """Who, besides the operator, may see a row."""

    BOTH = 0
    SELLER = 1
    OPERATOR = 2
    BUYER = 3


class ChainName(StrEnum):
    """What a chain is about."""

    SHARED = "shared"
    BACKSTAGE = "backstage"
    DESK = "desk"
    SELLER = "seller"
    HOUSE = "house"


class LogMode(StrEnum):
    """A demo log accepts past instants and says so for ever."""

    REAL = "real"
    DEMO = "demo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Where an entry goes. `seller` and `pair` are the random stand-ins that leaves may show."""

    seller_id: int
    id: UUID
    name: ChainName
    audience: Audience
    seller: UUID | None = None
    pair: UUID | None = None
    buyer_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The last entry of a chain."""

    n: int
    leaf_hash: bytes
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a deed wants on record: committed values, facts in clear, and the entries it refers to."""

    kind: str
    key: str
    values: Mapping[str, bytes] = field(default_factory=dict)
    facts: Mapping[str, int | str] = field(default_factory=dict)
    ref: Sequence[tuple[str, UUID]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Our signed promise that this leaf will be in the log by `in_log_by`."""

    entry: UUID
    leaf_hash: bytes
    at: datetime
    key: str
    signature: bytes

    @property
    def in_log_by(self) -> datetime:
        """The instant by which the entry must be in a signed checkpoint."""
        return self.at + IN_LOG_WITHIN


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenReceipt:
    """A receipt as somebody hands it in. `seller_id` is whose row the entry is, where they said so."""

    receipt: Receipt
    seller_id: int | None


class Standing(StrEnum):
    """What became of the entry that a receipt was given for."""

    UNKNOWN_KEY = "unknown_key"  # signed by a key that the log never published
    FORGED = "forged"  # the signature is not that of this text
    MISSING = "missing"  # ours, and its entry is gone
    ALTERED = "altered"  # ours, and its entry has other bytes now
    WAITING = "waiting"  # unchanged; the promised time is not over
    LATE = "late"  # unchanged; the promised time is over, and no signed checkpoint has it
    IN_LOG = "in_log"  # unchanged, and in a signed checkpoint


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptChecked:
    """A receipt, held against the record. `number`: the entry's place in the order of the log, if it has one.

    `seller_id` is whose row the entry is, where it was found.
    """

    receipt: Receipt
    standing: Standing
    number: int | None = None
    seller_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """An entry ready to be stored: leaf, commitments' salts and receipt."""

    chain: Chain
    draft: Draft
    actor: Actor
    id: UUID
    n: int
    at: datetime
    leaf: bytes
    leaf_hash: bytes
    salted: Mapping[str, tuple[bytes, bytes]]
    receipt: Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An entry that is stored; `replayed` when this very request had been carried out before."""

    receipt: Receipt
    seller_id: int
    n: int
    replayed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """The order: its entry, its ground (a code of `retention`), and when it was given."""

    entry: UUID
    ground: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A numbered entry as reactions and feeds see it."""

    number: int
    entry_id: UUID
    seller_id: int
    buyer_id: UUID | None
    audience: Audience
    kind: str
    chain: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirror:
    """Columns of a room's row that repeat an entry's leaf: what a page shows is what `verify` checks.

    `kinds` are all kinds of entry that write such a row. A path that ends with "?" is compared where the leaf
    has it: leaves of earlier releases do not.
    `columns` maps a column to a path in the leaf ("at", "by.role", "f.deadline", "ref.answers") or to
    a column of the entry that has no clear word in the leaf ("entry.actor", "entry.audience");
    only entries that have the path `when` must have a row. `owned`: the row has its entry's seller_id.
    `chain_column` names the row's conversation where no declared column repeats the chain.
    Of `digested` columns, which are JSON, the leaf has the SHA-256 of the canonical bytes.
    A path may name a second one after "|", for leaves without the first ("ref.question|id"); `usual` is what
    a column has where the leaf leaves the fact out. `value` names a committed JSON value: "value.note".
    `rows` (in SQL) are the rows of the table that these entries write, where others write some too.
    """

    kinds: tuple[str, ...]
    table: str
    key: str
    columns: Mapping[str, str]
    when: str = "at"
    owned: bool = True
    chain_column: str | None = None
    digested: frozenset[str] = frozenset()
    usual: Mapping[str, int | str] = field(default_factory=dict)
    value: str | None = None
    rows: str = "true"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Columns that say what counts now, told from rows that repeat leaves: `verify` checks that they agree.

    `beside` joins what a row of `table` (in SQL: `o`) is held against; it `differs`, which means `detail`,
    or agrees. The table has seller_id and id; `chain` says on which chain it lies.
    """

    table: str
    detail: str
    differs: str
    beside: str = ""
    chain: str = "o.chain"
    code: str = "row.stale"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that is not as it was sealed: a stable code, the row, and what is wrong with it.

    `chain` is where it lies (the conversation, for a shared chain), if the row still says so.
    """

    code: str
    row: str
    detail: str
    chain: Ref | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a verification is."""

    stage: str
    done: int
    total: int


class Trouble(StrEnum):
    """What keeps a witness from cosigning, as far as we can tell."""

    SILENT = "silent"
    REFUSES = "refuses"
    ANSWERS_WRONG = "answers.wrong"
    KNOWS_MORE = "knows.more"
    KNOWS_ANOTHER = "knows.another"
