"""To withdraw from a contract: one page, one button with the words of the law, the receipt in the answer."""

from base64 import b64encode
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.urls import path
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_safe

from helpdesk.cases import actions, queries
from helpdesk.cases import words as named
from helpdesk.cases.terms.deeds import CaseShown, Opening, StepShown
from helpdesk.cases.terms.names import Kind, Situation
from helpdesk.evidence.queries import Sheet, sheet_for_system
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.clock import from_us
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound, Refusal
from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace.terms.shown import OrderShown
from helpdesk.portal import drafts, instants, locales, pages
from helpdesk.portal.buyer.pieces import items, pieces
from helpdesk.portal.buyer.pieces import named as pieces_named
from helpdesk.portal.cases import views
from helpdesk.portal.errors import STATUS, stands_beside
from helpdesk.portal.hats import Signed


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What the law asks for: the content of the declaration, its date, its time.

    `opened` are the dates that began with it, as its entry names them: code:owner:due.
    """

    case: CaseShown
    order: OrderShown
    who: str
    at: datetime
    pieces: list[tuple[int, str]]
    words: str
    language: str
    entry: Ref
    opened: str


@require_http_methods(["GET", "HEAD", "POST"])
@pages.only(Side.BUYER)
def withdraw(request: Signed, order: Ref) -> HttpResponse:
    """The form, and the receipt in the same answer; sent again, the same receipt."""
    found = marketplace.order_of(actor=request.actor, order=order)
    if request.method != "POST":
        return _page(request, found, drafts.fresh())
    draft = drafts.read(request=request)
    try:
        posted = actions.open_case(
            actor=request.actor,
            now=clock.now(),
            order=order,
            opening=Opening(
                situation=Situation.CHANGED_MIND, items=items(of=pieces(order=found, form=request.POST))
            ),
            key=draft.key,
            words=draft.text,
            confirmed=draft.confirmed,
        )
    except Refusal as refusal:
        if not stands_beside(refusal):
            raise
        return _page(request, found, draft.refused(refusal, seen_n=None), status=STATUS[refusal.kind])
    return _receipt_page(request, _receipt(request, Ref(order.seller_id, posted.receipt.entry)), fresh=True)


@require_safe
@pages.only(Side.BUYER)
def receipt(request: Signed, case: Ref) -> HttpResponse:
    """The same receipt, at any later time."""
    return _receipt_page(request, _receipt(request, case), fresh=False)


@require_safe
@pages.only(Side.BUYER)
def receipt_pdf(request: Signed, case: Ref) -> HttpResponse:
    """To keep."""
    shown = _receipt(request, case)
    name = _file_name(shown)
    return HttpResponse(
        _printed(request, shown),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _receipt(request: Signed, case: Ref) -> Receipt:
    """Raises NotFound where the case did not begin as a withdrawal."""
    now = clock.now()
    found = queries.case_of(actor=request.actor, now=now, case=case)
    first = next(iter(queries.steps_of(actor=request.actor, case=case)), None)
    if first is None or first.case_kind is not Kind.WITHDRAWAL:
        raise NotFound("case.not_found")
    order = marketplace.order_of(actor=request.actor, order=found.order)
    return Receipt(
        case=found,
        order=order,
        who=_name(request, order, first),
        at=first.at,
        pieces=pieces_named(order=order, items=str(found.facts.get("items", ""))),
        words=first.words,
        language=first.language,
        entry=first.entry,
        opened=str(first.facts.get("opened", "")),
    )


def _receipt_page(request: Signed, shown: Receipt, *, fresh: bool) -> HttpResponse:
    """With the PDF itself in the answer to the button."""
    now = clock.now()
    context = {
        "receipt": shown,
        "fresh": fresh,
        "case": views.view(case=shown.case, reader=Side.BUYER, now=now, zone=request.zone),
        "name": _file_name(shown),
        "pdf": b64encode(_printed(request, shown)).decode() if fresh else "",
        "said": _declaration(shown),
        "ahead": _ahead(shown, request.zone),
        "kept": kept(),
    }
    return pages.render(request, "cases/receipt.html", context)


def _page(request: Signed, order: OrderShown, draft: drafts.Draft, *, status: int = 200) -> HttpResponse:
    market = marketplace.market_of(actor=request.actor, code=order.market)
    openable = queries.openable(order=order, market=market, now=clock.now())
    context = {
        "order": order,
        "openable": openable,
        "confirm": named.WITHDRAWAL["confirm"],
        "function": named.WITHDRAWAL["function"],
        "pieces": pieces(
            order=order, form=request.POST if request.method == "POST" else None, left=openable.left
        ),
        "who": _name(request, order, None),
        "draft": draft,
    }
    return pages.render(request, "cases/withdraw.html", context, status=status)


def _name(request: Signed, order: OrderShown, first: StepShown | None) -> str:
    """Who declares it: as the account is called, or as the order was addressed."""
    address = order.delivery_address or {}
    return str(address.get("recipient") or (first.author if first else "") or request.actor.name)


def _declaration(shown: Receipt) -> str:
    goods = ", ".join(f"{count} \N{MULTIPLICATION SIGN} {title}" for count, title in shown.pieces)
    return gettext("I withdraw from the contract for: %(goods)s") % {"goods": goods}


def _printed(request: Signed, shown: Receipt) -> bytes:
    at = locales.moment(at=shown.at, zone=request.zone)
    sheet = Sheet(
        language=(get_language() or "en")[:2],
        heading=f"{shown.order.seller} · {shown.order.number}",
        title=gettext("Receipt of your withdrawal"),
        before=[gettext("Your declaration has been received. This is what it says, and when it came.")],
        facts=[
            (gettext("Declaration"), _declaration(shown)),
            *([(gettext("In your words"), shown.words)] if shown.words else []),
            (gettext("Name"), shown.who),
            (gettext("Seller"), shown.order.seller),
            (gettext("Order number"), shown.order.number),
            (gettext("Ordered on"), locales.day(at=shown.order.placed_at, zone=request.zone)),
            (gettext("Received on"), f"{at} ({locales.city(zone=request.zone)})"),
            (gettext("Case number"), shown.case.number),
            (gettext("Entry in the record"), str(shown.entry)),
            (gettext("Where it is kept"), kept()),
        ],
        after=_ahead(shown, request.zone),
        foot=gettext("Made by Helpdesk on behalf of the Platform. Nobody can change the entry on record."),
    )
    return sheet_for_system(sheet=sheet, at=shown.at)


def kept() -> str:
    """To where a receipt goes: no mail of ours holds what somebody declared."""
    return gettext("In your account, and in the PDF that you keep. It is not sent by e-mail.")


def _ahead(shown: Receipt, zone: str) -> list[str]:
    """The dates that began with the declaration, as the record says: the same whenever it is printed."""
    dues = {code: int(due) for code, _, due in (one.split(":") for one in shown.opened.split())}
    said = {
        "goods_sent": gettext("Send the goods back by: %(when)s."),
        "refund": gettext(
            "The refund is due by: %(when)s; it may wait for the goods or for proof of sending."
        ),
    }
    return [
        sentence % {"when": instants.on_wall(at=from_us(dues[code] + 1), zone=zone)}
        for code, sentence in said.items()
        if dues.get(code)
    ]


def _file_name(shown: Receipt) -> str:
    return f"withdrawal-{shown.case.number}.pdf"


addresses = [
    path("orders/<ref:order>/withdrawals", withdraw, name="withdrawal"),
    path("cases/<ref:case>/receipt", receipt, name="receipt"),
    path("cases/<ref:case>/receipt.pdf", receipt_pdf, name="receipt_pdf"),
]
