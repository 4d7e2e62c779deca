"""The return label of a case, for whoever prints it: its code opens the case on the Seller's desk."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language, gettext, pgettext
from django.views.decorators.http import require_safe

from helpdesk.cases import queries
from helpdesk.cases import words as named
from helpdesk.cases.terms.deeds import CaseShown
from helpdesk.evidence.queries import Label, label_for_system
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace.terms.shown import OrderShown
from helpdesk.portal import locales, pages
from helpdesk.portal.account.factors import drawing
from helpdesk.portal.hats import Signed


def show(side: Side) -> Callable[..., Any]:
    """The PDF, as one of them prints it."""
    return require_safe(pages.only(side)(_show))


def _show(request: Signed, case: Ref) -> HttpResponse:
    now = clock.now()
    found = queries.case_of(actor=request.actor, now=now, case=case)
    order = marketplace.order_of(actor=request.actor, order=found.order)
    desk = request.build_absolute_uri(reverse("seller:cases"))
    pdf = label_for_system(label=_label(found, order, f"{desk}?q={found.number}"), at=found.at)
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="{found.number}.pdf"'
    return answer


def _label(case: CaseShown, order: OrderShown, address: str) -> Label:
    country, lines = queries.return_address(case=case)
    goods = [f"{one.quantity} \N{MULTIPLICATION SIGN} {one.title}" for one in order.lines]
    return Label(
        language=get_language() or "en",
        heading=gettext("Return label"),
        number=case.number,
        code=_code(address),
        alt=gettext("Code of case %(number)s") % {"number": case.number},
        sender=(pgettext("on a parcel", "From"), case.buyer),
        to=(
            pgettext("on a parcel", "To"),
            [*lines, *([locales.country_name(code=country)] if country else [])],
        ),
        facts=[
            (gettext("Case"), str(named.KINDS[case.kind])),
            (gettext("Order"), order.number),
        ],
        cut=gettext("Cut here"),
        steps=[
            gettext("Pack the goods well, with everything that came with them."),
            gettext("Cut off the upper half and stick it on the parcel, so that its code lies flat."),
            gettext("Keep the receipt of the carrier and enter the tracking number in the case."),
        ],
        pieces=(gettext("In this order"), goods),
    )


def _code(address: str) -> str:
    """The drawing of it, black on white."""
    drawn = drawing(address)
    size, path = drawn["size"], drawn["path"]
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path d="{path}"/></svg>'
