"""The first administrator: a link that a command prints."""

import pytest
import typer
from pytest_django import Settings

from helpdesk.accounts.models import Person
from helpdesk.accounts.queries import invitation_for_system, person_of_subject_for_system
from helpdesk.config.vouchers import SignInWith
from helpdesk.console.commands import administrator
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Role
from helpdesk.kernel.refusal import Invalid

pytestmark = pytest.mark.usefixtures("database")


def test_the_link_is_an_invitation_of_the_operators(capsys: pytest.CaptureFixture[str]) -> None:
    administrator.add("Ada@example.com")
    link = capsys.readouterr().out.split()[-1]
    assert link.startswith("http://localhost:8000/account/invitations/")
    found = invitation_for_system(secret=link.rsplit("/", 1)[1], now=clock.now())
    assert found is not None
    assert (found.email, found.role, found.seller_id) == ("ada@example.com", Role.PLATFORM_ADMIN, None)
    from helpdesk.accounts.models import Invitation

    assert Invitation.objects.get().invited_by == SYSTEM.person


def test_what_is_no_address_is_refused() -> None:
    with pytest.raises(Invalid):
        administrator.add("ada")


@pytest.fixture
def directory(settings: Settings) -> str:
    """The issuer of a directory and of a marketplace, and Ada, whom the first one may bring in."""
    issuer = "https://id.example"
    shared = {"title": "Acme", "issuer": issuer, "client_id": "helpdesk"}
    given = [
        SignInWith.model_validate({"name": name, "side": side, **shared})
        for name, side in (("staff", "administrator"), ("market", "buyer"))
    ]
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"sign_in_with": given})
    Person.objects.create(display_name="Ada", email="ada@example.com")
    return issuer


def test_a_directorys_word_is_bound_and_released(directory: str) -> None:
    ada = Person.objects.get(email="ada@example.com").id
    administrator.bind("ada@example.com", "staff", "a-1")
    assert person_of_subject_for_system(issuer=directory, subject="a-1") == ada
    administrator.release("ada@example.com", "staff")
    assert person_of_subject_for_system(issuer=directory, subject="a-1") is None


def test_whoever_is_not_there_is_bound_to_nothing(directory: str) -> None:
    for email, name in (
        ("ada@example.com", "market"),
        ("ada@example.com", "x"),
        ("eva@example.com", "staff"),
    ):
        with pytest.raises(typer.BadParameter):
            administrator.bind(email, name, "a-1")
        with pytest.raises(typer.BadParameter):
            administrator.release(email, name)
