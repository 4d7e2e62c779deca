"""What follows when a date passes that every flow has, and when it counts as passed."""

from dataclasses import replace
from typing import Final

from helpdesk.cases.rules import own
from helpdesk.cases.rules.dates import ANSWER, INFORMATION, PROMISE, SILENCE
from helpdesk.cases.rules.guards import holds
from helpdesk.cases.rules.looks import Look
from helpdesk.cases.terms.flows import Lapse
from helpdesk.cases.terms.names import Effect
from helpdesk.cases.terms.states import Date

# After a date, before its passing is put on record: what was done in time and commits later is there by then.
GRACE_US: Final = 60_000_000
_OF_EVERY_FLOW: Final = {
    ANSWER: Lapse(effect=Effect.ESCALATION, step=own.PASSED),
    INFORMATION: Lapse(effect=Effect.RESUMES, step=own.MISSED),
    PROMISE: Lapse(effect=Effect.ASKS, step=own.PROMISE_MISSED),
    SILENCE: Lapse(effect=Effect.REMINDS, step=own.REMIND),
}


def lapse_of(date: Date, *, look: Look) -> Lapse:
    """What follows from the passing of this date; nothing, where the flow says why."""
    if found := _OF_EVERY_FLOW.get(date.code):
        return found
    due = next(one for one in look.flow.dues if one.code == date.code and look.state.stage in one.stages)
    held = (one for one in due.lapses if holds(one.when, look=look))
    found = next(held, Lapse(effect=Effect.NOTHING))
    return found if found.step else replace(found, step=own.PASSED)
