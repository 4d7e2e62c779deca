"""Translations as a reader of the thread sees them."""

from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.conversations.queries import exists
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.translations.models import Translation as Row
from helpdesk.translations.policies import can_ask
from helpdesk.translations.terms import State, Translation


def translations_in(*, actor: Actor, conversation: Ref, language: str) -> dict[UUID, Translation]:
    """What was asked for in `language`, by the message's entry; empty for strangers.

    One SQL statement beside the scope's.
    """
    if not can_ask(actor=actor):
        return {}
    with acting(actor):
        rows = Row.objects.filter(
            seller_id=conversation.seller_id, conversation_id=conversation.id, language=language
        )
        return {row.entry_id: _shown(row) for row in rows}


def translations_of_thread(*, actor: Actor, conversation: Ref, language: str) -> dict[UUID, Translation]:
    """The same, for whom nothing vouches that they may read the thread. Raises NotFound, Forbidden.

    Two SQL statements beside the scope's.
    """
    with acting(actor):
        if not exists(conversation=conversation):
            raise NotFound("conversation.not_found")
        if not can_ask(actor=actor):
            raise Forbidden("translation.not_yours")
        return translations_in(actor=actor, conversation=conversation, language=language)


def _shown(row: Row) -> Translation:
    return Translation(
        entry=row.entry_id,
        language=row.language,
        state=State(row.state),
        text=row.text,
        engine=row.engine,
        version=row.version,
        at=row.at,
    )
