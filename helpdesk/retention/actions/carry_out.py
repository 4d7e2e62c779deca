"""Carry out what was ordered: files first, then values, then what the mirror says of a forgotten buyer."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from helpdesk.accounts import actions as accounts
from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.attachments import actions as attachments
from helpdesk.composing import actions as composing
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace import actions as marketplace
from helpdesk.retention.models import Request
from helpdesk.retention.terms import Outcome, Scope

FORGOTTEN = 20  # buyers of one step


def carry_out(*, actor: Actor, now: datetime) -> int:
    """How many entries lost their values, and buyers their profiles; 0 when nothing is left to do.

    Broken off at any point it is taken up again: each part may be done twice. Raises Forbidden, and Busy
    where the storage of files is not to be had.
    """

    def files(entries: Sequence[Ref]) -> None:
        attachments.drop_files(actor=actor, now=now, entries=entries)

    done = archive.carry_out_erasures(actor=actor, now=now, before=files)
    return done + _forget_buyers(actor, now)


def _forget_buyers(actor: Actor, now: datetime) -> int:
    with acting(actor):
        open_ones = Request.objects.filter(
            scope=Scope.BUYER.value, outcome=Outcome.APPROVED.value, profile_done_at=None
        )
        due = list(open_ones.order_by("settled_at").values_list("id", "buyer_id")[:FORGOTTEN])
    for id, buyer in due:
        forget(actor=actor, now=now, buyer=buyer)
        with acting(actor):
            Request.objects.filter(id=id).update(profile_done_at=now)
    return len(due)


def forget(*, actor: Actor, now: datetime, buyer: UUID) -> None:
    """Unposted files, drafts, the mirror of the Platform's record, the account. Safe to repeat.

    Raises Busy.
    """
    attachments.forget_uploads(actor=actor, now=now, buyer=buyer)
    composing.forget_writer(actor=actor, now=now, person=buyer)
    marketplace.forget_buyer(actor=actor, now=now, buyer=buyer)
    accounts.forget_person(actor=actor, now=now, person_id=buyer)
