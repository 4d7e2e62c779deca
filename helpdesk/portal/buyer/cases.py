"""The buyer's cases: the list, and the one form that opens one."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_safe

from helpdesk.cases import actions, queries
from helpdesk.cases import words as named
from helpdesk.cases.terms.amounts import minor_of
from helpdesk.cases.terms.deeds import Opening
from helpdesk.cases.terms.names import Kind, Situation
from helpdesk.cases.terms.openings import Offered, Openable
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid, NotFound, Refusal
from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace.terms.shown import OrderShown
from helpdesk.portal import attaching, drafts, pages, places
from helpdesk.portal.buyer import withdrawing
from helpdesk.portal.buyer.pieces import items, pieces
from helpdesk.portal.cases import kinds, views
from helpdesk.portal.errors import STATUS, stands_beside
from helpdesk.portal.hats import Signed

_ROWS = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A remedy: `after`: the law puts others before it."""

    code: str
    name: str
    after: bool


@require_safe
@pages.only(Side.BUYER)
def index(request: Signed) -> HttpResponse:
    """The latest first."""
    now = clock.now()
    after = places.read(request)
    found = queries.cases_of(actor=request.actor, now=now, limit=_ROWS + 1, after=after)
    last = found[_ROWS - 1] if len(found) > _ROWS else None
    rows = [views.view(case=one, reader=Side.BUYER, now=now, zone=request.zone) for one in found[:_ROWS]]
    more = places.written(at=last.at, id=last.ref.id) if last else None
    return pages.render(request, "cases/list.html", {"rows": rows, "next": more})


@require_http_methods(["GET", "HEAD", "POST"])
@pages.only(Side.BUYER)
def begin(request: Signed, order: Ref) -> HttpResponse:
    """What happened, in one form; a refusal keeps what was typed and says why."""
    found = marketplace.order_of(actor=request.actor, order=order)
    if request.method != "POST":
        return _page(request, found, _situation(request.GET.get("situation", "")), drafts.fresh())
    situation = _situation(request.POST.get("situation", ""))
    if situation is None:
        raise Invalid("form.damaged", field="situation")
    draft = attaching.read(request=request, seller_id=order.seller_id)
    try:
        posted = actions.open_case(
            actor=request.actor,
            now=clock.now(),
            order=order,
            opening=_opening(request, found, situation),
            key=draft.key,
            words=draft.text,
            files=attaching.files(draft),
            confirmed=draft.confirmed,
            from_message=_message(request.POST.get("message", "")),
        )
    except Refusal as refusal:
        if not stands_beside(refusal):
            raise
        again = draft.refused(refusal, seen_n=None)
        status = STATUS[refusal.kind]
        return _page(request, found, situation, again, invalid=refusal.field or "", status=status)
    case = Ref(order.seller_id, posted.receipt.entry)
    return redirect(f"{reverse('buyer:case', args=[case])}?done={posted.n}")


def _opening(request: Signed, order: OrderShown, situation: Situation) -> Opening:
    form = request.POST
    amount = form.get("amount", "").strip()[:20]
    return Opening(
        situation=situation,
        wanted=form.get("wanted", "")[:40],
        amount=minor_of(amount=amount, currency=order.total.currency) if amount else None,
        items=items(of=pieces(order=order, form=form)),
    )


def _page(
    request: Signed,
    order: OrderShown,
    situation: Situation | None,
    draft: drafts.Draft,
    *,
    invalid: str = "",
    status: int = 200,
) -> HttpResponse:
    market = marketplace.market_of(actor=request.actor, code=order.market)
    found = queries.openable(order=order, market=market, now=clock.now())
    form = request.POST if request.method == "POST" else request.GET
    offered = found.of(situation) if situation else None
    message = _message(form.get("message", ""))
    context = {
        "order": order,
        "openable": found,
        "offered": offered,
        "shut": bool(offered and offered.refusal and message is None),
        "withdraws": offered is not None and offered.kind is Kind.WITHDRAWAL,
        "notice": named.NOTICES.get(offered.notice, "") if offered else "",
        "remedies": _remedies(offered, found),
        "pieces": pieces(
            order=order,
            form=form if request.method == "POST" else None,
            left=found.left if situation is Situation.CHANGED_MIND else None,
        ),
        "typed": form,
        "message": message,
        "draft": draft,
        "invalid": invalid,
    }
    return pages.render(request, "cases/open.html", context, status=status)


def _remedies(offered: Offered | None, openable: Openable) -> list[Choice]:
    if offered is None or "wanted" not in offered.fields:
        return []
    promised = offered.kind is Kind.WARRANTY  # a guarantee is what it says: nothing stands behind another
    ranked = [(one, False) for one in openable.first] + [(one, not promised) for one in openable.after]
    return [Choice(code=one.value, name=str(named.REMEDIES[one]), after=late) for one, late in ranked]


def _situation(written: str) -> Situation | None:
    return Situation(written) if written in list(Situation) else None


def _message(written: str) -> int | None:
    """The number of the message that declared it; None: none did. Raises NotFound."""
    if written == "":
        return None
    if not (written.isascii() and written.isdigit() and len(written) < 10):
        raise NotFound("case.no_such_message")
    return int(written)


addresses = [
    path("cases", index, name="cases"),
    path("cases/<ref:case>/kinds", kinds.change(Side.BUYER), name="case_kinds"),
    path("orders/<ref:order>/cases", begin, name="opening"),
    *withdrawing.addresses,
]
