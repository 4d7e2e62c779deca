"""Anna disputes two verdicts: one waits at the desk, one is decided; a third may still be disputed."""

from collections.abc import Mapping
from datetime import datetime

from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Entry
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions as oversight
from helpdesk.standing import actions as standing
from helpdesk.standing.models import Point
from helpdesk.standing.terms import COUNTED_KINDS
from tests import cast
from tests.journeys.noticed import every_entry

_WORDS = "An diesem Tag war im ganzen Land Feiertag. Proszę sprawdzić kalendarz."


def dispute_verdicts(*, anna: Actor, now: datetime, places: Mapping[str, object]) -> dict[str, object]:
    """Of those that `ranked` made late, all in the thread that is answered; Felix has it open."""
    thread = places["answered"]
    assert isinstance(thread, Ref)
    with everything():
        late = list(Point.objects.filter(seller_id=thread.seller_id, state="late").order_by("id")[:3])
        ids = [row.id for row in late]
        Point.objects.filter(seller_id=thread.seller_id, id__in=ids).update(chain=thread.id)
    refs = [Ref(thread.seller_id, id) for id in ids]
    filed = [
        standing.dispute_verdict(
            actor=anna, now=now, point=ref, claim="holiday", words=_WORDS, key=f"dispute-{n}"
        )
        for n, ref in enumerate(refs[1:])
    ]
    oversight.open_file(actor=cast.FELIX, now=now, conversation=thread, reason="dispute", key="disputed")
    oversight.settle_dispute(
        actor=cast.FELIX,
        now=now,
        dispute=Ref(thread.seller_id, filed[1].receipt.entry),
        outcome="excluded",
        reason="spam",
        words=_WORDS,
        key="settled",
    )
    with everything():
        news = [one for one in every_entry() if one.kind in COUNTED_KINDS and one.kind.startswith("verdict")]
        standing.take_in_entries(actor=cast.FELIX, now=now, entries=news)
        assert Entry.objects.filter(kind="verdict.settled").count() == 1
    return {
        "late_point": refs[0],
        "settled_point": refs[2],
        "dispute": Ref(thread.seller_id, filed[0].receipt.entry),
    }
