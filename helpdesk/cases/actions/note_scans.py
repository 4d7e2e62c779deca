"""Note scans: a carrier brought a parcel of a case, and the date that waits for it runs."""

import logging
from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Receipt
from helpdesk.cases.actions.take_step import refuse
from helpdesk.cases.actions.writing import advance, facts_of
from helpdesk.cases.queries.scans import Scan, scans
from helpdesk.cases.queries.standing import Standing, standing
from helpdesk.cases.rules import engine
from helpdesk.cases.terms.deeds import Entry
from helpdesk.cases.terms.names import By
from helpdesk.cases.terms.states import Move
from helpdesk.conversations.actions import Saying, say
from helpdesk.conversations.terms import Thread
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Refusal

_log = logging.getLogger(__name__)


def note_scans(*, actor: Actor, now: datetime, limit: int) -> int:
    """How many parcels were noted, of at most `limit`; each is an entry in a transaction of its own."""
    with acting(actor):
        found = scans(now=now, limit=limit)
    return sum(_note(actor, now, one) for one in found)


def _note(actor: Actor, now: datetime, scan: Scan) -> bool:
    def judge(thread: Thread, at: int) -> Saying:
        found = standing(case=scan.case, thread=thread)
        move = _move(found, scan.step, at)
        return Saying(
            facts=facts_of(move=move, given={}) | {"case": str(scan.case.id), "of": found.row.n},
            ref=[("of", scan.case.id)],
            write=lambda receipt: _write(thread, receipt, found, move),
        )

    try:
        say(
            actor=actor,
            now=now,
            conversation=scan.conversation,
            kind=Entry.STEP,
            key=f"{scan.step}/{scan.case.id}/{scan.at.isoformat()}",
            said={"case": str(scan.case.id), "step": scan.step},
            judge=judge,
        )
    except Refusal as refusal:  # somebody was faster, or it is busy: the next look finds it
        _log.info("parcel of case %s is not noted: %s", scan.case, refusal)
        return False
    return True


def _move(found: Standing, step: str, at: int) -> Move:
    by = By.SYSTEM
    refuse(
        engine.refusal_of(
            found.flow,
            state=found.state,
            step=step,
            side=by,
            given={},
            at=at,
            reckoning=found.reckoning,
        )
    )
    return engine.move(
        found.flow, state=found.state, step=step, side=by, given={}, at=at, reckoning=found.reckoning
    )


def _write(thread: Thread, receipt: Receipt, found: Standing, move: Move) -> None:
    advance(
        row=found.row,
        thread=thread,
        receipt=receipt,
        move=move,
        flow=found.flow,
        reckoning=found.reckoning,
        side=By.SYSTEM.value,
    )
