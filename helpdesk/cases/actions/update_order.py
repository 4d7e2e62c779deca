"""Update an order: a Seller tells what became of it before anybody asks."""

from datetime import date, datetime, timedelta

from helpdesk.archive.terms import Receipt
from helpdesk.cases.actions.giving import given_of, wordable
from helpdesk.cases.models import Update
from helpdesk.cases.policies import can_tell
from helpdesk.cases.terms.deeds import MAX_DAYS, MAX_UPDATES, Entry, News
from helpdesk.conversations.actions import Saying, say_about_order
from helpdesk.conversations.terms import Posted, Thread
from helpdesk.conversations.terms.starting import Turn
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.clock import from_us
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid
from helpdesk.marketplace.queries import order_facts, order_of
from helpdesk.workdays.localdays import local_date, zone_named

_WITH_DAY = (News.DELAYED, News.ARRIVING)
_A_DAY = timedelta(days=1)


def update_order(
    *,
    actor: Actor,
    now: datetime,
    order: Ref,
    what: News,
    key: str,
    expected_on: date | None = None,
    carrier: str = "",
    tracking: str = "",
    words: str = "",
    confirmed: str | None = None,
) -> Posted:
    """One entry in the order's thread, which it opens where there is none. It answers no question.

    `expected_on` is a day in the market's zone; `words` are the sentence as the Buyer reads it, and what the
    Seller adds. Raises NotFound, Forbidden (readers, Buyers), Refused, Invalid (a day is missing or past, a
    parcel's number cannot be its carrier's), TooLarge, Conflict (too many), KeyReused, Busy.
    """
    shown = order_of(actor=actor, order=order)
    if not can_tell(actor):
        raise Forbidden("order.not_yours_to_update")
    words = wordable(words)
    parcel = given_of(given={"carrier": carrier, "tracking": tracking})
    _refuse_incomplete(what, expected_on, parcel.keys() >= {"carrier", "tracking"})
    about = order_facts(order=shown)

    def judge(thread: Thread, at: int) -> Saying:
        _refuse_day(expected_on, thread, at)
        _refuse_noise(order, at)
        facts: dict[str, int | str] = {"order": str(order.id), "update": what.value}
        facts |= {"expected_on": expected_on.isoformat()} if expected_on else {}
        facts |= {"language": actor.language} if words else {}
        return Saying(
            facts=facts,
            write=lambda receipt: _write(thread, receipt, order, what, expected_on),
            values={"about": about},
            turn=Turn.DUTY,
        )

    said: dict[str, int | str] = {"order": str(order.id), "update": what.value, **parcel}
    return say_about_order(
        actor=actor,
        now=now,
        order=order,
        kind=Entry.UPDATED,
        key=key,
        said=said | ({"expected_on": expected_on.isoformat()} if expected_on else {}),
        judge=judge,
        words=words,
        confirmed=confirmed,
    )


def _refuse_incomplete(what: News, expected_on: date | None, has_parcel: bool) -> None:
    if what in _WITH_DAY and expected_on is None:
        raise Invalid("case.day_missing", field="expected_on")
    if what is News.DISPATCHED and not has_parcel:
        raise Invalid("order.parcel_missing", field="tracking")


def _refuse_day(expected_on: date | None, thread: Thread, at: int) -> None:
    if expected_on is None:
        return
    today = local_date(at=at, zone=zone_named(thread.market_zone))
    if expected_on < today:
        raise Invalid("case.past_day", field="expected_on")
    if (expected_on - today).days > MAX_DAYS:
        raise Invalid("order.far", field="expected_on")


def _refuse_noise(order: Ref, at: int) -> None:
    mine = Update.objects.filter(seller_id=order.seller_id, order_id=order.id, at__gt=from_us(at) - _A_DAY)
    if mine.count() >= MAX_UPDATES:
        raise Conflict("order.told_often")


def _write(thread: Thread, receipt: Receipt, order: Ref, what: News, expected_on: date | None) -> None:
    Update.objects.create(
        seller_id=order.seller_id,
        id=receipt.entry,
        chain=thread.ref.id,
        buyer_id=thread.buyer_id,
        order_id=order.id,
        n=thread.head.n + 1 if thread.head else 0,
        what=what.value,
        expected_on=expected_on,
        at=receipt.at,
    )
