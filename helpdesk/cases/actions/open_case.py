"""Open a case: the Buyer says what happened, or either side takes a plain message at its word."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from helpdesk.archive.terms import Receipt
from helpdesk.cases.actions.beginning import items_in, said_of
from helpdesk.cases.actions.giving import wordable
from helpdesk.cases.actions.moving import refuse
from helpdesk.cases.actions.writing import create, facts_of
from helpdesk.cases.policies import can_take_part
from helpdesk.cases.queries.declared import Declared, declared, is_taken
from helpdesk.cases.queries.given_back import left_of
from helpdesk.cases.queries.grounds import Grounds, grounds_of
from helpdesk.cases.queries.reckoning import market_calendar, place_of, reckoning_of
from helpdesk.cases.queries.standing import running_of
from helpdesk.cases.rules import known, numbers, opening
from helpdesk.cases.rules.counting import local_day
from helpdesk.cases.rules.remaining import meant
from helpdesk.cases.terms.deeds import MAX_OPEN, Entry, Opening
from helpdesk.cases.terms.flows import Flow
from helpdesk.cases.terms.names import Kind, Situation
from helpdesk.cases.terms.states import Facts, Move, Reckoning
from helpdesk.conversations.actions import Saying, say, say_about_order
from helpdesk.conversations.terms import Posted, Thread
from helpdesk.conversations.terms.starting import Turn
from helpdesk.deadlines.terms import Cause
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.clock import from_us, to_us
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, NotFound
from helpdesk.marketplace.queries import order_facts, order_of
from helpdesk.workdays.calendar import Calendar

_DECLARED = (Situation.CHANGED_MIND, Situation.DAMAGED, Situation.STOPPED_WORKING)
_GUARANTEED_BY_LAW = (Kind.COMPLAINT,)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun:
    """What is to be opened, by whom, and what is known of it."""

    actor: Actor
    grounds: Grounds
    opening: Opening
    words: str
    files: Sequence[UUID]
    message: Declared | None
    about: bytes


def open_case(
    *,
    actor: Actor,
    now: datetime,
    order: Ref,
    opening: Opening,
    key: str,
    words: str = "",
    files: Sequence[UUID] = (),
    confirmed: str | None = None,
    from_message: int | None = None,
) -> Posted:
    """One entry in the order's thread, which it opens where there is none; the Seller's 24 hours run.

    The kind follows from the situation: a mind changed is a withdrawal while the law lets it. `from_message`
    is the number of a message of the Buyer's that declared it: then either side turns it into a case dated to
    it. Raises NotFound, Forbidden, Refused, Invalid, TooLarge, Conflict (there is no such right, the goods
    go back already, or too many run), KeyReused, Busy.
    """
    shown = order_of(actor=actor, order=order)
    words = wordable(words)
    grounds = grounds_of(order=order)
    message = declared(actor=actor, order=order, n=from_message) if from_message is not None else None
    _refuse_stranger(actor, opening, message)
    begun = _Begun(
        actor=actor,
        grounds=grounds,
        opening=replace(opening, items=items_in(opening.items, pieces=grounds.pieces)),
        words=words,
        files=files,
        message=message,
        about=order_facts(order=shown),
    )
    said = said_of(opening=begun.opening) | ({"message": message.n} if message else {})
    return _say(begun, order, now, said, key, confirmed)


def _say(
    begun: _Begun, order: Ref, now: datetime, said: Mapping[str, int | str], key: str, confirmed: str | None
) -> Posted:
    judge = _judge(begun)
    if begun.message is not None:
        return say(
            actor=begun.actor,
            now=now,
            conversation=begun.message.conversation,
            kind=Entry.OPENED,
            key=key,
            said=said,
            judge=judge,
            words=begun.words,
            confirmed=confirmed,
            files=begun.files,
        )
    return say_about_order(
        actor=begun.actor,
        now=now,
        order=order,
        kind=Entry.OPENED,
        key=key,
        said=said,
        judge=judge,
        words=begun.words,
        confirmed=confirmed,
        files=begun.files,
    )


def _refuse_stranger(actor: Actor, opening: Opening, message: Declared | None) -> None:
    """A Seller opens nothing but what a Buyer's message declared, and then only what such a message can."""
    if actor.side is Side.BUYER or (message is not None and actor.side is Side.SELLER):
        if message is not None and opening.situation not in _DECLARED:
            raise Conflict("case.not_declared")
        if can_take_part(actor):
            return
    raise Forbidden("case.not_yours_to_open")


def _judge(begun: _Begun) -> Callable[[Thread, int], Saying]:
    def judge(thread: Thread, at: int) -> Saying:
        if thread.order_id is None:
            raise NotFound("order.not_found")
        message = begun.message
        if message and is_taken(message=Ref(thread.ref.seller_id, message.entry)):
            raise Conflict("case.message_taken")
        if running_of(order=begun.grounds.order) >= MAX_OPEN:
            raise Conflict("case.too_many")
        fresh = _not_twice(begun)
        flow, facts, reckoning = _flow(fresh, thread, at)
        move = _moved(fresh, flow, facts, reckoning, at)
        return _saying(fresh, thread, flow, reckoning, move)

    return judge


def _not_twice(begun: _Begun) -> _Begun:
    """Goods go back once: whoever names none of them means those that are left."""
    if begun.opening.situation is not Situation.CHANGED_MIND:
        return begun
    left = left_of(grounds=begun.grounds)
    items = meant(begun.opening.items, pieces=begun.grounds.pieces, left=left)
    if items is None:
        raise Conflict("case.goes_back_already")
    return replace(begun, opening=replace(begun.opening, items=items))


def _flow(begun: _Begun, thread: Thread, at: int) -> tuple[Flow, dict[str, int | str], Reckoning]:
    place = place_of(thread=thread)
    calendar = market_calendar(place=place, in_force=thread.in_force)
    facts, dated = _facts(begun, calendar), _dated(begun, at)
    situation = begun.opening.situation
    kind = opening.kind_for(situation, facts=facts, at=dated)
    if kind is Kind.RETURN or situation is not Situation.CHANGED_MIND:
        facts.pop("right_ends", None)
    ends = begun.grounds.conformity_ends(calendar=calendar) if kind in _GUARANTEED_BY_LAW else None
    if ends is not None:
        facts["right_ends"] = ends
    reckoning = reckoning_of(
        place=place, contract=begun.grounds.contract, facts=facts, in_force=thread.in_force
    )
    return known.newest(kind, on=local_day(at, calendar=calendar)), facts, reckoning


def _facts(begun: _Begun, calendar: Calendar) -> dict[str, int | str]:
    asked = begun.opening
    said: dict[str, int | str] = {
        "situation": asked.situation.value,
        **begun.grounds.facts(),
    }
    ends = begun.grounds.right_ends(calendar=calendar)
    given = {
        "wanted": asked.wanted,
        "amount": asked.amount,
        "items": asked.items,
        "price": begun.grounds.price_of(items=asked.items) if asked.items else None,
        "refurbished_ok": None if asked.refurbished_ok is None else int(asked.refurbished_ok),
        "right_ends": ends,
        "from_message": 1 if begun.message else None,
    }
    return said | {name: value for name, value in given.items() if value not in (None, "")}


def _dated(begun: _Begun, at: int) -> int:
    return to_us(begun.message.at) if begun.message else at


def _moved(begun: _Begun, flow: Flow, facts: Facts, reckoning: Reckoning, at: int) -> Move:
    counted = {"words": int(bool(begun.words)), "files": len(begun.files), "photo": len(begun.files)}
    asked = {**facts, **{name: number for name, number in counted.items() if number}}
    dated = _dated(begun, at)
    refuse(opening.refusal_of(flow, facts=asked, at=dated, reckoning=reckoning))
    return opening.opened(
        flow,
        facts=facts,
        opened_at=at,
        dated_at=dated,
        reckoning=reckoning,
        answered=begun.message is not None and begun.message.is_answered,
    )


def _saying(begun: _Begun, thread: Thread, flow: Flow, reckoning: Reckoning, move: Move) -> Saying:
    asked, message = begun.opening, begun.message
    given: dict[str, int | str] = {"wanted": asked.wanted} if asked.wanted else {}
    given |= {"amount": asked.amount} if asked.amount is not None else {}
    facts = facts_of(move=move, given=given)
    facts |= {"situation": asked.situation.value, "dated": move.state.dated_at}
    contract = begun.grounds.contract
    facts |= {"law": contract.law, "contract_on": contract.made_on.isoformat()}
    facts |= {"message": message.n} if message else {}
    facts |= {"language": begun.actor.language} if begun.words or begun.files else {}
    return Saying(
        facts=facts,
        ref=[("declares", message.entry)] if message else (),
        write=lambda receipt: _write(begun, thread, receipt, flow, reckoning, move),
        asks=Cause.CASE if move.asks else None,
        values={"about": begun.about},
        turn=Turn.DUTY,
    )


def _write(
    begun: _Begun, thread: Thread, receipt: Receipt, flow: Flow, reckoning: Reckoning, move: Move
) -> None:
    grounds = begun.grounds
    create(
        thread=thread,
        receipt=receipt,
        move=move,
        flow=flow,
        reckoning=reckoning,
        begun={
            "order_id": grounds.order.id,
            "number": numbers.number_of(seller_id=grounds.order.seller_id, case=receipt.entry),
            "situation": begun.opening.situation.value,
            "side": begun.actor.side.value,
            "market": grounds.market,
            "law": grounds.contract.law,
            "contract_on": grounds.contract.made_on,
            "message_id": begun.message.entry if begun.message else None,
            "dated_at": from_us(move.state.dated_at),
        },
    )
