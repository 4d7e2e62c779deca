"""Hand over the cases of removed Sellers: once a removal begins, the Platform takes on what is open."""

import logging
from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.cases import actions as cases
from helpdesk.enforcement.queries.removed import left_behind
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Refusal

_log = logging.getLogger(__name__)


def hand_over_cases(*, actor: Actor, now: datetime, limit: int) -> int:
    """How many cases were put before the Platform, at most `limit`; the Buyers are told by notices.

    A step of the case and a transaction each; also of cases that are opened later. Safe to repeat, and to run
    beside another worker. One that cannot be moved now is tried again at the next look.
    """
    with acting(actor):
        found = left_behind(at=now, limit=limit)
    done = 0
    for case, measure in found:
        try:
            cases.put_before_platform(actor=actor, now=now, case=case, key=f"removed/{measure}/{case.id}")
            done += 1
        except Refusal as refusal:
            _log.info("case %s is not handed over: %s", case, refusal)
    return done
