"""Check a receipt: is it ours, is its entry unchanged, and was the promise kept?"""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from helpdesk.api.v1.shapes import stamp
from helpdesk.archive.queries import check_receipt, read_receipt
from helpdesk.archive.rules.receipts import ReceiptKey
from helpdesk.archive.terms import IN_LOG_WITHIN, Kept, ReceiptChecked, Standing
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid
from tests.archive.entries import append, chain, number
from tests.archive.owning import as_owner
from tests.archive.publishing import publish


@pytest.fixture
def kept(database: str, log_home: Path) -> Kept:
    """A note that Anna has a receipt for."""
    return append(chain())


def answer(kept: Kept, **instead: Any) -> dict[str, Any]:
    """What the API gave her, as JSON would bring it back."""
    given: dict[str, Any] = json.loads(json.dumps(stamp(receipt=kept.receipt, seller_id=kept.seller_id)))
    given["receipt"] |= instead
    return given


def checked(said: object, *, later: timedelta = timedelta()) -> ReceiptChecked:
    return check_receipt(given=read_receipt(json.dumps(said)), now=clock.now() + later)


def test_a_receipt_waits_for_a_checkpoint_and_is_then_in_the_log(kept: Kept) -> None:
    assert checked(answer(kept)).standing is Standing.WAITING
    last = number() - 1
    assert checked(answer(kept)).standing is Standing.WAITING
    publish()
    found = checked(answer(kept))
    assert (found.standing, found.seller_id, found.number) == (Standing.IN_LOG, kept.seller_id, last)


def test_the_promised_time_passes(kept: Kept) -> None:
    assert checked(answer(kept), later=IN_LOG_WITHIN).standing is Standing.LATE


@pytest.mark.parametrize("cut", ["whole", "archive", "flat", "microseconds", "by uuid"])
def test_it_is_read_as_people_cut_it_out(kept: Kept, cut: str) -> None:
    given = answer(kept)
    flat = {**given["receipt"], "leaf_hash": given["leaf_hash"]}
    forms: dict[str, dict[str, Any]] = {
        "whole": {"conversation": "x", "n": 0, "archive": given},
        "archive": given,
        "flat": {**flat, "entry": given["entry"]},
        "microseconds": {**flat, "at": clock.to_us(kept.receipt.at), "in_log_by": None},
        "by uuid": flat,
    }
    assert checked(forms[cut]).standing is Standing.WAITING


@pytest.mark.parametrize("name", ["at", "signature", "entry"])
def test_a_receipt_with_another_word_in_it_is_forged(kept: Kept, name: str) -> None:
    said = answer(kept)
    instead = {
        "at": {"at": clock.to_us(kept.receipt.at) + 1, "in_log_by": None},
        "signature": {"signature": "00" * 64},
        "entry": {"entry": str(other := uuid4())},
    }[name]
    said["receipt"] |= instead
    if name == "entry":
        said["entry"] = str(Ref(kept.seller_id, other))
    assert checked(said).standing is Standing.FORGED
    assert checked(answer(kept) | {"leaf_hash": "00" * 32}).standing is Standing.FORGED


def test_a_key_that_the_log_never_published_says_nothing(kept: Kept) -> None:
    foreign = ReceiptKey(b"\1" * 32)
    receipt = foreign.sign(entry=kept.receipt.entry, leaf_hash=kept.receipt.leaf_hash, at=kept.receipt.at)
    said = stamp(receipt=receipt, seller_id=kept.seller_id)
    assert checked(json.loads(json.dumps(said))).standing is Standing.UNKNOWN_KEY


def test_an_entry_that_is_gone_was_promised(kept: Kept) -> None:
    as_owner("DELETE FROM archive_entry WHERE id = %s", kept.receipt.entry)
    assert checked(answer(kept)).standing is Standing.MISSING


@pytest.mark.parametrize(
    "change",
    [
        "leaf = leaf || ' '::bytea",
        "leaf_hash = sha256(leaf)",
        "leaf = 'x'::bytea, leaf_hash = sha256('\\x0078'::bytea)",
        "at = at + interval '1 microsecond'",
    ],
)
def test_an_entry_that_was_changed_is_named(kept: Kept, change: str) -> None:
    as_owner(f"UPDATE archive_entry SET {change} WHERE id = %s", kept.receipt.entry)
    assert checked(answer(kept)).standing is Standing.ALTERED


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "null",
        '{"entry": 1}',
        "[" * 5000,
        '{"entry":"x"}',
        b"\xff",
        "{" + " " * 200_000 + "}",
    ],
)
def test_what_is_no_receipt_is_refused(text: str | bytes) -> None:
    with pytest.raises(Invalid, match=r"receipt\.unreadable"):
        read_receipt(text)


@pytest.mark.parametrize(
    "instead",
    [
        {"at": "2026-11-10T09:00:00"},
        {"at": 10**30},
        {"in_log_by": "2026-11-10T09:00:00Z"},
        {"signature": "Z"},
        {"entry": str(uuid4())},
        {"key": None, "signature": 7},
    ],
)
def test_parts_that_do_not_fit_are_refused(kept: Kept, instead: dict[str, Any]) -> None:
    with pytest.raises(Invalid):
        read_receipt(json.dumps(answer(kept, **instead)))
