"""Ask for a translation: messages of a thread, in the language of somebody who reads it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.conversations.queries import SpokenIn, exists, spoken_in
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid, NotFound
from helpdesk.translations.models import Translation
from helpdesk.translations.policies import can_ask
from helpdesk.translations.terms import LANGUAGES, MAX_AT_ONCE, Engine, State


def ask_for_translation(
    *,
    actor: Actor,
    now: datetime,
    conversation: Ref,
    language: str,
    engine: Engine | None,
    messages: Sequence[UUID] | None = None,
) -> int:
    """Have these messages (None: the latest of the thread) put into `language`; how many will be.

    Those that are in it already are left out, and so is what was asked for before, unless it failed: asking
    twice asks once. `engine` None: the operator has none. Raises Invalid, Forbidden (administrators and
    machines), NotFound.
    """
    with acting(actor):
        if not exists(conversation=conversation):
            raise NotFound("conversation.not_found")
        _check(actor, language, engine, messages)
        said = spoken_in(conversation=conversation, messages=messages, limit=MAX_AT_ONCE)
        if messages is not None and len(said) < len(set(messages)):
            raise NotFound("conversation.not_found")
        foreign = [one for one in said if one.language != language]
        wanted = [_row(conversation, one, language, now) for one in foreign]
        Translation.objects.bulk_create(wanted, ignore_conflicts=True)
        _begin_anew(conversation, [one.id for one in foreign], language, now)
    return len(wanted)


def _check(actor: Actor, language: str, engine: Engine | None, messages: Sequence[UUID] | None) -> None:
    if not can_ask(actor=actor):
        raise Forbidden("translation.not_yours")
    if engine is None:
        raise Invalid("translation.off")
    if language not in LANGUAGES:
        raise Invalid("translation.language", field="language")
    if messages is not None and len(messages) > MAX_AT_ONCE:
        raise Invalid("translation.too_many", field="messages")


def _row(conversation: Ref, said: SpokenIn, language: str, now: datetime) -> Translation:
    return Translation(
        seller_id=conversation.seller_id,
        entry_id=said.id,
        language=language,
        conversation_id=conversation.id,
        buyer_id=said.buyer_id,
        audience=said.audience,
        source=said.language,
        next_at=now,
        at=now,
    )


def _begin_anew(conversation: Ref, entries: Sequence[UUID], language: str, now: datetime) -> None:
    failed = Translation.objects.filter(
        seller_id=conversation.seller_id,
        entry_id__in=entries,
        language=language,
        state=State.FAILED.value,
    )
    failed.update(state=State.WAITING.value, tries=0, next_at=now, at=now)
