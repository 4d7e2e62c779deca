"""People: enrolled, given roles, and out at once when disabled."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.models import AdministratorRole, Person
from helpdesk.accounts.queries import administrator_for_system, hat_of_ticket, person_for_system, ticket
from helpdesk.accounts.terms import Hat
from helpdesk.kernel.actor import SYSTEM, Actor, Role, Side
from helpdesk.kernel.refusal import Forbidden
from tests.accounts.people import CHIEF, LATER, NOW, enrol
from tests.cast import ANNA, ANNAS_SHOP, CLARA, EDDA, FELIX, GRETA, PLATFORM

pytestmark = pytest.mark.usefixtures("database")


def grant(role: Role, to: Actor = EDDA) -> None:
    accounts.grant_role(actor=SYSTEM, now=NOW, person_id=to.person, role=role)


def roles(of: Actor = EDDA) -> frozenset[Role] | None:
    hat = administrator_for_system(person_id=of.person)
    return None if hat is None else hat.roles


def test_enrolling_again_brings_name_and_language_up_to_date() -> None:
    enrol(ANNA)
    accounts.enrol_person(
        actor=PLATFORM,
        now=LATER,
        id=ANNA.person,
        display_name="Anna Nowak",
        language="de",
        market="pl",
        email="anna@example.com",
    )
    person = Person.objects.get()
    assert (person.display_name, person.language, person.market) == ("Anna Nowak", "de", "pl")
    assert str(person) == "Anna Nowak"


def test_enrolling_again_does_not_bring_back_who_was_disabled() -> None:
    enrol(ANNA)
    accounts.disable_person(actor=SYSTEM, now=NOW, person_id=ANNA.person)
    enrol(ANNA)
    assert person_for_system(person_id=ANNA.person) is None


def test_a_disabled_person_is_out_at_once_and_stays_so_since_then() -> None:
    enrol(EDDA)
    grant(Role.SUPPORT)
    for at in (NOW, LATER):
        accounts.disable_person(actor=SYSTEM, now=at, person_id=EDDA.person)
    assert person_for_system(person_id=EDDA.person) is None
    assert roles() is None
    assert Person.objects.get().disabled_at == NOW
    assert not Person.objects.get().is_active


def test_disabling_nobody_is_nothing() -> None:
    accounts.disable_person(actor=SYSTEM, now=NOW, person_id=uuid4())


def test_an_administrator_wears_all_roles_in_force() -> None:
    enrol(EDDA, FELIX)
    grant(Role.SUPPORT)
    grant(Role.REVIEWER)
    grant(Role.COMPLIANCE, to=FELIX)
    assert administrator_for_system(person_id=EDDA.person) == EDDA
    AdministratorRole.objects.filter(role=Role.REVIEWER).update(revoked_at=LATER)
    assert roles() == frozenset({Role.SUPPORT})
    AdministratorRole.objects.filter(role=Role.SUPPORT).update(revoked_at=LATER)
    assert roles() is None
    assert roles(FELIX) == frozenset({Role.COMPLIANCE})


def test_a_role_is_granted_once_and_may_be_granted_anew() -> None:
    enrol(EDDA)
    grant(Role.SUPPORT)
    grant(Role.SUPPORT)
    assert AdministratorRole.objects.count() == 1
    AdministratorRole.objects.update(revoked_at=NOW + timedelta(minutes=1))
    grant(Role.SUPPORT)
    assert AdministratorRole.objects.count() == 2
    assert roles() == frozenset({Role.SUPPORT})


@pytest.mark.parametrize("role", [Role.OWNER, Role.BUYER, Role.SYSTEM, Role.PLATFORM])
def test_roles_of_sellers_and_machines_are_no_administrators(role: Role) -> None:
    enrol(EDDA)
    with pytest.raises(IntegrityError, match="accounts_administrator_role_known"):
        grant(role)
    assert roles() is None


@pytest.mark.parametrize("actor", [ANNA, CLARA, EDDA, GRETA])
def test_nobody_else_manages_accounts(actor: Actor) -> None:
    enrol(FELIX)
    with pytest.raises(Forbidden):
        accounts.enrol_person(actor=actor, now=NOW, id=uuid4(), display_name="X", language="en")
    with pytest.raises(Forbidden):
        accounts.grant_role(actor=actor, now=NOW, person_id=FELIX.person, role=Role.PLATFORM_ADMIN)
    with pytest.raises(Forbidden):
        accounts.disable_person(actor=actor, now=NOW, person_id=FELIX.person)
    assert (Person.objects.count(), roles(FELIX)) == (1, None)
    assert person_for_system(person_id=FELIX.person) is not None


def test_a_chief_administrators_role_counts_on_the_administrators_side_only() -> None:
    in_a_shop = replace(CHIEF, side=Side.SELLER, seller_id=ANNAS_SHOP)
    with pytest.raises(Forbidden):
        accounts.grant_role(actor=in_a_shop, now=NOW, person_id=ANNA.person, role=Role.SUPPORT)


@pytest.mark.parametrize(
    "hat",
    [
        Hat(person=ANNA.person, side=Side.SELLER, seller_id=ANNAS_SHOP),
        Hat(person=EDDA.person, side=Side.ADMINISTRATOR),
    ],
)
def test_a_ticket_reads_back(hat: Hat) -> None:
    assert hat_of_ticket(ticket=ticket(hat=hat)) == hat


@pytest.mark.parametrize("wrong", ["", "x", "a:b:c", "\x00", "ż", "." * 500])
def test_a_ticket_that_we_did_not_sign_opens_nothing(wrong: str) -> None:
    assert hat_of_ticket(ticket=wrong) is None
    good = ticket(hat=Hat(person=ANNA.person, side=Side.BUYER))
    assert hat_of_ticket(ticket=good[:-1] + ("a" if good[-1] != "a" else "b")) is None
    assert hat_of_ticket(ticket=good + wrong) is None or wrong == ""
