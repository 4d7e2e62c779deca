"""Save a reply, or change one: a shop's own words, kept for the next time."""

from collections.abc import Mapping
from datetime import datetime
from uuid import uuid5

from django.db import IntegrityError, transaction

from helpdesk.archive.database.scope import acting
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound
from helpdesk.saved_replies import rules
from helpdesk.saved_replies.models import Reply
from helpdesk.saved_replies.policies import can_write, visible_to
from helpdesk.saved_replies.queries.saved import shown
from helpdesk.saved_replies.terms import LANGUAGES, MAX_BODY, MAX_NAME, MAX_SAVED, SavedReply


def save_reply(*, actor: Actor, now: datetime, name: str, bodies: Mapping[str, str], key: str) -> SavedReply:
    """A new one. `bodies` are by language; empty ones are left out. The same actor and key give the same one.

    Raises Forbidden, Invalid (no body, a language or placeholder that nobody knows), TooLarge, Conflict (a
    name that is taken, more than MAX_SAVED), KeyReused.
    """
    seller_id = _shop(actor)
    said = {"name": _name(name), "bodies": _bodies(bodies)}
    id = uuid5(actor.person, f"saved reply/{seller_id}/{key}")
    with acting(actor):
        mine = Reply.objects.filter(visible_to(actor))
        if found := mine.filter(id=id).first():
            return _replayed(found, said)
        if mine.filter(withdrawn_at=None).count() >= MAX_SAVED:
            raise Conflict("saved_reply.most", limit=MAX_SAVED)
        row = Reply(seller_id=seller_id, id=id, changed_at=now, changed_by=actor.person, **said)
        _store(row, is_new=True)
    return shown(row=row)


def change_reply(
    *,
    actor: Actor,
    now: datetime,
    reply: Ref,
    name: str,
    bodies: Mapping[str, str],
    seen_version: int,
) -> SavedReply:
    """Put other words in the place of version `seen_version`; the same words again change nothing.

    Raises NotFound (strangers', withdrawn), Conflict (changed meanwhile), and what `save_reply` raises.
    """
    seller_id = _shop(actor)
    said = {"name": _name(name), "bodies": _bodies(bodies)}
    with acting(actor, turn=f"saved-replies/{reply}"):
        mine = Reply.objects.filter(visible_to(actor), seller_id=reply.seller_id, id=reply.id)
        row = mine.filter(seller_id=seller_id, withdrawn_at=None).select_for_update().first()
        if row is None:
            raise NotFound("saved_reply.not_found")
        if (row.name, row.bodies) == (said["name"], said["bodies"]):
            return shown(row=row)
        if row.version != seen_version:
            raise Conflict("saved_reply.moved", field="version", version=row.version)
        row.name, row.bodies = _name(name), _bodies(bodies)
        row.version, row.changed_at, row.changed_by = row.version + 1, now, actor.person
        _store(row, is_new=False)
    return shown(row=row)


def _shop(actor: Actor) -> int:
    if not can_write(actor) or actor.seller_id is None:
        raise Forbidden("saved_reply.not_yours")
    return actor.seller_id


def _name(name: str) -> str:
    return text.line(name, limit=MAX_NAME, field="name")


def _bodies(bodies: Mapping[str, str]) -> dict[str, str]:
    """Those that say something, by language. Raises Invalid, TooLarge."""
    if unknown := [language for language in bodies if language not in LANGUAGES]:
        raise Invalid("saved_reply.language", field=f"bodies/{unknown[0]}"[:40])
    written = {language: _body(bodies[language], language) for language in LANGUAGES if language in bodies}
    said = {language: body for language, body in written.items() if text.is_visible(body)}
    if not said:
        raise Invalid("saved_reply.bodies", field="bodies")
    return said


def _body(body: str, language: str) -> str:
    field = f"bodies/{language}"
    body = text.storable(body, limit=MAX_BODY, field=field).strip()
    if unknown := rules.unknown_in(body):
        raise Invalid("saved_reply.placeholder", field=field, unknown=f"{{{unknown[0][:40]}}}")
    return body


def _store(row: Reply, *, is_new: bool) -> None:
    try:
        with transaction.atomic():
            row.save(force_insert=is_new, force_update=not is_new)
    except IntegrityError as error:
        raise Conflict("saved_reply.named", field="name") from error


def _replayed(row: Reply, said: Mapping[str, object]) -> SavedReply:
    if row.withdrawn_at or row.version > 1 or (row.name, row.bodies) != (said["name"], said["bodies"]):
        raise KeyReused("archive.key_reused")
    return shown(row=row)
