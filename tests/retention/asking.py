"""Requests and holds as Edda and Felix make them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Entry, Value
from helpdesk.archive.queries import verify
from helpdesk.archive.terms import Finding
from helpdesk.archive.terms import Kept as Stored
from helpdesk.config.wiring import MIRRORS
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor, Role
from helpdesk.kernel.ids import Ref
from helpdesk.retention import actions
from tests.cast import ANNA, EDDA, FELIX, person

FIONA = replace(FELIX, person=person("Fiona"), name="Fiona")
PAULA = replace(FELIX, person=person("Paula"), name="Paula", roles=frozenset({Role.PLATFORM_ADMIN}))


def requested(
    conversation: Ref,
    scope: str = "conversation",
    messages: Sequence[int] = (),
    ground: str = "gdpr_art17",
    actor: Actor = EDDA,
    key: str = "request",
    note: str = "",
) -> UUID:
    kept = actions.request_erasure(
        actor=actor,
        now=clock.now(),
        scope=scope,
        ground=ground,
        conversation=conversation,
        messages=messages,
        note=note,
        key=key,
    )
    return kept.receipt.entry


def approved(request: UUID, actor: Actor = FELIX, key: str = "approve") -> Stored:
    return actions.approve_erasure(actor=actor, now=clock.now(), request=request, key=key)


def carried_out() -> int:
    done = total = actions.carry_out(actor=SYSTEM, now=clock.now())
    while done:
        done = actions.carry_out(actor=SYSTEM, now=clock.now())
        total += done
    return total


def erased(conversation: Ref, scope: str = "conversation", messages: Sequence[int] = ()) -> None:
    """Asked for by Edda, approved by Felix, carried out."""
    approved(requested(conversation, scope, messages))
    carried_out()


def hold(conversation: Ref, on: str = "conversation", actor: Actor = EDDA, key: str = "hold") -> UUID:
    kept = actions.place_hold(
        actor=actor,
        now=clock.now(),
        on=on,
        reason="court_case",
        conversation=conversation,
        note="Docket 7",
        key=key,
    )
    return kept.receipt.entry


def lift(hold: UUID) -> Stored:
    actions.ask_to_lift_hold(actor=EDDA, now=clock.now(), hold=hold)
    return actions.lift_hold(actor=FELIX, now=clock.now(), hold=hold, key="lift")


def reply(conversation: Ref, text: str) -> None:
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=conversation, draft=text, key=text)


def values_of(conversation: Ref) -> set[tuple[str, str]]:
    """What is left on the shared chain: kind and name."""
    with everything():
        kinds = dict(Entry.objects.filter(chain=conversation.id).values_list("id", "kind"))
        left = Value.objects.filter(entry_id__in=list(kinds)).values_list("entry_id", "name")
        return {(kinds[entry], name) for entry, name in left}


def entries(kind: str) -> list[Entry]:
    with everything():
        return list(Entry.objects.filter(kind=kind).order_by("at"))


def faults() -> list[Finding]:
    return [fault for fault in verify(mirrors=MIRRORS) if isinstance(fault, Finding)]


DAY = timedelta(days=1)
