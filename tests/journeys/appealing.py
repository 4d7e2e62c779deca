"""Anna appeals against two violations: one appeal waits, one is decided; her measure is not appealed yet."""

from datetime import datetime, timedelta

from helpdesk.archive.database.scope import everything
from helpdesk.enforcement import actions
from helpdesk.enforcement.models import Violation
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from tests import cast

_WORDS = (
    "Die Nummer gehörte dem Kurier, und der Käufer hatte danach gefragt. Proszę sprawdzić wiadomość nr 2."
)


def appeal_against_both(*, anna: Actor, now: datetime) -> dict[str, object]:
    """Of the violations that `measured` made."""
    with everything():
        rows = list(Violation.objects.filter(seller_id=anna.seller_id or 0).order_by("at"))
    filed = [
        actions.file_appeal(
            actor=anna,
            now=now + timedelta(seconds=10 + n),
            against="violation",
            subject=Ref(row.seller_id, row.id),
            words=_WORDS,
            key=f"appeal-{n}",
        )
        for n, row in enumerate(rows[:2])
    ]
    decided, waits = (Ref(kept.seller_id, kept.receipt.entry) for kept in filed)
    actions.settle_appeal(
        actor=cast.FELIX,
        now=now + timedelta(seconds=20),
        appeal=decided,
        verdict="upheld",
        words=_WORDS,
        key="appeal-settled",
    )
    return {"appeal_decided": decided, "appeal_waiting": waits}
