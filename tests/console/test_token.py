"""Token: a secret for the Platform, a seller's person or a buyer, printed once."""

from typing import Any

import pytest
import typer

from helpdesk.accounts.queries import actor_for_token_for_system
from helpdesk.console.commands import token
from helpdesk.console.demo.records import RECORDS
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Role, Side
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace import actions as marketplace


@pytest.fixture
def records(database: str) -> None:
    """The demo's sellers and buyers."""
    with RECORDS.open("rb") as lines:
        marketplace.import_records(actor=SYSTEM, now=clock.now(), lines=lines)


@pytest.mark.parametrize(
    ("asked", "side", "role"),
    [
        ({"name": "Shop backend"}, Side.PLATFORM, Role.PLATFORM),
        ({"seller": "S-ANNA", "person": "P-ANNA"}, Side.SELLER, Role.OWNER),
        ({"buyer": "B-PL-1"}, Side.BUYER, Role.BUYER),
    ],
)
def test_a_token_speaks_for_whom_it_was_asked(
    records: None, capsys: pytest.CaptureFixture[str], asked: dict[str, Any], side: Side, role: Role
) -> None:
    token.issue(**asked)
    printed = capsys.readouterr().out.split()[-1]
    actor = actor_for_token_for_system(token=printed, now=clock.now())
    assert actor is not None
    assert (actor.side, actor.roles) == (side, frozenset({role}))


@pytest.mark.parametrize("asked", [{"buyer": "nobody"}, {"seller": "S-DMITRI", "person": "P-ANNA"}])
def test_a_hat_that_nobody_gave_is_not_found(records: None, asked: dict[str, Any]) -> None:
    with pytest.raises(NotFound):
        token.issue(**asked)


@pytest.mark.parametrize("asked", [{}, {"seller": "S-ANNA"}, {"name": "Shop", "buyer": "B-PL-1"}])
def test_half_a_question_is_a_wrong_command_line(asked: dict[str, Any]) -> None:
    with pytest.raises(typer.BadParameter):
        token.issue(**asked)
