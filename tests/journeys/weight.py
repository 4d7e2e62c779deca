"""What a page weighs when it is opened for the first time: everything but pictures, as it is sent."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.journeys.pages import Page
from tests.journeys.visitors import Visitors

MOST = 100_000  # bytes, headers included
_PICTURES = ("Image", "Media")


@contextmanager
def weighed(visitors: Visitors, page: Page, language: str, faults: list[str]) -> Iterator[None]:
    """Whoever opens a page for the first time waits for little: what is too heavy in the block is a fault.

    Nothing comes from the browser's store. What a page fetches again is not counted again; pages on which
    something is done first have been looked at before.
    """
    if page.then:
        yield
        return
    kinds: dict[str, tuple[str, str]] = {}
    sent: dict[str, int] = {}

    def answered(event: dict[str, Any]) -> None:
        kinds[event["requestId"]] = event["type"], event["response"]["url"]

    def arrived(event: dict[str, Any]) -> None:
        kind, url = kinds.get(event["requestId"], ("", ""))
        if kind not in _PICTURES:
            sent.setdefault(url, int(event["encodedDataLength"]))

    shown = visitors.browser_of(page, language)
    wire = shown.context.new_cdp_session(shown)
    wire.on("Network.responseReceived", answered)
    wire.on("Network.loadingFinished", arrived)
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    yield
    wire.detach()
    if not 0 < (weight := sum(sent.values())) <= MOST:
        faults.append(f"weighs {weight} bytes on the first view")
