"""Pure rules of agreements: what may be proposed, what may follow, what it does to the Seller's clock."""

from datetime import date, datetime
from uuid import UUID

from helpdesk.agreements.terms import (
    MAX_DAYS,
    MAX_MINOR,
    Outcome,
    Proposal,
    Standing,
    State,
    Type,
    What,
)
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Invalid
from helpdesk.kernel.text import is_visible
from helpdesk.marketplace.terms.money import exponent

_CHANGEABLE = (State.WAITING, State.EXPIRED, State.IN_FORCE, State.LAPSED)


def state_of(standing: Standing, *, now: datetime) -> State:
    """Where it stands at `now` (UTC)."""
    if standing.is_replaced:
        return State.CHANGED
    if standing.outcome is None:
        return State.EXPIRED if _is_past(standing, now) else State.WAITING
    if standing.outcome is not Outcome.CONFIRMED:
        return State(standing.outcome.value)
    if standing.is_kept:
        return State.KEPT
    return State.LAPSED if standing.lapsed_by else State.IN_FORCE


def minor_of(*, amount: str, currency: str) -> int | None:
    """The amount in the smallest unit of the currency, None for "". A comma is a point. Raises Invalid."""
    written = amount.strip().replace(",", ".")
    if not written:
        return None
    whole, _, part = written.partition(".")
    if not (whole + part).isascii() or not (whole + part).isdigit() or not whole:
        raise Invalid("agreement.amount", field="amount")
    if len(part) > exponent(currency) or len(whole) > len(str(MAX_MINOR)):
        raise Invalid("agreement.amount", field="amount")
    minor = int(whole + part.ljust(exponent(currency), "0"))
    if not 0 < minor <= MAX_MINOR:
        raise Invalid("agreement.amount", field="amount")
    return minor


def refuse_unclear(proposal: Proposal) -> None:
    """Raise Invalid for terms that nobody could hold anybody to."""
    if proposal.type.has_amount and not proposal.amount.strip():
        raise Invalid("agreement.amount_missing", field="amount")
    if proposal.type is Type.OTHER and not is_visible(proposal.words):
        raise Invalid("agreement.words_missing", field="words")
    if proposal.owed_by not in (Side.SELLER, Side.BUYER):
        raise Invalid("agreement.owed_by", field="owed_by")
    if proposal.owed_by is Side.BUYER and proposal.type not in (Type.DELIVERY, Type.OTHER):
        raise Invalid("agreement.sellers_alone", field="owed_by")


def refusal_of_day(*, until: date, today: date) -> str | None:
    """The code of what forbids the day, or None; both are days on the Seller's calendar."""
    if until < today:
        return "agreement.past_day"
    return "agreement.far" if (until - today).days > MAX_DAYS else None


def refusal_of_settling(standing: Standing, *, now: datetime) -> str | None:
    """The code of what forbids to confirm or decline it, or None."""
    return {
        State.WAITING: None,
        State.EXPIRED: "agreement.expired",
        State.CHANGED: "agreement.changed",
    }.get(state_of(standing, now=now), "agreement.settled")


def refusal_of_keeping(standing: Standing, *, now: datetime) -> str | None:
    """The code of what forbids to say that it is done, or None."""
    if standing.what is What.CONFIRMATION:
        return "agreement.nothing_to_do"
    state = state_of(standing, now=now)
    if state in (State.IN_FORCE, State.LAPSED):
        return None
    return {State.KEPT: "agreement.kept", State.CHANGED: "agreement.changed"}.get(
        state, "agreement.not_in_force"
    )


def refusal_of_change(standing: Standing, *, now: datetime) -> str | None:
    """The code of what forbids a new one in its place, or None."""
    if standing.what is What.CONFIRMATION:
        return "agreement.nothing_to_do"
    return None if state_of(standing, now=now) in _CHANGEABLE else "agreement.over"


def replaces_at_once(standing: Standing) -> bool:
    """Whether a new proposal takes its place when it is made: nobody had agreed. Else once confirmed."""
    return standing.outcome is None


def outcome_of_declining(standing: Standing, *, by: Side) -> Outcome:
    """Whoever proposed it takes it back."""
    return Outcome.WITHDRAWN if by is standing.proposed_by else Outcome.DECLINED


def ends_clock(*, obligation: UUID | None, standing: Standing, asked_since: bool) -> bool:
    """Whether a step of either side leaves nothing to answer of the clock that runs.

    Only where this very proposal, or its lapsed day, started it, it asked for nothing but a yes or a no, and
    the Buyer has written nothing since. Whatever else was asked waits for a message.
    """
    if obligation is None or asked_since:
        return False
    if obligation == standing.lapsed_by:
        return True
    return obligation == standing.id and not standing.asks


def _is_past(standing: Standing, now: datetime) -> bool:
    return standing.due_at is not None and now > standing.due_at
