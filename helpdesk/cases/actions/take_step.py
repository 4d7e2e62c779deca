"""Take a step: whoever's turn it is does what the flow lets them do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from helpdesk.cases.actions.giving import Given, given_of, wordable
from helpdesk.cases.actions.moving import asked_by, moved
from helpdesk.cases.actions.writing import advance, facts_of
from helpdesk.cases.policies import can_act, side_of
from helpdesk.cases.queries.standing import Standing, conversation_of, standing
from helpdesk.cases.rules import own
from helpdesk.cases.terms.deeds import Entry
from helpdesk.cases.terms.names import By
from helpdesk.cases.terms.states import Facts, Move
from helpdesk.conversations.actions import Saying, say
from helpdesk.conversations.terms import Posted, Thread
from helpdesk.conversations.terms.starting import Turn
from helpdesk.deadlines.terms import Cause
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.clock import to_us
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What somebody wants to do."""

    actor: Actor
    case: Ref
    step: str
    given: Given
    files: Sequence[UUID]
    submitted: int  # microseconds UTC


def take_step(
    *,
    actor: Actor,
    now: datetime,
    case: Ref,
    step: str,
    key: str,
    given: Facts | None = None,
    words: str = "",
    files: Sequence[UUID] = (),
    confirmed: str | None = None,
    seen_n: int | None = None,
) -> Posted:
    """One entry of either side, or of the Platform's own; it ends and begins what the flow says.

    `given` are the coded fields of the step; `words` are read like a message's; `seen_n` is the case's last
    entry that the actor has seen (None: no check). A Seller's step ends the reply clock that this case
    started. Administrators come here only with a reading in force (oversight). Raises NotFound, Forbidden
    (readers), Refused, Invalid (a field), TooLarge, Conflict (not their turn, or the case moved on),
    KeyReused, Busy.
    """
    words = wordable(words)
    conversation = conversation_of(actor=actor, case=case)
    values = given_of(given=given or {})
    asked = _Asked(actor=actor, case=case, step=step, given=values, files=files, submitted=to_us(now))

    def judge(thread: Thread, at: int) -> Saying:
        found = standing(case=case, thread=thread)
        if seen_n is not None and found.row.last_n > seen_n:
            raise Conflict("case.moved", field="seen_n", last_n=found.row.last_n)
        return _judged(asked, thread, found, at, bool(words))

    return say(
        actor=actor,
        now=now,
        conversation=conversation,
        kind=Entry.STEP,
        key=key,
        said={"case": str(case.id), "step": step, **values},
        judge=judge,
        words=words,
        confirmed=confirmed,
        files=files,
        may=can_act,
    )


def _judged(asked: _Asked, thread: Thread, found: Standing, at: int, spoken: bool) -> Saying:
    side = side_of(asked.actor)
    if side is None:
        raise Forbidden("conversation.not_yours_to_write")
    came = min(at, asked.submitted)  # the entry may have to stand behind another's instant
    move = _move(asked, found, side, came, spoken)
    said: dict[str, int | str] = {"case": str(found.row.id), "of": found.row.n}
    said |= {"submitted": came} if came < at else {}
    tongue = {"language": asked.actor.language} if spoken or asked.files else {}
    return Saying(
        facts=facts_of(move=move, given=asked.given) | said | tongue,
        ref=[("of", found.row.id)],
        write=lambda receipt: advance(
            case=found, thread=thread, receipt=receipt, move=move, side=asked.actor.side
        ),
        asks=Cause.CASE if move.asks and asked.actor.side is Side.BUYER else None,
        answers=move.answers and asked_by(case=found, thread=thread),
        turn=Turn.DUTY,
    )


def _move(asked: _Asked, found: Standing, side: By, at: int, spoken: bool) -> Move:
    """What the flow makes of it. Raises Conflict, Invalid."""
    given = dict(asked.given)
    names = _fields(found, asked.step)
    if spoken:
        given["words"] = 1
    if asked.files:
        given["photo" if "photo" in names else "files"] = len(asked.files)
    if "decider" in names:
        given["decider"] = str(asked.actor.person)
    return moved(case=found, step=asked.step, side=side, given=given, at=at)


def _fields(found: Standing, step: str) -> set[str]:
    known = found.flow.steps.get(step) or own.OWN.get(step)
    return {use.name for use in known.fields} if known else set()
