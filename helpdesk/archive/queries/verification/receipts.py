"""A receipt that somebody hands in: is it ours, and was its promise kept?"""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import connections

from helpdesk.archive.queries.log import inclusion_of
from helpdesk.archive.queries.verification.entries import receipt_keys
from helpdesk.archive.rules.given_receipts import read_receipt
from helpdesk.archive.rules.leaf import leaf_hash
from helpdesk.archive.rules.receipts import is_valid
from helpdesk.archive.terms import GivenReceipt, ReceiptChecked, Standing
from helpdesk.tlog.refusals import Refused

__all__ = ["check_receipt", "read_receipt"]

_ENTRY = """
    SELECT e.seller_id, e.leaf, e.leaf_hash, e.at, a.number FROM archive_entry e
    LEFT JOIN archive_number a ON a.seller_id = e.seller_id AND a.entry_id = e.id
    WHERE e.id = %(id)s AND (%(seller)s::bigint IS NULL OR e.seller_id = %(seller)s)
"""


def check_receipt(*, given: GivenReceipt, now: datetime, using: str = "auditor") -> ReceiptChecked:
    """Two SQL statements and those of the proof; none beyond the first for a forged one.

    Without the seller's id the entry is looked for among those of all sellers, which takes a while.
    """
    receipt = given.receipt
    unknown = ReceiptChecked(receipt=receipt, standing=Standing.UNKNOWN_KEY)
    public = receipt_keys(using).get(receipt.key)
    if public is None:
        return unknown
    if not is_valid(receipt=receipt, public=public):
        return replace(unknown, standing=Standing.FORGED)
    row = _row(given, using)
    if row is None:
        return replace(unknown, standing=Standing.MISSING)
    seller_id, leaf, stored, at, number = row
    found = replace(unknown, seller_id=seller_id, number=number)
    if not leaf_hash(bytes(leaf)) == bytes(stored) == receipt.leaf_hash or at != receipt.at:
        return replace(found, standing=Standing.ALTERED)
    return replace(found, standing=_in_time(found, now))


def _row(given: GivenReceipt, using: str) -> tuple[Any, ...] | None:
    with connections[using].cursor() as cursor:
        cursor.execute(_ENTRY, {"id": given.receipt.entry, "seller": given.seller_id})
        row: tuple[Any, ...] | None = cursor.fetchone()
        return row


def _in_time(found: ReceiptChecked, now: datetime) -> Standing:
    assert found.seller_id is not None  # it was found
    try:
        proof = inclusion_of(seller_id=found.seller_id, entry_id=found.receipt.entry)
    except Refused:
        return Standing.ALTERED  # the log has something else at its place, or is damaged there
    if proof is not None:
        return Standing.IN_LOG
    return Standing.LATE if now > found.receipt.in_log_by else Standing.WAITING
