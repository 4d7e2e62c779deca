"""What has to be known before anybody is known: tokens, tickets, administrators' hats."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core import signing

from helpdesk.accounts.models import Person
from helpdesk.accounts.rules import digest
from helpdesk.accounts.terms import TICKET_LASTS, TOKEN_PREFIX, Bearer, Hat
from helpdesk.archive.database import hot
from helpdesk.kernel.actor import Actor, Role, Side

_TOKEN = """
    SELECT t.id, CASE WHEN t.side = 'platform' THEN
               (SELECT c.id FROM accounts_client c WHERE c.person_id = p.id LIMIT 1) END,
           p.id, p.display_name, p.language, t.side,
           CASE WHEN t.side = 'administrator' THEN ARRAY(
               SELECT r.role FROM accounts_administrator_role r
               WHERE r.person_id = p.id AND r.revoked_at IS NULL AND r.role = ANY(t.roles)
           ) ELSE t.roles END,
           t.seller_id, t.buyer_id, t.scopes, {beside}
    FROM accounts_token t JOIN accounts_person p ON p.id = t.person_id
    WHERE t.digest = %s AND t.revoked_at IS NULL AND p.disabled_at IS NULL
      AND (t.expires_at IS NULL OR t.expires_at > %s)
"""
_TICKET = "helpdesk.accounts.ticket"  # a salt: no other signature of ours opens a session


def actor_for_token_for_system(*, token: str, now: datetime, scope: str = "write") -> Actor | None:
    """Who a token speaks for, or None when it is unknown, expired, revoked, disabled or lacks the scope.

    An administrator's token has the roles that it was issued with and that are still in force. One SQL
    statement, by the digest's unique index.
    """
    found = holder_of_token_for_system(token=token, now=now)
    return found[0].actor if found and found[0].may(scope) else None


def holder_of_token_for_system(
    *, token: str, now: datetime, beside: str = "NULL", given: Sequence[object] = ()
) -> tuple[Bearer, Any] | None:
    """Who sent a token, whatever it may be used for, and what a room above asks of the token `t` in the same
    statement: a column, its values. None as above.
    """
    if not (token.startswith(TOKEN_PREFIX) and token.isascii()):
        return None
    rows = hot.rows(_TOKEN.format(beside=beside), [*given, digest(token), now])
    if not rows or not rows[0][6]:
        return None
    id, client, person, name, language, side, roles, seller_id, buyer_id, scopes, asked = rows[0]
    actor = Actor(
        person=person,
        name=name,
        side=Side(side),
        roles=frozenset(map(Role, roles)),
        seller_id=seller_id,
        buyer_id=buyer_id,
        language=language,
    )
    return Bearer(token=id, client=client, actor=actor, scopes=frozenset(scopes)), asked


def person_for_system(*, person_id: UUID) -> Person | None:
    """A person who may sign in: there and not disabled."""
    return Person.objects.filter(id=person_id, disabled_at=None).first()


def names_for_system(*, people: Iterable[UUID]) -> dict[UUID, str]:
    """Names of people by id, of the disabled too: the record goes on naming them. One SQL statement."""
    return dict(Person.objects.filter(id__in=set(people)).values_list("id", "display_name"))


def administrator_for_system(*, person_id: UUID) -> Actor | None:
    """The Administrator's hat of a person, with all roles in force; None without any."""
    person = person_for_system(person_id=person_id)
    if person is None:
        return None
    roles = person.administrator_roles.filter(revoked_at=None).values_list("role", flat=True)
    hat = frozenset(map(Role, roles))
    if not hat:
        return None
    return Actor(
        person=person.id,
        name=person.display_name,
        side=Side.ADMINISTRATOR,
        roles=hat,
        language=person.language,
    )


def ticket(*, hat: Hat) -> str:
    """A signed sign-in link's last part. Only the demo makes them, and only the demo's portal takes them."""
    return signing.dumps([str(hat.person), hat.side.value, hat.seller_id], salt=_TICKET, compress=True)


def hat_of_ticket(*, ticket: str) -> Hat | None:
    """Whose ticket it is; None when it was not ours or is older than TICKET_LASTS."""
    try:
        person, side, seller_id = signing.loads(ticket, salt=_TICKET, max_age=TICKET_LASTS)
    except signing.BadSignature:
        return None
    return Hat(person=UUID(person), side=Side(side), seller_id=seller_id)
