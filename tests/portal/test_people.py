"""The Platform's people: found, given roles, invited and shut out by platform admins, and by nobody else."""

import pytest
from django.core import mail
from django.test import Client
from pytest_django import Settings

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.models import AdministratorRole
from helpdesk.accounts.queries import roles_for_system
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor, Role
from tests.accounts.people import CHIEF
from tests.cast import ANNA, CLARA, EDDA, FELIX
from tests.portal.account import PASSWORD, content, link_in
from tests.portal.conftest import SignIn
from tests.shops import Shops


@pytest.fixture(autouse=True)
def _cheap(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def chief(shops: Shops, sign_in: SignIn) -> Client:
    """A platform admin's browser."""
    now = clock.now()
    accounts.enrol_person(actor=SYSTEM, now=now, id=CHIEF.person, display_name="Chief", language="en")
    accounts.grant_role(actor=SYSTEM, now=now, person_id=CHIEF.person, role=Role.PLATFORM_ADMIN)
    return sign_in(CHIEF)


def page_of(person: Actor) -> str:
    return f"/administrator/people/{person.person}"


def test_without_words_the_administrators_else_whoever_is_named(chief: Client) -> None:
    first = content(chief, "/administrator/people")
    assert "Edda" in first
    assert "Clara" not in first
    assert "Clara" in content(chief, "/administrator/people?words=clar")
    assert "Nobody found" in chief.get("/administrator/people?words=%25").content.decode()


def test_roles_are_those_that_are_ticked(chief: Client) -> None:
    chief.post(f"{page_of(EDDA)}/roles", {"role": ["support", "auditor"]})
    assert set(roles_for_system(person_id=EDDA.person)) == {Role.SUPPORT, Role.AUDITOR}
    row = AdministratorRole.objects.get(person_id=EDDA.person, role="auditor")
    assert row.granted_by == CHIEF.person
    gone = AdministratorRole.objects.get(person_id=EDDA.person, role="reviewer")
    assert gone.revoked_by == CHIEF.person


def test_shut_out_and_let_in(chief: Client, sign_in: SignIn) -> None:
    edda = sign_in(EDDA)
    chief.post(f"{page_of(EDDA)}/disabling")
    assert edda.get("/administrator/files")["Location"] == "/sign-in"
    assert "Account disabled" in chief.get(page_of(EDDA)).content.decode()
    chief.post(f"{page_of(EDDA)}/enabling")
    assert sign_in(EDDA).get("/administrator/files").status_code == 200


def test_the_last_platform_admin_stays(chief: Client) -> None:
    for path, form in (("disabling", {}), ("roles", {"role": ["support"]})):
        answer = chief.post(f"{page_of(CHIEF)}/{path}", form)
        assert answer.status_code == 409
        assert "last person" in answer.content.decode()
    chief.post(f"{page_of(FELIX)}/roles", {"role": ["platform_admin"]})
    assert chief.post(f"{page_of(CHIEF)}/roles", {"role": ["support"]}).status_code == 302
    assert chief.get("/administrator/people").status_code == 404


def test_an_administrator_is_invited_and_needs_a_second_factor(chief: Client, settings: Settings) -> None:
    chief.post("/administrator/people/invitations", {"email": "ola@example.com", "role": "auditor"})
    assert "ola@example.com" in chief.get("/administrator/people").content.decode()
    client = Client()
    client.get(link_in(mail.outbox[-1]))
    assert "Platform's Helpdesk" in client.get("/account/invitation").content.decode()
    done = client.post("/account/invitation", {"display_name": "Ola", "password": PASSWORD})
    assert done["Location"] == "/account/second-factor"
    assert client.get("/administrator/", follow=True).redirect_chain[-1][0] == "/account/second-factor"


def test_nobody_else_sees_or_does_any_of_it(chief: Client, sign_in: SignIn) -> None:
    for actor in (EDDA, FELIX, ANNA, CLARA):
        client = sign_in(actor)
        assert client.get("/administrator/people").status_code == 404
        assert client.get(page_of(EDDA)).status_code in (403, 404)
        for path in ("roles", "disabling", "enabling"):
            assert client.post(f"{page_of(FELIX)}/{path}", {"role": "platform_admin"}).status_code in (
                403,
                404,
            )
        invitation = {"email": "x@example.com", "role": "support"}
        assert client.post("/administrator/people/invitations", invitation).status_code in (403, 404)
    assert roles_for_system(person_id=FELIX.person) == [Role.COMPLIANCE]
    assert mail.outbox == []
