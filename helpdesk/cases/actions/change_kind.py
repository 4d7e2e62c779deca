"""Change the kind: the Buyer or an Administrator sees that it is something else. The first instant stays."""

from datetime import datetime

from helpdesk.cases.actions.giving import wordable
from helpdesk.cases.actions.moving import refuse
from helpdesk.cases.actions.writing import advance, facts_of
from helpdesk.cases.policies import can_act, side_of
from helpdesk.cases.queries.changing import facts_of_change
from helpdesk.cases.queries.given_back import BACK, left_of
from helpdesk.cases.queries.grounds import Grounds, grounds_of
from helpdesk.cases.queries.standing import Standing, conversation_of, standing
from helpdesk.cases.rules import known, opening
from helpdesk.cases.rules.counting import local_day
from helpdesk.cases.rules.remaining import meant
from helpdesk.cases.terms.deeds import Entry
from helpdesk.cases.terms.names import By, Kind
from helpdesk.cases.terms.states import Move
from helpdesk.conversations.actions import Saying, say
from helpdesk.conversations.terms import Posted, Thread
from helpdesk.conversations.terms.starting import Turn
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid


def change_kind(
    *,
    actor: Actor,
    now: datetime,
    case: Ref,
    kind: str,
    key: str,
    words: str = "",
    wanted: str = "",
    confirmed: str | None = None,
) -> Posted:
    """One entry. An answer already given stays one; of a period that is over by then no machine books an
    effect: it is put before an Administrator.

    Raises NotFound, Forbidden (Sellers, readers), Refused, Invalid, TooLarge, Conflict, KeyReused, Busy.
    """
    if kind not in list(Kind):
        raise Invalid("case.kind_unknown", field="kind")
    words = wordable(words)
    conversation = conversation_of(actor=actor, case=case)

    def judge(thread: Thread, at: int) -> Saying:
        side = side_of(actor)
        if side is None:
            raise Forbidden("conversation.not_yours_to_write")
        found = standing(case=case, thread=thread)
        move, after = _changed(found, Kind(kind), side, wanted, at)
        tongue = {"language": actor.language} if words else {}
        return Saying(
            facts=facts_of(move=move, given={"wanted": wanted} if wanted else {})
            | {"case": str(case.id), "of": found.row.n, "was": found.row.kind}
            | tongue,
            ref=[("of", case.id)],
            write=lambda receipt: advance(
                case=after, thread=thread, receipt=receipt, move=move, side=actor.side
            ),
            turn=Turn.DUTY,
        )

    return say(
        actor=actor,
        now=now,
        conversation=conversation,
        kind=Entry.CHANGED,
        key=key,
        said={"case": str(case.id), "kind": kind} | ({"wanted": wanted} if wanted else {}),
        judge=judge,
        words=words,
        confirmed=confirmed,
        may=can_act,
    )


def _changed(found: Standing, kind: Kind, side: By, wanted: str, at: int) -> tuple[Move, Standing]:
    """The move, and the case as it then stands. Raises Conflict, Invalid."""
    market = found.reckoning.market
    flow = known.newest(kind, on=local_day(at, calendar=market))
    grounds = grounds_of(order=Ref(found.row.seller_id, found.row.order_id))
    _refuse_twice(found, kind, grounds)
    facts = facts_of_change(kind, grounds=grounds, market=market, wanted=wanted)
    old, state, reckoning = found.flow, found.state, found.reckoning
    refuse(opening.refusal_of_change(flow, old=old, state=state, side=side, facts=facts, reckoning=reckoning))
    move = opening.changed(flow, old=old, state=state, side=side, facts=facts, at=at, reckoning=reckoning)
    return move, Standing(row=found.row, flow=flow, state=move.state, reckoning=found.reckoning)


def _refuse_twice(found: Standing, kind: Kind, grounds: Grounds) -> None:
    if kind not in BACK:
        return
    items = str(found.state.facts.get("items", ""))
    left = left_of(grounds=grounds, but=found.row.id)
    if meant(items, pieces=grounds.pieces, left=left) != items:
        raise Conflict("case.goes_back_already")
