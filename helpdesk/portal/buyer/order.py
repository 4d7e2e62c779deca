"""One order: what became of it, its facts, and its conversation or the box for a question."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from helpdesk.cases import queries as cases
from helpdesk.conversations import actions, queries
from helpdesk.conversations.queries import HandedOver
from helpdesk.deadlines.terms import OpenObligation
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace.terms.fulfilment import Fulfilment
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.marketplace.terms.restrictions import Act
from helpdesk.marketplace.terms.shown import MarketShown, OrderShown, ShipmentShown
from helpdesk.portal import attaching, drafts, news, pages, restricting, starting, threads
from helpdesk.portal.buyer.openings import beside
from helpdesk.portal.buyer.states import State, Step, parcel_state, state, steps
from helpdesk.portal.hats import Signed
from helpdesk.standing import queries as standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A parcel with its state, its way, and (where there are several) what is in it: pieces and titles."""

    shipment: ShipmentShown
    state: State
    steps: Sequence[Step]
    contents: Sequence[tuple[int, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The card that answers the question before it is asked. `steps`: of an order without parcels."""

    state: State
    fulfilment: Fulfilment
    parcels: Sequence[Parcel]
    steps: Sequence[Step]


@require_safe
@pages.only(Side.BUYER)
def show(request: Signed, order: Ref) -> HttpResponse:
    """The order's own page, whether or not anything was asked about it."""
    return _page(request, order, drafts.fresh())


@require_safe
@pages.only(Side.BUYER)
def named(request: Signed, external: str) -> HttpResponse:
    """From the Platform's own id; strangers' orders are not there under this name either."""
    ref = marketplace.resolve_for_system(kind=Kind.ORDER, external_id=external)
    found = marketplace.order_of(actor=request.actor, order=ref)
    return redirect("buyer:order", found.ref)


@require_POST
@pages.only(Side.BUYER)
def ask(request: Signed, order: Ref) -> HttpResponse:
    """Send the question; a refusal keeps the text in the box and says why."""
    return threads.asked(
        request=request,
        seller_id=order.seller_id,
        post=lambda draft: actions.ask_about_order(
            actor=request.actor,
            now=clock.now(),
            order=order,
            draft=draft.text,
            key=draft.key,
            files=attaching.files(draft),
            confirmed=draft.confirmed,
            heard=draft.heard.split(),
            reason=starting.buyers_reason(draft=draft),
            line=draft.line or None,
        ),
        again=lambda draft, status: _page(request, order, draft, status=status),
    )


def handed(*, actor: Actor, order: OrderShown) -> dict[str, HandedOver]:
    """What was handed over beside messages, by its name."""
    found = queries.handed_over(actor=actor, now=clock.now(), order=order)
    return {what.value: given for what, given in found.items()}


def status_of(*, actor: Actor, order: OrderShown, zone: str) -> Status:
    """What became of the order, in the reader's words. Two SQL statements beside the scope's."""
    became = marketplace.fulfilments_of(actor=actor, orders=[order])[order.ref]
    now = clock.now()
    several = len(became.parcels) > 1
    return Status(
        state=state(progress=became.progress, now=now, zone=zone),
        fulfilment=became,
        parcels=[
            Parcel(
                shipment=parcel,
                state=parcel_state(parcel=parcel, now=now, zone=zone),
                steps=steps(placed_at=order.placed_at, parcel=parcel, zone=zone),
                contents=_contents(order, parcel) if several else (),
            )
            for parcel in became.parcels
        ],
        steps=() if became.parcels else steps(placed_at=order.placed_at, parcel=None, zone=zone),
    )


def _contents(order: OrderShown, parcel: ShipmentShown) -> list[tuple[int, str]]:
    titles = {line.line: line.title for line in order.lines}
    return [(pieces, titles[line]) for line, pieces in parcel.lines.items() if line in titles]


def _page(request: Signed, ref: Ref, draft: drafts.Draft, *, status: int = 200) -> HttpResponse:
    actor = request.actor
    order = marketplace.order_of(actor=actor, order=ref)
    thread = queries.threads_about_orders(actor=actor, orders=[ref]).get(ref)
    market = marketplace.market_of(actor=actor, code=order.market)
    became = status_of(actor=actor, order=order, zone=request.zone)
    shop = standing.seen_of(actor=actor, seller_id=ref.seller_id, at=clock.now())
    context = {
        "order": order,
        "handed": handed(actor=actor, order=order),
        "status": became,
        "pictures": starting.about_order(progress=became.fulfilment.progress),
        "news_told": [news.line(one) for one in cases.updates_of(actor=actor, order=ref)],
        "muted": queries.muted_order(actor=actor, order=ref),
        "thread": thread,
        "draft": draft,
        "market": market,
        **beside(request, order=order, market=market),
        "promise": None if thread else _promise(actor, ref.seller_id, market),
        "grade": shop.grade,
        "not_open": "" if thread else restricting.to_buyer(seen=shop, act=Act.ASK),
    }
    return pages.render(request, "buyer/order.html", context, status=status)


def _promise(actor: Actor, seller_id: int, market: MarketShown) -> OpenObligation | None:
    """What a question that is asked now would open."""
    seller = marketplace.seller_of(actor=actor, seller_id=seller_id)
    return queries.promised(seller=seller, market=market, now=clock.now())
