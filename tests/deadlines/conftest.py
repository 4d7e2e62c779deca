"""The shops of the cast, in a database of the test's own."""

import pytest

from tests.shops import Shops, open_shops


@pytest.fixture
def shops(database: str) -> Shops:
    """Anna's and Dmitri's shops, with the orders of their buyers."""
    return open_shops()
