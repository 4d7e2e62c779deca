"""What waits for a reviewer in the house: holding answers and refused texts, in files open and closed."""

from datetime import datetime, timedelta

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.models import Attempt
from helpdesk.conversations.terms import Manner
from helpdesk.deadlines.models import Sample
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refused

_ASKED = "Passt sie auch zur Maschine meines Bruders von 2015?"
_HOLDING = "Sprawdzimy to w magazynie i wrócimy do Pani z odpowiedzią."
_MARKED = "Tak, na pudełku jest e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301, tak pisze producent."


def wait_for_review(
    *, clara: Actor, anna: Actor, now: datetime, threads: dict[str, Ref]
) -> dict[str, object]:
    """Places `sample_<thread>` and `attempt_<thread>`, and for the last thread without its name."""
    found: dict[str, object] = {}
    for name, thread in threads.items():
        conversations.post_question(
            actor=clara, now=now - timedelta(hours=25), conversation=thread, draft=_ASKED, key=f"more {name}"
        )
        conversations.post_reply(
            actor=anna,
            now=now - timedelta(hours=24),
            conversation=thread,
            draft=_HOLDING,
            key=f"holding {name}",
            manner=Manner.FULL,
        )
        _refused(anna, now - timedelta(hours=23), thread)
        found |= _places(thread, f"_{name}") | _places(thread) | {"shop": thread.seller_id}
    return found


def _refused(anna: Actor, now: datetime, thread: Ref) -> None:
    try:
        conversations.post_reply(actor=anna, now=now, conversation=thread, draft=_MARKED, key="marks")
    except Refused:
        return
    raise AssertionError("nothing refused these marks")


def _places(thread: Ref, name: str = "") -> dict[str, object]:
    with acting(SYSTEM):
        sample = Sample.objects.get(seller_id=thread.seller_id, chain=thread.id)
        attempt = Attempt.objects.get(seller_id=thread.seller_id, conversation_id=thread.id)
    return {
        f"sample{name}": Ref(thread.seller_id, sample.id),
        f"attempt{name}": Ref(thread.seller_id, attempt.id),
    }
