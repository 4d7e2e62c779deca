"""Settle a held file: a person lets it through to the other side, or keeps it from them."""

from datetime import datetime

import msgspec

from helpdesk.archive import actions as archive
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.archive.queries import replay_of
from helpdesk.archive.terms import Kept
from helpdesk.attachments.actions.chains import chain_of
from helpdesk.attachments.models import File
from helpdesk.attachments.policies import can_settle
from helpdesk.attachments.terms import Kind, State
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, NotFound


def settle_file(*, actor: Actor, now: datetime, file: Ref, release: bool, key: str) -> Kept:
    """The entry, on the chain that both sides see: both wait for it. It says what was decided, never why.

    Raises Forbidden, NotFound, KeyReused, Busy, and Conflict where it is not held, was settled before or is
    erased.
    """
    if not can_settle(actor=actor):
        raise Forbidden("file.not_yours_to_settle")
    values = {"settled": canonical({"file": str(file), "release": int(release)})}
    with acting(actor):
        row = _locked(file)
        chain = chain_of(row=row)
        if row.settled_by is not None:
            kept = replay_of(chain=chain, actor=actor, key=key, kind=Kind.SETTLED, values=values)
            if kept is None or kept.receipt.entry != row.settled_by:
                raise Conflict("file.settled")
            return kept
        examined = row.examined_by
        if row.state != State.HELD.value or examined is None or row.erased_at is not None:
            raise Conflict("file.not_held")
        verdict = _passes(Ref(row.seller_id, examined)) if release else State.WITHHELD
        kept = archive.append(
            chain=chain,
            kind=Kind.SETTLED,
            actor=actor,
            now=now,
            key=key,
            values=values,
            facts={"file": row.position, "verdict": verdict.value},
            ref=[("settles", examined), ("examines", row.entry_id)],
        )
        File.objects.filter(seller_id=row.seller_id, id=row.id).update(
            settled_by=kept.receipt.entry, settled_at=kept.receipt.at, settled_as=verdict.value
        )
    return kept


def _locked(file: Ref) -> File:
    """The row, with its chain locked first, in the order in which all deeds lock. Raises NotFound."""
    mine = File.objects.filter(seller_id=file.seller_id, id=file.id)
    if (row := mine.first()) is None:
        raise NotFound("file.not_found")
    hot.lock_chain(chain=row.chain)
    return mine.select_for_update().get()


def _passes(examined: Ref) -> State:
    """As what it passes: with or without a scan, as its examination says."""
    leaf = Entry.objects.get(seller_id=examined.seller_id, id=examined.id).leaf
    return State(msgspec.json.decode(leaf)["f"]["passes"])
