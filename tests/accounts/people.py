"""People for tests of accounts."""

from datetime import timedelta

from helpdesk.accounts import actions as accounts
from helpdesk.kernel.actor import SYSTEM, Actor, Role, Side
from tests.cast import TUESDAY, person

NOW = TUESDAY
LATER = NOW + timedelta(hours=1)
CHIEF = Actor(
    person=person("Chief"),
    name="Chief",
    side=Side.ADMINISTRATOR,
    roles=frozenset({Role.PLATFORM_ADMIN}),
)


def enrol(*people: Actor, with_roles: bool = False) -> None:
    """Each as the cast knows them."""
    for one in people:
        accounts.enrol_person(
            actor=SYSTEM, now=NOW, id=one.person, display_name=one.name, language=one.language
        )
        for role in one.roles if one.side is Side.ADMINISTRATOR and with_roles else ():
            accounts.grant_role(actor=SYSTEM, now=NOW, person_id=one.person, role=role)
