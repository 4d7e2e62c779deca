"""Two outages of the demo: one that is published, and one that was measured and waits for a decision."""

from datetime import datetime

from helpdesk.console.demo.scenes import Breakdown
from helpdesk.deadlines import actions as deadlines
from helpdesk.deadlines.terms.outages import OutageReason
from helpdesk.kernel.actor import SYSTEM, Actor

_NOTE = "A line between two data centres was cut. Pages did not load; nothing that was sent before was lost."


def publish(*, edda: Actor, felix: Actor, outage: Breakdown, now: datetime) -> None:
    """Edda declares it, and Felix publishes."""
    declared = deadlines.declare_outage(
        actor=edda,
        now=now,
        starts_at=outage.starts,
        ends_at=outage.ends,
        reason=OutageReason.NETWORK.value,
        note=_NOTE,
        key="demo/outage",
    )
    deadlines.publish_outage(actor=felix, now=now, proposal=declared.id, key="demo/outage")


def measure(*, outage: Breakdown) -> None:
    """Two pulses, and what the second one makes of the silence before it."""
    for at in (outage.starts, outage.ends):
        deadlines.note_pulse(actor=SYSTEM, now=at)
