"""What evidence is made of: two shops, and a thread with a question and its answer."""

import pytest

from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA
from tests.shops import Shops, open_shops

QUESTION = "Is the 8 mm gasket the right one?"
ANSWER = "Yes: it fits the E61 group head."


@pytest.fixture
def shops(database: str) -> Shops:
    """Anna's and Dmitri's shops."""
    return open_shops()


@pytest.fixture
def answered(shops: Shops) -> Ref:
    """Clara asked, Anna answered."""
    posted = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft=QUESTION, key="clara-1"
    )
    conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=posted.conversation, draft=ANSWER, key="anna-1"
    )
    return posted.conversation
