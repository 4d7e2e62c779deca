"""What enforcement is tested with: Anna's shop, its orders, and the desk of two who decide."""

import pytest

from tests.enforcement.told import Tale
from tests.past import any_present
from tests.shops import open_shops


@pytest.fixture
def tale(database: str, monkeypatch: pytest.MonkeyPatch) -> Tale:
    """Anna's shop, told at instants of the test's choice."""
    any_present(monkeypatch)
    return Tale(open_shops())
