"""Internal notes of a thread."""

from typing import Any

import msgspec

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import scope_of
from helpdesk.archive.terms import Audience, Erased
from helpdesk.conversations.rules import backstage
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.teamwork.policies import can_see_teamwork
from helpdesk.teamwork.terms import NOTES, Note

_NOTES = "SELECT * FROM teamwork_notes_v1(%s, %s, %s, %s::bigint, %s::uuid, %s::uuid, %s::integer)"


def notes_of(*, actor: Actor, conversation: Ref) -> list[Note]:
    """The latest notes in order, at most NOTES. One SQL statement.

    Raises NotFound for whoever is not of the shop, and for what is not there.
    """
    if not can_see_teamwork(actor=actor, conversation=conversation):
        raise NotFound("conversation.not_found")
    seller_id, id = conversation
    chain = backstage(conversation=id, audience=Audience.SELLER)
    rows = hot.rows(_NOTES, [*scope_of(actor), seller_id, id, chain, NOTES])
    if not rows:
        raise NotFound("conversation.not_found")
    return [_note(row) for row in rows if row[0] is not None]


def _note(row: tuple[Any, ...]) -> Note:
    id, at, language, author, body, erased_by, ground, erased_at = row
    return Note(
        id=id,
        at=at,
        language=language,
        author="" if author is None else msgspec.json.decode(author)["name"],
        text=None if body is None else bytes(body).decode(),
        erased=Erased(entry=erased_by, ground=ground, at=erased_at) if erased_by else None,
    )
