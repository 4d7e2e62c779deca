"""Signing in, accounts, teams, people: as `test_every_page`, in a file of its own for a second processor."""

import pytest

from tests.journeys.pages import ACCOUNT_PAGES, Page
from tests.journeys.sweep import look_over
from tests.journeys.visitors import Visitors

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("page", ACCOUNT_PAGES, ids=str)
def test_an_account_page_is_whole(visitors: Visitors, page: Page, subtests: pytest.Subtests) -> None:
    look_over(visitors, page, subtests)
