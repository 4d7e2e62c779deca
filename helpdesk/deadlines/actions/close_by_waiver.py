"""Close an obligation by a mark of no reply needed: the rows that belong to the deed which calls it."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive.database import hot
from helpdesk.archive.terms import Audience, Chain, Receipt
from helpdesk.deadlines.models import Sample, Waiver
from helpdesk.deadlines.terms import SampleKind, Verdict
from helpdesk.deadlines.terms.waivers import Waiving
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.clock import from_us

_CLOSE = (
    "SELECT deadlines_answer_v3(%s::bigint, %s::uuid, %s::uuid, %s::timestamptz, %s, %s::timestamptz,"
    " %s::integer, %s::integer, %s, %s::boolean)"
)


def close_by_waiver(*, actor: Actor, now: datetime, chain: Chain, receipt: Receipt, waiving: Waiving) -> None:
    """The mark that the entry of `receipt` sets, in the deed's transaction and scope.

    Where it says so, a reviewer is shown this one.
    """
    hot.rows(_CLOSE, [chain.seller_id, waiving.obligation, receipt.entry, receipt.at, *_verdict(waiving)])
    Waiver.objects.create(
        seller_id=chain.seller_id,
        id=receipt.entry,
        obligation_id=waiving.obligation,
        chain=chain.id,
        buyer_id=_buyer(chain),
        reason=waiving.reason.value,
        at=receipt.at,
        left_us=waiving.left,
        objection_until=from_us(waiving.objection_until),
    )
    if waiving.sampled:
        _draw(chain, receipt, waiving)


def note_objection(*, actor: Actor, now: datetime, seller_id: int, mark: UUID, entry: UUID) -> None:
    """The buyer's entry `entry` objects to the mark, in the deed's transaction and scope."""
    Waiver.objects.filter(seller_id=seller_id, id=mark, objected_by=None).update(objected_by=entry)


def _verdict(waiving: Waiving) -> list[object]:
    return [
        Verdict.WAIVED.value,
        from_us(waiving.deadline),
        waiving.calendar_version,
        waiving.outages,
        waiving.stopped,
        waiving.voids is not None,
    ]


def _draw(chain: Chain, receipt: Receipt, waiving: Waiving) -> None:
    Sample.objects.create(
        seller_id=chain.seller_id,
        kind=SampleKind.WAIVER.value,
        subject_id=receipt.entry,
        obligation_id=waiving.obligation,
        chain=chain.id,
        buyer_id=_buyer(chain),
        audience=Audience.SELLER,
        drawn_at=receipt.at,
    )


def _buyer(chain: Chain) -> UUID:
    assert chain.buyer_id is not None, "a shared chain has a buyer"
    return chain.buyer_id
