"""One order of the seller's: its facts, what was spoken of before, and the box to write first."""

from collections.abc import Sequence
from datetime import datetime

from django.http import HttpResponse
from django.views.decorators.http import require_POST, require_safe

from helpdesk.cases import queries as cases
from helpdesk.cases.terms.deeds import Chosen
from helpdesk.conversations import actions, queries
from helpdesk.conversations.queries import Beginning
from helpdesk.conversations.terms import Posted
from helpdesk.conversations.terms.starting import NO_LIMITS, SellerReason
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Role, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid, Refusal
from helpdesk.marketplace import queries as marketplace
from helpdesk.portal import attaching, checking, drafts, news, pages, parcels, restricting, starting, threads
from helpdesk.portal.cases.views import CaseView, view
from helpdesk.portal.errors import STATUS, stands_beside
from helpdesk.portal.hats import Signed

_CASES = 20  # as many may be open of one order


@require_safe
@pages.only(Side.SELLER)
def show(request: Signed, order: Ref) -> HttpResponse:
    """The order, and whether and until when the shop may write first."""
    return page(request, order, drafts.fresh())


@require_POST
@pages.only(Side.SELLER)
def write(request: Signed, order: Ref) -> HttpResponse:
    """Write first; a refusal keeps the text in the box and says why."""
    draft = attaching.read(request=request, seller_id=order.seller_id)
    try:
        posted = _started(request, order, draft)
    except Refusal as refusal:
        if not stands_beside(refusal):
            raise
        again = draft.refused(refusal, seen_n=None)
        return page(request, order, again, status=STATUS[refusal.kind])
    return threads.sent(to="seller:conversation", posted=posted)


@require_POST
@pages.only(Side.SELLER)
def check(request: Signed, order: Ref) -> HttpResponse:
    """What would be found in it, while it is written."""
    draft = drafts.written(request=request)
    checked = queries.checked_start(
        actor=request.actor, now=clock.now(), order=order, draft=draft.text, files=draft.file_ids
    )
    return checking.answer(checked=checked, text=draft.text, side=Side.SELLER)


def _started(request: Signed, order: Ref, draft: drafts.Draft) -> Posted:
    reason = starting.sellers_reason(draft=draft)
    if reason is None:
        raise Invalid("start.reason_needed", field="reason")
    return actions.start_about_order(
        actor=request.actor,
        now=clock.now(),
        order=order,
        draft=draft.text,
        reason=reason,
        key=draft.key,
        files=attaching.files(draft),
        confirmed=draft.confirmed,
        heard=draft.heard.split(),
    )


def page(
    request: Signed,
    ref: Ref,
    draft: drafts.Draft,
    *,
    typed: news.Typed | None = None,
    status: int = 200,
) -> HttpResponse:
    """The order's page; `draft` stands in the box, `typed` in a form of news."""
    actor, now = request.actor, clock.now()
    order = marketplace.order_of(actor=actor, order=ref)
    beginning = queries.beginning_of(actor=actor, now=now, order=order)
    given = queries.handed_over(actor=actor, now=now, order=order)
    shipments = marketplace.shipments_of(actor=actor, order=ref)
    may_write, left = actor.has(Role.OWNER, Role.AGENT), restricting.reasons(request=request)
    context = {
        "order": order,
        "buyer": marketplace.buyers_of_orders(actor=actor, orders=[order])[ref],
        "handed": {what.value: one for what, one in given.items()},
        "shipments": shipments,
        "other_threads": queries.threads_with(actor=actor, seller_id=ref.seller_id, buyer_id=order.buyer_id),
        "may_write": may_write,
        "beginning": beginning,
        "starts": _starts(beginning, left),
        "limited": len(left) < len(SellerReason),
        "draft": draft,
        "cases": _cases(request, ref, now),
        "told": [news.line(one) for one in cases.updates_of(actor=actor, order=ref)],
    }
    if may_write:
        language = marketplace.language_of_buyer(actor=actor, order=order)
        offered = news.offered(
            language=language,
            now=now,
            zone=request.zone,
            arrives_on=cases.usual_arrival(actor=actor, now=now, market=order.market),
            shipments=shipments,
            typed=typed,
        )
        context |= {"tellable": offered, "carriers": parcels.NAMES}
    return pages.render(request, "seller/order.html", context, status=status)


def _cases(request: Signed, order: Ref, now: datetime) -> list[CaseView]:
    """All of the order, the latest first."""
    found = cases.cases_of(actor=request.actor, now=now, limit=_CASES, chosen=Chosen(order=order))
    return [view(case=one, reader=Side.SELLER, now=now, zone=request.zone) for one in found]


def _starts(beginning: Beginning, left: Sequence[SellerReason]) -> starting.Starts:
    """All reasons that measures have left, or those that know no limits."""
    only = [reason for reason in left if beginning.code is None or reason in NO_LIMITS]
    return starting.Starts(choices=starting.seller_choices(only=only), is_closed=False)
