"""Pages of administrators: as `test_every_page`, in a file of their own for a second processor."""

import pytest

from tests.journeys.pages import TRADE_PAGES, Page
from tests.journeys.sweep import look_over
from tests.journeys.visitors import Visitors

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("page", [page for page in TRADE_PAGES if page.of_desk], ids=str)
def test_a_desk_page_is_whole(visitors: Visitors, page: Page, subtests: pytest.Subtests) -> None:
    look_over(visitors, page, subtests)
