"""A thread of Clara's with Anna's shop, told at instants of the test's choice; everybody has an address."""

import pytest

from helpdesk.accounts.models import Person
from helpdesk.archive.database.scope import everything
from tests.cast import ANNA, BRUNO, CLARA, EDDA, HANIA
from tests.conversations.clocks import Story
from tests.past import any_present
from tests.shops import Shops, open_shops


@pytest.fixture
def shops(database: str) -> Shops:
    """Anna's and Dmitri's shops, and the people behind them."""
    shops = open_shops()
    with everything():
        for who in (ANNA, BRUNO, CLARA, HANIA, EDDA):
            Person.objects.create(
                id=who.person,
                display_name=who.name,
                language=who.language,
                email=f"{who.name.lower()}@example.com",
            )
    return shops


@pytest.fixture
def story(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> Story:
    """Clara has asked on Monday at 9:00 UTC."""
    any_present(monkeypatch)
    return Story(shops)
