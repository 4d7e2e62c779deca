"""What team work is tested with: two shops, and a question that Clara has asked."""

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
    return ask(shops.claras_order)


def ask(order: Ref) -> Ref:
    """Clara asks about an order of hers."""
    posted = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=order, draft="Is the 8 mm gasket the right one?", key=str(order)
    )
    return posted.conversation
