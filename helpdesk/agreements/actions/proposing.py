"""What proposals and requests to confirm share: the row, and the clock that the Buyer's start."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from helpdesk.agreements.models import Agreement
from helpdesk.agreements.queries.standing import is_being_changed, standing, waiting_in
from helpdesk.agreements.rules import refusal_of_change, replaces_at_once
from helpdesk.agreements.terms import MAX_WAITING, Standing, Type, What
from helpdesk.archive.terms import Receipt
from helpdesk.conduct.rules import questions_in
from helpdesk.conversations.actions import Saying
from helpdesk.conversations.terms import Thread
from helpdesk.conversations.terms.starting import Turn
from helpdesk.deadlines.terms import Cause
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.clock import from_us
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict
from helpdesk.marketplace.terms.shown import Price


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What the leaf says of it. `due` in microseconds UTC; `old` is the one that it is to replace."""

    what: What
    type: Type | None = None
    owed_by: Side | None = None
    amount: Price | None = None
    until: date | None = None
    due: int | None = None
    old: Standing | None = None

    def facts(self) -> dict[str, int | str]:
        """Codes, amounts and days."""
        said: dict[str, int | str] = {}
        if self.type and self.owed_by:
            said |= {"type": self.type.value, "owed_by": self.owed_by.value}
        if self.amount:
            said |= {"amount": self.amount.minor, "currency": self.amount.currency}
        if self.until and self.due is not None:
            said |= {"until": self.until.isoformat(), "due": self.due}
        if self.old:
            said["of"] = self.old.n
        return said

    def ref(self) -> list[tuple[str, UUID]]:
        """The one that it changes; nobody had agreed to that yet: it is replaced by this entry."""
        if self.old is None:
            return []
        named = [("amends", self.old.id)]
        return [*named, ("replaces", self.old.id)] if replaces_at_once(self.old) else named


def changed(*, thread: Thread, amends: UUID | None, at: datetime) -> Standing | None:
    """The one that is to be replaced, of the same thread. Raises NotFound, Conflict."""
    if amends is None:
        return None
    old = Ref(thread.ref.seller_id, amends)
    found = standing(agreement=old, conversation=thread.ref)
    if code := refusal_of_change(found, now=at):
        raise Conflict(code)
    if is_being_changed(agreement=old):
        raise Conflict("agreement.being_changed")
    return found


def proposed(
    *, actor: Actor, thread: Thread, at: datetime, words: str, terms: Terms, ends: bool = False
) -> Saying:
    """The entry's content and its row. The Buyer's starts the Seller's clock; a Seller's only ends one that
    it `ends`, because it answers the proposal that started it. Raises Conflict (too many wait).
    """
    if waiting_in(conversation=thread.ref) >= MAX_WAITING:
        raise Conflict("agreement.too_many")
    asks = bool(questions_in(text=words)) if words else False
    facts = terms.facts() | ({"asks": 1} if asks else {})

    def write(receipt: Receipt) -> None:
        _create(actor, thread, receipt, terms, asks)
        if terms.old is not None and replaces_at_once(terms.old):
            replace_row(seller_id=thread.ref.seller_id, id=terms.old.id, by=receipt.entry)

    return Saying(
        facts=facts,
        ref=terms.ref(),
        write=write,
        asks=Cause.AGREEMENT if actor.side is Side.BUYER else None,
        answers=ends,
        turn=Turn.WORD,
    )


def replace_row(*, seller_id: int, id: UUID, by: UUID) -> None:
    """Another took its place; nobody is reminded of it any more."""
    Agreement.objects.filter(seller_id=seller_id, id=id).update(replaced_by=by, next_at=None)


def said_of(*, terms: Mapping[str, object]) -> dict[str, int | str]:
    """What was asked for, so that a key stands for one request."""
    return {name: str(value) for name, value in terms.items() if value not in (None, "")}


def _create(actor: Actor, thread: Thread, receipt: Receipt, terms: Terms, asks: bool) -> None:
    due_at = from_us(terms.due) if terms.due is not None else None
    Agreement.objects.create(
        seller_id=thread.ref.seller_id,
        id=receipt.entry,
        conversation_id=thread.ref.id,
        buyer_id=thread.buyer_id,
        n=thread.head.n + 1 if thread.head else 0,
        what=terms.what.value,
        type=terms.type.value if terms.type else None,
        side=actor.side.value,
        owed_by=terms.owed_by.value if terms.owed_by else None,
        amount_minor=terms.amount.minor if terms.amount else None,
        currency=terms.amount.currency if terms.amount else None,
        until=terms.until,
        due_at=due_at,
        asks=int(asks),
        amends=terms.old.id if terms.old else None,
        at=receipt.at,
    )
