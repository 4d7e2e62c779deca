"""Windows of another size."""

import asyncio

from playwright.sync_api import Page

HEIGHT = 800  # CSS pixels
_SECONDS = 15
_TIMES = 3


def resize(page: Page, *, width: int, height: int = HEIGHT) -> None:
    """Once in thousands of times Chromium never says that it has resized, and Playwright knows no patience
    there. So it is asked again, and fails at last: TimeoutError.
    """
    wanted = {"width": width, "height": height}
    if page.viewport_size == wanted:
        return
    for left in reversed(range(_TIMES)):
        try:
            page._sync(asyncio.wait_for(page._impl_obj.set_viewport_size(wanted), _SECONDS))  # type: ignore[arg-type]
        except TimeoutError:
            if not left:
                raise
        else:
            return
