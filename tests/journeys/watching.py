"""What pages may never do behind a reader's back."""

from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Dialog, Error, Page, Request

from tests.browser import PATIENCE


def watch(page: Page, live: str, trouble: list[str]) -> Page:
    """Take down scripts that fail, policies that are broken, dialogs, requests to anybody else."""

    def requested(request: Request) -> None:
        if not (request.url.startswith(live) or is_stream(request.url, live)):
            trouble.append(f"request to {request.url}")

    def asked(dialog: Dialog) -> None:
        trouble.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def logged(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            trouble.append(message.text)

    def failed(error: Error) -> None:
        trouble.append(f"script error: {error}")

    page.set_default_timeout(PATIENCE)
    page.on("pageerror", failed)
    page.on("dialog", asked)
    page.on("request", requested)
    page.on("console", logged)
    return page


def is_stream(url: str, live: str) -> bool:
    """Whether it is our live stream, on another port of our own."""
    asked = urlsplit(url)
    return asked.hostname == urlsplit(live).hostname and asked.path == "/live/events"
