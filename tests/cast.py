"""The cast: the same people in tests, docs and demo."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID, uuid5

from helpdesk.kernel.actor import Actor, Role, Side

_PEOPLE = UUID("5a7b3c1e-0000-4000-8000-000000000000")
ANNAS_SHOP = 1_001
DMITRIS_SHOP = 2_002


def person(name: str) -> UUID:
    """The same id for the same name, always."""
    return uuid5(_PEOPLE, name)


def _seller(name: str, seller_id: int, role: Role, language: str) -> Actor:
    return Actor(
        person=person(name),
        name=name,
        side=Side.SELLER,
        roles=frozenset({role}),
        seller_id=seller_id,
        language=language,
    )


def _buyer(name: str, language: str) -> Actor:
    id = person(name)
    return Actor(
        person=id,
        name=name,
        side=Side.BUYER,
        roles=frozenset({Role.BUYER}),
        buyer_id=id,
        language=language,
    )


def _administrator(name: str, *roles: Role) -> Actor:
    return Actor(person=person(name), name=name, side=Side.ADMINISTRATOR, roles=frozenset(roles))


ANNA = _seller("Anna", ANNAS_SHOP, Role.OWNER, "pl")
BRUNO = _seller("Bruno", ANNAS_SHOP, Role.AGENT, "pl")
CLARA = _buyer("Clara", "de")
DMITRI = _seller("Dmitri", DMITRIS_SHOP, Role.OWNER, "de")
EDDA = _administrator("Edda", Role.SUPPORT, Role.REVIEWER)
FELIX = _administrator("Felix", Role.COMPLIANCE)
GRETA = _administrator("Greta", Role.AUDITOR)
HANIA = _buyer("Hania", "pl")
READER = replace(ANNA, person=person("Reader"), name="Reader", roles=frozenset({Role.READER}))
PLATFORM = Actor(
    person=person("Platform"), name="Platform", side=Side.PLATFORM, roles=frozenset({Role.PLATFORM})
)
EVERYBODY = (ANNA, BRUNO, CLARA, DMITRI, EDDA, FELIX, GRETA, HANIA)

TUESDAY = datetime(2026, 11, 10, 17, 0, tzinfo=UTC)
