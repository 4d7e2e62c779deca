"""News of a plain order, told before anybody asks: one press each."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from helpdesk.cases import actions
from helpdesk.cases.terms.deeds import News
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid, Refusal
from helpdesk.marketplace import queries as marketplace
from helpdesk.portal import drafts, news, pages, parcels
from helpdesk.portal.errors import BESIDE_THE_TEXT, STATUS
from helpdesk.portal.hats import Signed
from helpdesk.portal.seller import order as orders

_LONGEST = 100  # characters of a field


@require_POST
@pages.only(Side.SELLER)
def tell(request: Signed, order: Ref) -> HttpResponse:
    """Tell it; a refusal shows the order's page with the form as it was."""
    draft, what = drafts.read(request=request), _what(request, order)
    fields = {name: request.POST.get(name, "").strip()[:_LONGEST] for name in news.FIELDS[what]}
    if "carrier" in fields:
        fields["carrier"] = fields["carrier"] or parcels.carrier_of(number=fields["tracking"])
    try:
        posted = actions.update_order(
            actor=request.actor,
            now=clock.now(),
            order=order,
            what=what,
            key=draft.key,
            expected_on=_day(fields.get("expected_on", "")),
            carrier=fields.get("carrier", ""),
            tracking=fields.get("tracking", ""),
            words=draft.text,
            confirmed=draft.confirmed,
        )
    except Refusal as refusal:
        if refusal.kind not in BESIDE_THE_TEXT:
            raise
        typed = news.Typed(what=what.value, fields=fields, refusal=drafts.said(refusal, text=draft.text))
        return orders.page(request, order, drafts.fresh(), typed=typed, status=STATUS[refusal.kind])
    if draft.then:
        return redirect(f"{reverse('seller:conversation', args=[posted.conversation])}?told={posted.n}")
    return redirect(f"{reverse('seller:order', args=[order])}?told={posted.n}#updates")


def _what(request: Signed, order: Ref) -> News:
    try:
        return News(request.POST.get("what", ""))
    except ValueError:
        marketplace.order_of(actor=request.actor, order=order)  # a stranger hears of no form
        raise Invalid("form.damaged", field="what") from None


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise Invalid("case.day_missing", field="expected_on") from None
