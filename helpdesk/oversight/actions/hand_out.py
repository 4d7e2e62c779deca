"""Hand out a file: an administrator who has it open takes it away as an evidence package, or as a dispute."""

from collections.abc import Collection
from datetime import datetime

from helpdesk.archive.terms import Audience
from helpdesk.cases.queries import case_of
from helpdesk.evidence import actions as evidence
from helpdesk.evidence.policies import can_hand_out
from helpdesk.evidence.terms import Package, Withheld, Wording
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.oversight.actions.open_file import desk
from helpdesk.oversight.queries import reading_in_force


def hand_out(
    *,
    actor: Actor,
    now: datetime,
    conversation: Ref,
    language: str,
    key: str,
    wording: Wording,
    zone: str | None = None,
    withheld: Collection[Withheld] = (),
    backstage: Collection[Audience] = (),
) -> Package:
    """The package, on record on the administrator's own desk; see `evidence.actions.hand_out`.

    Raises NotFound (for the other sides too), Forbidden (no reading in force, and not of compliance),
    Invalid, TooLarge, Busy.
    """
    if actor.side is not Side.ADMINISTRATOR:
        raise NotFound("conversation.not_found")
    reading = reading_in_force(actor=actor, now=now, conversation=conversation)
    if not can_hand_out(actor=actor, is_reading=reading is not None):
        raise Forbidden("evidence.not_yours")
    return evidence.hand_out(
        actor=actor,
        now=now,
        conversation=conversation,
        language=language,
        key=key,
        wording=wording,
        zone=zone,
        withheld=withheld,
        backstage=backstage,
        desk=desk(actor),
    )


def hand_out_dispute(
    *,
    actor: Actor,
    now: datetime,
    case: Ref,
    language: str,
    key: str,
    wording: Wording,
    zone: str | None = None,
) -> Package:
    """The dispute pack, on record on the administrator's own desk; see `evidence.actions.hand_out_dispute`.

    Raises NotFound (for the other sides too), Forbidden (no reading in force, and not of compliance).
    """
    if actor.side is not Side.ADMINISTRATOR:
        raise NotFound("case.not_found")
    shown = case_of(actor=actor, now=now, case=case)
    reading = reading_in_force(actor=actor, now=now, conversation=shown.conversation)
    if not can_hand_out(actor=actor, is_reading=reading is not None):
        raise Forbidden("evidence.not_yours")
    return evidence.hand_out_dispute(
        actor=actor,
        now=now,
        case=case,
        language=language,
        key=key,
        wording=wording,
        zone=zone,
        desk=desk(actor),
    )
