"""A thread that an administrator joins, and that letters are about."""

import pytest

from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from tests.cast import CLARA
from tests.shops import Shops, open_shops

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
