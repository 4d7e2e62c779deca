"""Close a letter without an answer: the Platform says why, and its writer reads it."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive import actions as archive
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import replay_of
from helpdesk.archive.terms import Chain, Kept
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Invalid
from helpdesk.letters.actions.answer_letter import place_of, refuse_others
from helpdesk.letters.actions.sealing import chain_of, waiting_letter
from helpdesk.letters.models import Letter
from helpdesk.letters.terms import CloseReason, Kind, Place, Written


def close_letter(*, actor: Actor, now: datetime, correspondence: Ref, reason: str, key: str) -> Written:
    """Whatever waits in it waits no more. What is written later waits anew.

    Raises NotFound (for the other sides too), Forbidden, Invalid (no such reason), Conflict (nothing waits),
    KeyReused, Busy.
    """
    refuse_others(actor=actor, code="letter.not_found")
    if reason not in list(CloseReason):
        raise Invalid("letter.closing", field="reason")
    values = {"reason": reason.encode()}  # so that a key stands for one request
    with acting(actor):
        place = place_of(correspondence=correspondence)
        chain = chain_of(place=place)
        hot.lock_chain(chain=chain.id)
        kept = replay_of(chain=chain, actor=actor, key=key, kind=Kind.CLOSED, values=values)
        if kept is None:
            waits = waiting_letter(chain=chain)
            if waits is None:
                raise Conflict("letter.nothing_waits")
            kept = archive.append(
                chain=chain,
                kind=Kind.CLOSED,
                actor=actor,
                now=now,
                key=key,
                values=values,
                facts=_facts(place, reason),
                ref=[("closes", waits)],
            )
            _close(chain, waits, reason, kept)
    return Written(correspondence=Ref(chain.seller_id, chain.id), kept=kept)


def _facts(place: Place, reason: str) -> dict[str, int | str]:
    return {"file": str(place.file.id), "reason": reason, "side": place.side.value}


def _close(chain: Chain, waits: UUID, reason: str, kept: Kept) -> None:
    Letter.objects.filter(seller_id=chain.seller_id, id=waits).update(
        closed_by=kept.receipt.entry, closed_at=kept.receipt.at, closed_as=reason
    )
