"""What standing is tested with: Clara's thread with Anna's shop."""

import pytest

from tests.conversations.clocks import Story
from tests.past import any_present
from tests.shops import Shops, open_shops


@pytest.fixture
def shops(database: str) -> Shops:
    """Anna's and Dmitri's shops."""
    return open_shops()


@pytest.fixture
def story(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> Story:
    """Clara's thread, told at instants of the test's choice."""
    any_present(monkeypatch)
    return Story(shops)
