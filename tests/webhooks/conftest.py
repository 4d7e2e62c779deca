"""Clara's thread with Anna's shop, and a receiver on this machine, which the operator allows."""

from collections.abc import Iterator

import pytest
from django.conf import settings as live

from tests.conversations.clocks import Story
from tests.past import any_present
from tests.shops import Shops, open_shops
from tests.webhooks.receiver import Receiver, receiving


@pytest.fixture
def shops(database: str) -> Shops:
    """Anna's and Dmitri's shops."""
    return open_shops()


@pytest.fixture
def story(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> Story:
    """Clara has asked on Monday at 9:00 UTC."""
    any_present(monkeypatch)
    return Story(shops)


@pytest.fixture
def receiver(monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    """It takes all that comes."""
    with receiving() as receiver:
        monkeypatch.setattr(live.HELPDESK, "outgoing_allowed", frozenset({receiver.place}))
        yield receiver
