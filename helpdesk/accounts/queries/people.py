"""People as the platform administrators see them."""

from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from helpdesk.accounts.models import AdministratorRole, Person
from helpdesk.accounts.policies import can_manage_accounts
from helpdesk.accounts.terms import PersonShown
from helpdesk.kernel.actor import Actor, Role
from helpdesk.kernel.refusal import Forbidden, NotFound

LIMIT = 50
_IN_FORCE = Prefetch(
    "administrator_roles",
    AdministratorRole.objects.filter(revoked_at=None).order_by("role"),
    to_attr="roles_in_force",
)


def find_people(*, actor: Actor, words: str = "") -> list[PersonShown]:
    """At most 50 by part of a name or an address; without words, everybody with an administrator's role.

    Two SQL statements. Raises Forbidden.
    """
    people = _people(actor)
    if words:
        people = people.filter(Q(display_name__icontains=words) | Q(email__icontains=words))
    else:
        people = people.filter(id__in=AdministratorRole.objects.filter(revoked_at=None).values("person_id"))
    return [_shown(person) for person in people.order_by("display_name", "id")[:LIMIT]]


def person_shown(*, actor: Actor, person_id: UUID) -> PersonShown:
    """One person. Two SQL statements. Raises Forbidden, NotFound."""
    person = _people(actor).filter(id=person_id).first()
    if person is None:
        raise NotFound("person.not_found")
    return _shown(person)


def last_hat_for_system(*, person_id: UUID) -> str:
    """The hat that a person wore last, as `Hat.word`; empty for the first time."""
    found = Person.objects.filter(id=person_id).values_list("last_hat", flat=True).first()
    return found or ""


def roles_for_system(*, person_id: UUID) -> list[Role]:
    """The operator's roles of a person that are in force."""
    rows = AdministratorRole.objects.filter(person_id=person_id, revoked_at=None).order_by("role")
    return [Role(role) for role in rows.values_list("role", flat=True)]


def _people(actor: Actor) -> QuerySet[Person]:
    if not can_manage_accounts(actor=actor):
        raise Forbidden("accounts.not_yours")
    return Person.objects.prefetch_related(_IN_FORCE)


def _shown(person: Person) -> PersonShown:
    roles: list[AdministratorRole] = person.roles_in_force  # type: ignore[attr-defined]
    return PersonShown(
        id=person.id,
        name=person.display_name,
        email=person.email,
        language=person.language,
        disabled_at=person.disabled_at,
        last_login=person.last_login,
        roles=tuple(Role(row.role) for row in roles),
    )
