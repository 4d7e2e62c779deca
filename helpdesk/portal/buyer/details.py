"""What an order's buyer hands over beside messages: for the courier, and for refunds."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from helpdesk.conversations import actions, queries
from helpdesk.conversations.queries import Handed
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refusal
from helpdesk.marketplace import queries as marketplace
from helpdesk.portal import drafts, pages
from helpdesk.portal.errors import BESIDE_THE_TEXT, STATUS
from helpdesk.portal.hats import Signed

_FIELDS = {Handed.DELIVERY: ("phone", "note"), Handed.REFUND: ("iban", "holder")}


@require_safe
@pages.only(Side.BUYER)
def show(request: Signed, order: Ref) -> HttpResponse:
    """Both forms, with what was given."""
    return _page(request, order)


@require_POST
@pages.only(Side.BUYER)
def give_delivery_details(request: Signed, order: Ref) -> HttpResponse:
    """Keep what the courier needs; a refusal keeps what was typed and says why."""
    form = request.POST
    return _given(
        request,
        order,
        Handed.DELIVERY,
        lambda key: actions.give_delivery_details(
            actor=request.actor,
            now=clock.now(),
            order=order,
            phone=form.get("phone", ""),
            note=form.get("note", "").replace("\r\n", "\n"),
            key=key,
        ),
    )


@require_POST
@pages.only(Side.BUYER)
def give_refund_account(request: Signed, order: Ref) -> HttpResponse:
    """Keep where refunds go; a refusal keeps what was typed and says why."""
    form = request.POST
    return _given(
        request,
        order,
        Handed.REFUND,
        lambda key: actions.give_refund_account(
            actor=request.actor,
            now=clock.now(),
            order=order,
            account=form.get("iban", ""),
            holder=form.get("holder", ""),
            key=key,
        ),
    )


def _given(request: Signed, order: Ref, what: Handed, deed: Callable[[str], object]) -> HttpResponse:
    draft = drafts.read(request=request)
    try:
        deed(draft.key)
    except Refusal as refusal:
        if refusal.kind not in BESIDE_THE_TEXT:
            raise
        again = draft.refused(refusal, seen_n=None)
        typed = {name: request.POST.get(name, "") for name in _FIELDS[what]}
        more = {
            f"{what.value}_draft": again,
            "invalid": refusal.field,
            f"{what.value}_typed": typed,
        }
        return _page(request, order, more, status=STATUS[refusal.kind])
    return redirect(f"{reverse('buyer:details', args=[order])}?kept={what.value}#{what.value}")


def _page(
    request: Signed, ref: Ref, more: dict[str, object] | None = None, *, status: int = 200
) -> HttpResponse:
    order = marketplace.order_of(actor=request.actor, order=ref)
    given = queries.handed_over(actor=request.actor, now=clock.now(), order=order)
    context: dict[str, object] = {"order": order, "kept": request.GET.get("kept", "")}
    for what, names in _FIELDS.items():
        latest = given.get(what)
        context |= {
            what.value: latest,
            f"{what.value}_typed": {name: latest.values.get(name, "") if latest else "" for name in names},
            f"{what.value}_draft": drafts.fresh(),
        }
    return pages.render(request, "buyer/details.html", context | (more or {}), status=status)
