"""Vetting: a text is read before it is sent; what may not be sent is kept, and its author told."""

from collections.abc import Container, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from helpdesk.conduct.terms import Decision, Verdict
from helpdesk.conversations import rules
from helpdesk.conversations.actions.filing import Files
from helpdesk.conversations.actions.refusing import Wording, place_in, refuse_if_forbidden
from helpdesk.conversations.queries.examining import examined, names_of, scene_of
from helpdesk.conversations.terms import MAX_CONFIRMED, MAX_TEXT, Thread
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Invalid, Refused

_NOT_SAID = (Decision.REFUSE, Decision.HOLD_REVIEWER)


def vetted(*, wording: Wording, thread: Thread, files: Files) -> Verdict:
    """What was found in a text that may be sent. Raises as `refuse_if_forbidden` does."""
    verdict = examined(
        actor=wording.actor,
        now=wording.now,
        scene=scene_of(thread),
        text=wording.body,
        names=names_of(files()),
    )
    refuse_if_forbidden(
        wording=wording, verdict=verdict, place=lambda: place_in(thread=thread, actor=wording.actor)
    )
    return verdict


def refuse_unspeakable(*, actor: Actor, now: datetime, thread: Thread, body: str) -> None:
    """Of an Administrator's words: the rules for messages are theirs too, and what they refuse is not kept.

    Raises Refused.
    """
    if code := rules.refusal_of(text=body):
        raise Refused(code, field="text")
    verdict = examined(actor=actor, now=now, scene=scene_of(thread), text=body)
    if verdict.decision in _NOT_SAID:
        raise Refused(rules.REFUSED, field="text", verdict=verdict)


def worded(
    *,
    actor: Actor,
    now: datetime,
    draft: str,
    key: str,
    files: Sequence[UUID],
    confirmed: str | None,
    heard: Container[str] | None,
    meant: Mapping[str, str] = MappingProxyType({}),
    wordless: bool = False,
) -> Wording:
    """What somebody wants to send, fit to be stored. Raises Invalid, TooLarge."""
    return Wording(
        actor=actor,
        now=now,
        body=text.storable(draft, limit=MAX_TEXT, field="text"),
        key=key,
        confirmed=_reason(confirmed),
        heard=heard,
        meant=meant,
        files=len(files),
        wordless=wordless,
    )


def _reason(confirmed: str | None) -> str | None:
    """Why a text is to be sent as it is, in words. Raises Invalid, TooLarge."""
    if confirmed is None:
        return None
    reason = text.storable(confirmed, limit=MAX_CONFIRMED, field="confirmed").strip()
    if not text.is_visible(reason):
        raise Invalid("text.empty", field="confirmed")
    return reason
