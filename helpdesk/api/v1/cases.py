"""Cases: opened, moved on, listed by who must act; each read says what the caller may do, and until when."""

from datetime import datetime
from typing import Annotated, Any, Literal

from django.http import HttpResponse
from ninja import Query, Router, Schema
from pydantic import ConfigDict, Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.references import conversation_of, ref_of, reference_of, uploads_of
from helpdesk.api.v1.case_shapes import CaseShape, CaseWithSteps, case, step
from helpdesk.api.v1.positions import placed, position
from helpdesk.api.v1.posting import KEYED, answered
from helpdesk.api.v1.shapes import Cursor, PostedShape
from helpdesk.cases import actions, queries
from helpdesk.cases.terms.amounts import minor_of
from helpdesk.cases.terms.deeds import CaseShown, Chosen, Opening
from helpdesk.cases.terms.fields import FIELDS, FieldType
from helpdesk.cases.terms.names import Kind, Owner, Situation
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.queries import order_of
from helpdesk.marketplace.terms.kinds import Kind as Record
from helpdesk.oversight import actions as oversight
from helpdesk.oversight.queries import read_case

router = Router()
_LIMIT = 100
Words = Annotated[str, Field(max_length=5000)]
Confirmed = Annotated[str, Field(max_length=500)]
Uploads = Annotated[list[Annotated[str, Field(max_length=100)]], Field(max_length=100)]
Number = Annotated[int, Field(ge=-1, le=2_000_000_000)]
Kinds = Literal["shipping_problem", "return", "withdrawal", "complaint", "warranty", "claim"]
Situations = Literal["not_arrived", "damaged", "stopped_working", "changed_mind", "guarantee", "other"]
Remedies = Literal["repair", "replacement", "price_reduction", "refund"]
Owners = Literal["buyer", "seller", "platform"]


class _Body(Schema):
    model_config = ConfigDict(extra="forbid", strict=True)


class Pieces(_Body):
    """So many of one line of the order."""

    line: Annotated[str, Field(max_length=100, pattern=r"^\S+$")]
    quantity: Annotated[int, Field(ge=1, le=1_000_000)]


class CaseBody(_Body):
    """What happened to an order. `items` empty: all of it; `amount` is a decimal string in its currency.

    `from_message` is the number of a message of the Buyer's that declared a withdrawal or a complaint: then
    either side turns it into a case, dated to it.
    """

    order: Annotated[str, Field(max_length=300)]
    situation: Situations
    wanted: Remedies | None = None
    items: Annotated[list[Pieces], Field(max_length=200)] = []
    amount: Annotated[str, Field(max_length=20)] | None = None
    refurbished_ok: bool | None = None
    words: Words = ""
    files: Uploads = []
    from_message: Annotated[int, Field(ge=0, le=2_000_000_000)] | None = None
    confirmed: Confirmed | None = None


class StepBody(_Body):
    """A step, as `allowed_actions` describe it; `seen_n` is the last entry of the case that was seen."""

    step: Annotated[str, Field(max_length=40)]
    given: dict[Annotated[str, Field(max_length=40)], Annotated[str, Field(max_length=100)] | bool | int] = {}
    words: Words = ""
    files: Uploads = []
    seen_n: Number | None = None
    confirmed: Confirmed | None = None


class KindBody(_Body):
    """What the case is instead; `wanted` where that kind asks for it."""

    kind: Kinds
    wanted: Remedies | None = None
    words: Words = ""
    confirmed: Confirmed | None = None


class CasePage(Schema):
    """Cases, and where to go on."""

    data: list[CaseShape]
    next: str | None


@router.post("", response={201: PostedShape}, openapi_extra=KEYED)
def open_case(request: ApiRequest, body: CaseBody) -> HttpResponse:
    """The Buyer opens a case; the kind follows from the situation. `archive.entry` is the new case's id.

    The Seller's 24 hours run, unless they run already.
    """
    order = ref_of(kind=Record.ORDER, text=body.order)
    opening = Opening(
        situation=Situation(body.situation),
        wanted=body.wanted or "",
        amount=_amount(request, order, body.amount),
        items=" ".join(f"{one.line}:{one.quantity}" for one in body.items),
        refurbished_ok=body.refurbished_ok,
    )
    return answered(
        request=request,
        post=lambda key: actions.open_case(
            actor=request.auth,
            now=clock.now(),
            order=order,
            opening=opening,
            key=key,
            words=body.words,
            files=uploads_of(files=body.files, seller_id=order.seller_id),
            confirmed=body.confirmed,
            from_message=body.from_message,
        ),
    )


@router.get("", response=CasePage)
def index(
    request: ApiRequest,
    conversation: Annotated[str | None, Query(max_length=64)] = None,
    order: Annotated[str | None, Query(max_length=300)] = None,
    kind: Annotated[list[Kinds], Query(max_length=6)] = [],  # noqa: B006 - ninja copies it
    stage: Annotated[list[str], Query(max_length=20)] = [],  # noqa: B006 - ninja copies it
    waiting_on: Annotated[Owners | None, Query()] = None,
    open: Annotated[bool | None, Query()] = None,  # noqa: A002 - the name of the parameter
    number: Annotated[str | None, Query(max_length=40)] = None,
    by: Annotated[Literal["opened", "due"], Query()] = "opened",
    limit: Annotated[int, Query(), Field(ge=1, le=_LIMIT)] = 25,
    after: Annotated[Cursor | None, Query()] = None,
) -> dict[str, Any]:
    """The Buyer's own, the shop's, or for administrators all of them, without a word of either side.

    `by` "opened": the latest first; "due": those that owe something by a date, the most urgent first.
    `number` is a case's, as it stands on its label.
    """
    now = clock.now()
    chosen = Chosen(
        conversation=conversation_of(text=conversation) if conversation else None,
        order=ref_of(kind=Record.ORDER, text=order) if order else None,
        stages=stage,
        kinds=[Kind(one) for one in kind],
        waiting_on=Owner(waiting_on) if waiting_on else None,
        open=open,
        number=number or "",
    )
    listed = queries.cases_due if by == "due" else queries.cases_of
    rows = listed(actor=request.auth, now=now, limit=limit, chosen=chosen, after=position(after))
    last = rows[-1] if len(rows) == limit else None
    return {
        "data": [case(one, now=now) for one in rows],
        "next": placed(at=last.listed_at or last.at, id=last.ref.id) if last else None,
    }


@router.get("/{case}", response=CaseWithSteps)
def show(request: ApiRequest, case: str) -> dict[str, Any]:
    """One of them with its steps; administrators need a reading in force."""
    now = clock.now()
    shown, steps = read_case(actor=request.auth, now=now, case=_case(case))
    return _whole(shown, now) | {"steps": [step(one) for one in steps]}


@router.post("/{case}/steps", response={201: PostedShape}, openapi_extra=KEYED)
def take_step(request: ApiRequest, case: str, body: StepBody) -> HttpResponse:
    """Whoever's turn it is takes a step; what it may be, `allowed_actions` say."""
    ref, now = _case(case), clock.now()
    shown = queries.case_of(actor=request.auth, now=now, case=ref)
    given, files = _given(body, shown), uploads_of(files=body.files, seller_id=ref.seller_id)
    said: dict[str, Any] = {"actor": request.auth, "now": now, "case": ref, "step": body.step, "given": given}
    said |= {"words": body.words, "seen_n": body.seen_n}
    if request.auth.side == "administrator":
        return answered(request=request, post=lambda key: oversight.take_case_step(key=key, **said))
    return answered(
        request=request,
        post=lambda key: actions.take_step(key=key, files=files, confirmed=body.confirmed, **said),
    )


@router.post("/{case}/kinds", response={201: PostedShape}, openapi_extra=KEYED)
def change_kind(request: ApiRequest, case: str, body: KindBody) -> HttpResponse:
    """The Buyer or an administrator sees that it is something else; the first instant stays."""
    said: dict[str, Any] = {"actor": request.auth, "now": clock.now(), "case": _case(case), "kind": body.kind}
    said |= {"words": body.words, "wanted": body.wanted or ""}
    if request.auth.side == "administrator":
        return answered(request=request, post=lambda key: oversight.change_case_kind(key=key, **said))
    return answered(
        request=request,
        post=lambda key: actions.change_kind(key=key, confirmed=body.confirmed, **said),
    )


def _case(text: str) -> Ref:
    return reference_of(text=text, missing="case.not_found")


def _whole(shown: CaseShown, now: datetime) -> dict[str, Any]:
    return case(shown, now=now)


def _amount(request: ApiRequest, order: Ref, amount: str | None) -> int | None:
    if not amount:
        return None
    currency = order_of(actor=request.auth, order=order).total.currency
    return minor_of(amount=amount, currency=currency)


def _given(body: StepBody, shown: CaseShown) -> dict[str, int | str]:
    """As the action takes them: money in the smallest unit, yes and no as 1 and 0. Raises Invalid."""
    currency = str(shown.facts.get("currency", ""))
    found: dict[str, int | str] = {}
    for name, value in body.given.items():
        money = name in FIELDS and FIELDS[name].type is FieldType.MONEY
        found[name] = minor_of(amount=str(value), currency=currency, field=name) if money else _plain(value)
    return found


def _plain(value: str | bool | int) -> int | str:
    return int(value) if isinstance(value, bool) else value
