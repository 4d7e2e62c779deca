"""Approve in the name of the Platform's own people: each of them named, all that are needed at once."""

from collections.abc import Sequence
from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.enforcement.actions.decide import approve_measure
from helpdesk.enforcement.terms import Choice, Decided, Decider
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid


def approve_by_platform(
    *, actor: Actor, now: datetime, proposal: Ref, choice: Choice, persons: Sequence[Decider], key: str
) -> Decided:
    """One entry for each person, and the measure; nothing of it unless there are enough different ones.

    Raises as `approve_measure` does, and Invalid (`measure.persons`) where a person is missing.
    """
    done: Decided | None = None
    with acting(SYSTEM):
        for place, who in enumerate(persons, start=1):
            done = approve_measure(
                actor=actor, now=now, proposal=proposal, choice=choice, key=f"{key}/{place}", decider=who
            )
            if done.measure:
                return done
        raise Invalid("measure.persons", field="decided_by")
