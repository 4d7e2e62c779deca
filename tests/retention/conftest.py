"""A thread of Clara's with Anna, and one of hers with Dmitri."""

import pytest

from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from tests.cast import CLARA
from tests.retention.asking import reply
from tests.shops import Shops, open_shops

QUESTION = "Is the 8 mm gasket the right one?"
ANSWER = "Yes, it is for your machine."


@pytest.fixture
def shops(database: str) -> Shops:
    """Anna's and Dmitri's shops."""
    return open_shops()


@pytest.fixture
def thread(shops: Shops) -> Ref:
    """A question and its answer."""
    posted = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft=QUESTION, key="clara-1"
    )
    reply(posted.conversation, ANSWER)
    return posted.conversation


@pytest.fixture
def other(shops: Shops) -> Ref:
    """The same buyer's with another seller."""
    posted = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.dmitris_order, draft="Which bulb?", key="clara-2"
    )
    return posted.conversation
