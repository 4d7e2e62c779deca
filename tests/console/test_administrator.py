"""The first administrator: a link that a command prints."""

import pytest

from helpdesk.accounts.queries import invitation_for_system
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
