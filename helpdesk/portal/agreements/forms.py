"""What the forms of agreements say, as plain values."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpRequest

from helpdesk.agreements.terms import Proposal, Type
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import InvalidRef, Ref
from helpdesk.kernel.refusal import Invalid

_LONG = 40  # characters of an amount: what is longer is none


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A proposal as it stands in the form."""

    type: str = ""
    owed_by: str = Side.SELLER.value
    amount: str = ""
    until: str = ""
    amends: str = ""


def typed(request: HttpRequest) -> Typed:
    """As it was sent."""
    form = request.POST
    return Typed(
        type=form.get("type", "")[:_LONG],
        owed_by=form.get("owed_by", Side.SELLER.value)[:_LONG],
        amount=form.get("amount", "")[:_LONG],
        until=form.get("until", "")[:_LONG],
        amends=form.get("amends", "")[:_LONG],
    )


def proposal(*, form: Typed, words: str) -> Proposal:
    """Its meaning. Raises Invalid."""
    try:
        about = Type(form.type)
    except ValueError:
        raise Invalid("agreement.type_missing", field="type") from None
    try:
        owed_by = Side(form.owed_by)
        until = date.fromisoformat(form.until) if form.until else None
    except ValueError:
        raise Invalid("agreement.day", field="until") from None
    return Proposal(type=about, owed_by=owed_by, amount=form.amount, until=until, words=words)


def amended(form: Typed) -> UUID | None:
    """The one that is to be replaced. Raises Invalid."""
    if not form.amends:
        return None
    try:
        return Ref.parse(form.amends).id
    except InvalidRef:
        raise Invalid("form.damaged", field="amends") from None
