"""Note scans: a carrier brought a parcel of a case, and the date that waits for it runs."""

import logging
from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.cases.actions.moving import moved
from helpdesk.cases.actions.writing import advance, facts_of
from helpdesk.cases.queries.scans import Scan, scans
from helpdesk.cases.queries.standing import standing
from helpdesk.cases.terms.deeds import Entry
from helpdesk.cases.terms.names import By
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
        move = moved(case=found, step=scan.step, side=By.SYSTEM, given={}, at=at)
        return Saying(
            facts=facts_of(move=move, given={}) | {"case": str(scan.case.id), "of": found.row.n},
            ref=[("of", scan.case.id)],
            write=lambda receipt: advance(
                case=found, thread=thread, receipt=receipt, move=move, side=actor.side
            ),
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
