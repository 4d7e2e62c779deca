"""Whoever opens a page for the first time waits for little: everything but pictures, as it is sent."""

from typing import Any

import pytest

from tests.journeys.pages import PAGES, Page
from tests.journeys.visitors import Visitors

pytestmark = pytest.mark.journey

MOST = 100_000  # bytes, headers included
PICTURES = ("Image", "Media")
DRAWN = {"administrator:flows": 120_000}  # six drawings stand in the page itself; read a few times a year


@pytest.mark.parametrize("page", [page for page in PAGES if not page.then], ids=str)
def test_a_first_view_is_light(visitors: Visitors, page: Page) -> None:
    shown = visitors.browser_of(page, "de")
    kinds: dict[str, str] = {}
    sent: dict[str, int] = {}

    def answered(event: dict[str, Any]) -> None:
        kinds[event["requestId"]] = event["type"]

    def arrived(event: dict[str, Any]) -> None:
        sent[event["requestId"]] = int(event["encodedDataLength"])

    wire = shown.context.new_cdp_session(shown)
    wire.on("Network.responseReceived", answered)
    wire.on("Network.loadingFinished", arrived)
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    visitors.visit(page, language="de")
    shown.wait_for_load_state("networkidle")
    wire.detach()
    weight = sum(size for request, size in sent.items() if kinds.get(request) not in PICTURES)
    assert 0 < weight <= DRAWN.get(str(page), MOST), f"{page}: {weight} bytes"
