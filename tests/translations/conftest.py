"""What translations are tested with: Clara's thread with Anna's shop, and an engine on this machine."""

from collections.abc import Iterator

import pytest

from tests.conversations.clocks import Story
from tests.past import any_present
from tests.shops import Shops, open_shops
from tests.translations.engine import Playing, playing


@pytest.fixture
def shops(database: str) -> Shops:
    """Anna's and Dmitri's shops."""
    return open_shops()


@pytest.fixture
def story(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> Story:
    """Clara has asked in German, on Monday at 9:00 UTC."""
    any_present(monkeypatch)
    return Story(shops)


@pytest.fixture
def backwards() -> Iterator[Playing]:
    """The engine."""
    with playing(key="of the operator") as engine:
        yield engine
