"""What drafts and presence are tested with: two shops, and a question that Clara has asked."""

import pytest

from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from tests.cast import CLARA
from tests.shops import Shops, open_shops


@pytest.fixture
def shops(database: str) -> Shops:
    """Anna's and Dmitri's shops."""
    return open_shops()


@pytest.fixture
def asked(shops: Shops) -> Ref:
    """The thread that Clara's question opened."""
    return conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft="Which gasket?", key="q"
    ).conversation
