"""What cases are tested with: Clara's order in Anna's shop (to Germany), Hania's (in Poland)."""

import pytest

from tests.cases.told import Tale
from tests.conversations.spotted import spotting
from tests.past import any_present
from tests.shops import Shops, open_shops

__all__ = ["spotting"]


@pytest.fixture
def shops(database: str) -> Shops:
    """Anna's and Dmitri's shops."""
    return open_shops()


@pytest.fixture
def tale(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> Tale:
    """Clara's order, delivered; told at instants of the test's choice."""
    any_present(monkeypatch)
    return Tale(shops.claras_order)
