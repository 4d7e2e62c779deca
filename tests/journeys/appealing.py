"""Anna appeals against two violations: one appeal waits, one is decided; her measure is not appealed yet."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta

from helpdesk.archive.database.scope import everything
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.models import Attempt
from helpdesk.enforcement import actions
from helpdesk.enforcement.models import Violation
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refused
from helpdesk.oversight import actions as oversight
from tests import cast

_MARKED = (
    "Auf der Packung steht e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301, so heißt der Hersteller."
)
_WORDS = (
    "Die Nummer gehörte dem Kurier, und der Käufer hatte danach gefragt. Proszę sprawdzić wiadomość nr 2."
)


def appeal_refusal(*, clara: Actor, now: datetime, places: Mapping[str, object]) -> dict[str, object]:
    """Clara's message that was not sent; Edda confirmed it, and Clara appeals."""
    thread = places["led"]
    assert isinstance(thread, Ref)
    at = now + timedelta(seconds=30)
    with suppress(Refused):
        conversations.post_question(actor=clara, now=at, conversation=thread, draft=_MARKED, key="marks")
    with everything():
        row = Attempt.objects.filter(seller_id=thread.seller_id, side="buyer").latest("at")
    attempt = Ref(row.seller_id, row.id)
    oversight.open_file(actor=cast.EDDA, now=at, conversation=thread, reason="finding", key="refusal")
    oversight.review_item(
        actor=cast.EDDA,
        now=at,
        item=attempt,
        decision="warn",
        reason="Bitte schreiben Sie den Namen ohne Zeichen über Zeichen.",
        key="refusal",
    )
    actions.appeal_refusal(actor=clara, now=at, attempt=attempt, words=_WORDS, key="refusal")
    return {"refusal": attempt}


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
