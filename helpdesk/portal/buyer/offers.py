"""An offer: asking before a sale."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from helpdesk.conversations import actions, queries
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.marketplace.terms.restrictions import Act
from helpdesk.portal import attaching, drafts, pages, restricting, starting, threads
from helpdesk.portal.hats import Signed
from helpdesk.standing import queries as standing


@require_safe
@pages.only(Side.BUYER)
def show(request: Signed, offer: Ref) -> HttpResponse:
    """What is on sale, by whom, and the box for a question or the conversation that there is."""
    return _page(request, offer, drafts.fresh())


@require_safe
@pages.only(Side.BUYER)
def named(request: Signed, external: str) -> HttpResponse:
    """From the Platform's own id: where its "Ask the Seller" leads."""
    return redirect("buyer:offer", marketplace.resolve_for_system(kind=Kind.OFFER, external_id=external))


@require_POST
@pages.only(Side.BUYER)
def ask(request: Signed, offer: Ref) -> HttpResponse:
    """Send the question; a refusal keeps the text in the box and says why."""
    return threads.asked(
        request=request,
        seller_id=offer.seller_id,
        post=lambda draft: actions.ask_about_offer(
            actor=request.actor,
            now=clock.now(),
            offer=offer,
            draft=draft.text,
            key=draft.key,
            files=attaching.files(draft),
            confirmed=draft.confirmed,
            heard=draft.heard.split(),
            reason=starting.buyers_reason(draft=draft),
        ),
        again=lambda draft, status: _page(request, offer, draft, status=status),
    )


def _page(request: Signed, ref: Ref, draft: drafts.Draft, *, status: int = 200) -> HttpResponse:
    actor = request.actor
    market = marketplace.market_of(actor=actor, code=request.market or "")
    seller = marketplace.seller_of(actor=actor, seller_id=ref.seller_id)
    thread = queries.thread_about_offer(actor=actor, offer=ref)
    shop = standing.seen_of(actor=actor, seller_id=ref.seller_id, at=clock.now())
    context = {
        "offer": marketplace.offer_of(actor=actor, offer=ref, market=market.code),
        "seller": seller,
        "market": market,
        "thread": thread,
        "draft": draft,
        "pictures": starting.before_sale(),
        "promise": None if thread else queries.promised(seller=seller, market=market, now=clock.now()),
        "grade": shop.grade,
        "not_open": restricting.to_buyer(seen=shop, act=Act.ASK_BEFORE_SALE),
    }
    return pages.render(request, "buyer/offer.html", context, status=status)
