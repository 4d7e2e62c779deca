"""What conversations are tested with: two shops, and a question that Clara has asked."""

import pytest

from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from tests.cast import CLARA
from tests.conversations.clocks import Story
from tests.conversations.spotted import spotting
from tests.past import any_present
from tests.shops import Shops, open_shops

__all__ = ["spotting"]
QUESTION = "Is the 8 mm gasket the right one?"


@pytest.fixture
def shops(database: str) -> Shops:
    """Anna's and Dmitri's shops."""
    return open_shops()


@pytest.fixture
def asked(shops: Shops) -> Ref:
    """The thread that Clara's question opened."""
    posted = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft=QUESTION, key="clara-1"
    )
    return posted.conversation


@pytest.fixture
def story(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> Story:
    """Clara's thread, told at instants of the test's choice."""
    any_present(monkeypatch)
    return Story(shops)
