"""Reads of the Archive."""

from helpdesk.archive.queries.cosignatures import (
    WitnessStanding,
    newest_cosigned,
    witness_vkeys,
    witnesses,
)
from helpdesk.archive.queries.ended import was_ended
from helpdesk.archive.queries.entries import EntryShown, entry_at, entry_of, entry_with_id, is_entry
from helpdesk.archive.queries.erasures import (
    erasable,
    erased_of,
    erasures,
    oldest_of_kind,
    unfinished_erasures,
)
from helpdesk.archive.queries.following import (
    heard_for_system,
    last_number_for_system,
    logged_after,
    logged_before,
)
from helpdesk.archive.queries.gauges import (
    oldest_unnumbered,
    reaction_gauges_for_system,
    waiting_gauges_for_system,
)
from helpdesk.archive.queries.heads import head_of, latest_instant
from helpdesk.archive.queries.leaves import (
    Leaf,
    is_behind,
    leaves_between,
    leaves_of,
    reached_by,
    sellers_in_log,
)
from helpdesk.archive.queries.log import (
    checkpoint_of,
    inclusion_of,
    inclusions_of,
    log_keys,
    log_refusal,
    published,
    receipt_vkeys,
    trees,
)
from helpdesk.archive.queries.logs import clock_offset, current_log, house, pending_count
from helpdesk.archive.queries.lost_orders import LostLeaf, LostLeaves, chain_under, entries_of, lost_leaves
from helpdesk.archive.queries.numbers import (
    Changes,
    changes_after,
    last_number,
    latest_of,
    named_by,
    number_of,
    numbered_after,
    span_of,
)
from helpdesk.archive.queries.proving import Inclusion, Published
from helpdesk.archive.queries.receipt_key import receipt_key, receipt_signer
from helpdesk.archive.queries.signing import Signing, signing
from helpdesk.archive.queries.stored import Stored, replay_of, replayed
from helpdesk.archive.queries.timestamps import Stamped, timestamps
from helpdesk.archive.queries.turns import turn_for_system
from helpdesk.archive.queries.verification import verify
from helpdesk.archive.queries.verification.offline import verify_folder
from helpdesk.archive.queries.verification.receipts import check_receipt, read_receipt

__all__ = [
    "Changes",
    "EntryShown",
    "Inclusion",
    "Leaf",
    "LostLeaf",
    "LostLeaves",
    "Published",
    "Signing",
    "Stamped",
    "Stored",
    "WitnessStanding",
    "chain_under",
    "changes_after",
    "check_receipt",
    "checkpoint_of",
    "clock_offset",
    "current_log",
    "entries_of",
    "entry_at",
    "entry_of",
    "entry_with_id",
    "erasable",
    "erased_of",
    "erasures",
    "head_of",
    "heard_for_system",
    "house",
    "inclusion_of",
    "inclusions_of",
    "is_behind",
    "is_entry",
    "last_number",
    "last_number_for_system",
    "latest_instant",
    "latest_of",
    "leaves_between",
    "leaves_of",
    "log_keys",
    "log_refusal",
    "logged_after",
    "logged_before",
    "lost_leaves",
    "named_by",
    "newest_cosigned",
    "number_of",
    "numbered_after",
    "oldest_of_kind",
    "oldest_unnumbered",
    "pending_count",
    "published",
    "reached_by",
    "reaction_gauges_for_system",
    "read_receipt",
    "receipt_key",
    "receipt_signer",
    "receipt_vkeys",
    "replay_of",
    "replayed",
    "sellers_in_log",
    "signing",
    "span_of",
    "timestamps",
    "trees",
    "turn_for_system",
    "unfinished_erasures",
    "verify",
    "verify_folder",
    "waiting_gauges_for_system",
    "was_ended",
    "witness_vkeys",
    "witnesses",
]
