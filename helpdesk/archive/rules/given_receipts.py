"""Receipts as people hand them in: the JSON that an answer of the API carried, whole or cut out of it."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from helpdesk.archive.terms import GivenReceipt, Receipt
from helpdesk.kernel import clock
from helpdesk.kernel.ids import InvalidRef, Ref
from helpdesk.kernel.refusal import Invalid

MAX_RECEIPT = 100_000  # characters; an answer with a long message has a tenth of them
_HEX = re.compile(r"(?:[0-9a-f]{2})+")
_DEEP = 3  # a receipt in the `archive` of an answer


def read_receipt(text: str | bytes) -> GivenReceipt:
    """The receipt in an answer, its `archive`, or its `receipt` with the leaf hash.

    Times are ISO 8601 with a zone, or microseconds since 1970 UTC. Raises Invalid("receipt.unreadable").
    """
    try:
        found = _merged(msgspec.json.decode(text) if len(text) <= MAX_RECEIPT else None)
        return _given(found)
    except (AttributeError, InvalidRef, KeyError, TypeError, ValueError, OverflowError, RecursionError):
        raise Invalid("receipt.unreadable", field="receipt") from None


def _merged(said: object) -> dict[str, Any]:
    """What an answer says on all levels, the receipt's own words last."""
    found: dict[str, Any] = {}
    for _ in range(_DEEP):
        if not isinstance(said, Mapping):
            break
        if isinstance(said.get("entry"), str) and len(said["entry"]) != len(str(UUID(int=0))):
            found["ref"] = Ref.parse(said["entry"])
        found |= said
        said = said.get("archive", said.get("receipt"))
    return found


def _given(found: dict[str, Any]) -> GivenReceipt:
    ref = found.get("ref")
    entry = ref.id if ref is not None and found["entry"] == str(ref) else UUID(found["entry"])
    receipt = Receipt(
        entry=entry,
        leaf_hash=_bytes(found["leaf_hash"]),
        at=_instant(found["at"]),
        key=str(found["key"]),
        signature=_bytes(found["signature"]),
    )
    by = found.get("in_log_by")
    if (ref is not None and ref.id != entry) or (by is not None and _instant(by) != receipt.in_log_by):
        raise ValueError("parts of two receipts")
    return GivenReceipt(receipt=receipt, seller_id=None if ref is None else ref.seller_id)


def _bytes(text: str) -> bytes:
    if not _HEX.fullmatch(text):
        raise ValueError("not in lower-case hex")
    return bytes.fromhex(text)


def _instant(said: object) -> datetime:
    if isinstance(said, int):
        return clock.from_us(said)
    instant = datetime.fromisoformat(str(said))
    if instant.tzinfo is None:
        raise ValueError("no time zone")
    return instant
