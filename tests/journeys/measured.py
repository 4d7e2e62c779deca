"""Anna's shop has a measure with its reasons, and a graver one is proposed."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Entry
from helpdesk.archive.terms import Audience
from helpdesk.conduct import actions as conduct
from helpdesk.conduct.rules.ruling import Ruling, Subject
from helpdesk.conduct.terms import Decided, Label, Waits
from helpdesk.conversations.queries import backstage_chain
from helpdesk.enforcement import actions, queries
from helpdesk.enforcement.terms import Choice
from helpdesk.kernel.actor import SYSTEM, Side
from helpdesk.kernel.ids import Ref
from tests import cast
from tests.journeys.noticed import every_entry

WHY = (
    "Sie haben vier Käuferinnen Ihre Telefonnummer gegeben, obwohl eine Prüferin Ihnen schon zweimal"
    " geschrieben hatte, dass Sie im Helpdesk bleiben müssen. Proszę pozostać w Helpdesku."
)


def measure_somebody(*, now: datetime, places: Mapping[str, object]) -> dict[str, object]:
    """Two violations in the thread that is answered; of the first a notice came, the second waits."""
    thread = places["answered"]
    assert isinstance(thread, Ref)
    _find(thread, now + timedelta(seconds=1), Label.DEAL, 0)
    waits = _proposed(now + timedelta(seconds=2))
    done = actions.approve_measure(
        actor=cast.FELIX,
        now=now + timedelta(seconds=3),
        proposal=waits,
        choice=Choice(measure=queries.proposal_of(actor=cast.FELIX, proposal=waits).step.kind, reason=WHY),
        key="measure",
    )
    _find(thread, now + timedelta(seconds=4), Label.PHONE, 1)
    return {"measure": done.measure, "measure_proposal": _proposed(now + timedelta(seconds=5))}


def _find(thread: Ref, now: datetime, label: Label, place: int) -> None:
    with everything():
        entries = Entry.objects.filter(seller_id=thread.seller_id, chain=thread.id).order_by("n")
        message = list(entries.values_list("id", flat=True))[place]
        backstage = backstage_chain(conversation=thread, audience=Audience.SELLER)
    subject = Subject(
        entry=Ref(thread.seller_id, message),
        conversation=thread.id,
        side=Side.SELLER,
        language="de",
        pack="house",
        waited=Waits.SENT,
        backstage=backstage,
    )
    ruling = Ruling(decision=Decided.VIOLATION, labels=(label,), reason="Bitte bleiben Sie hier.")
    conduct.review(actor=cast.EDDA, now=now, subject=subject, ruling=ruling, key=f"found-{place}")


def _proposed(now: datetime) -> Ref:
    """What the tracks ask for, once they have read the record."""
    with everything():
        decided = [one for one in every_entry() if one.kind == "conduct.reviewed"]
        actions.note_violations(actor=SYSTEM, now=now, entries=decided)
    actions.propose_measures(actor=SYSTEM, now=now, limit=10)
    [waits] = queries.waiting(actor=cast.FELIX)
    return waits.id
