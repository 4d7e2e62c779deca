"""The palette's hits: a piece of a page, for whoever is signed in, of what is theirs alone."""

import pytest
from django.conf import settings
from django.test import Client

from helpdesk.archive import actions as archive
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA
from tests.portal.conftest import SignIn


@pytest.fixture
def known(asked: Ref) -> Ref:
    """Search has taken it in."""
    archive.number_entries(actor=SYSTEM, now=clock.now())
    archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring=settings.HELPDESK_REACTIONS)
    return asked


@pytest.mark.parametrize("who", [ANNA, CLARA])
def test_the_two_sides_find_it(sign_in: SignIn, known: Ref, who: Actor) -> None:
    found = sign_in(who).get("/palette?q=A-1001").content.decode()
    assert f"/{who.side.value}/conversations/{known}" in found


@pytest.mark.parametrize("who", [DMITRI, HANIA, EDDA])
def test_nobody_else_does(sign_in: SignIn, known: Ref, who: Actor) -> None:
    answer = sign_in(who).get("/palette?q=A-1001")
    assert answer.status_code == 200
    assert str(known) not in answer.content.decode()


def test_whom_nobody_knows_is_asked_to_sign_in(known: Ref) -> None:
    assert Client().get("/palette?q=A-1001").status_code == 302
