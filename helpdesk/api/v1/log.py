"""The signed log, for everybody: its trees and keys, the newest signed state, and what others say of it."""

from base64 import b64encode
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from helpdesk.archive import queries
from helpdesk.archive.queries import public

STAMPS = 31  # a month of daily ones
router = Router()


class KeyShape(Schema):
    """A key of C2SP signed-note. `fingerprint`: SHA-256 of its 32 bytes, in groups of four hex digits."""

    vkey: str
    name: str
    fingerprint: str


class CheckpointShape(Schema):
    """A signed state. `note`: a checkpoint as of C2SP tlog-checkpoint, with witnesses' lines; `root`: hex."""

    size: int
    root: str
    note: str
    signed_at: datetime


class TimestampShape(Schema):
    """`response`: an authority's RFC 3161 answer to `note`, a checkpoint of `size` entries, in Base64."""

    size: int
    at: datetime
    note: str
    response: str


class TreeShape(Schema):
    """A log. `address`: of its checkpoint and tiles (C2SP tlog-tiles). `ended`: another one goes on from it.

    `checkpoint` is null before the first, and where ours is `damaged`. `cosigned`: the largest signed state
    that a witness has seen, which may be older than `checkpoint`; null where none has. `timestamps`: the
    newest first, at most 31.
    """

    number: int
    id: str
    origin: str
    address: str
    key: KeyShape
    first_number: int
    began_at: datetime
    ended: bool
    damaged: bool
    checkpoint: CheckpointShape | None
    cosigned: str | None
    timestamps: list[TimestampShape]


class PublicLog(Schema):
    """The trees, the one that grows first. `receipt_keys` sign receipts and evidence packages."""

    trees: list[TreeShape]
    receipt_keys: list[KeyShape]
    witnesses: list[KeyShape] = Field(description="Whose cosignatures are asked for and shown.")


@router.get("", response=PublicLog, auth=None)
def index(request: HttpRequest) -> dict[str, Any]:
    """What everybody may know of the log, to check it with programs of other people. No entry is in it."""
    return {
        "trees": [_tree(tree) for tree in public.public_trees()],
        "receipt_keys": public.public_receipt_keys(),
        "witnesses": public.public_witnesses(),
    }


def _tree(tree: public.PublicTree) -> dict[str, Any]:
    head = tree.head
    return {
        "number": tree.number,
        "id": tree.log_id.hex,
        "origin": tree.key.name,
        "address": f"{settings.HELPDESK.public_url.rstrip('/')}/archive/{tree.log_id.hex}",
        "key": tree.key,
        "first_number": tree.first_number,
        "began_at": tree.began_at,
        "ended": tree.is_ended,
        "damaged": tree.is_damaged,
        "checkpoint": head
        and {"size": head.size, "root": head.root.hex(), "note": head.note, "signed_at": head.at},
        "cosigned": queries.newest_cosigned(tree=tree.number),
        "timestamps": [_stamp(each) for each in queries.timestamps(tree=tree.number, limit=STAMPS)],
    }


def _stamp(each: queries.Stamped) -> dict[str, Any]:
    return {
        "size": each.size,
        "at": each.at,
        "note": each.note,
        "response": b64encode(each.response).decode(),
    }
