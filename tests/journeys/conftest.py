"""A real browser, shared by all journeys, before the real application on a database of the test's own."""

import os
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Error, Page, Request, sync_playwright
from pytest_django import Settings

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.queries import ticket
from helpdesk.accounts.terms import Hat
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, HANIA
from tests.shops import Shops, open_shops

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

SignIn = Callable[..., Page]
_QUIET = (
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    # Playwright keeps a loop running in this thread, which Django takes for asynchronous code of ours.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=_chromium(), args=[*_QUIET, *sandbox])
        yield started
        started.close()


def _chromium() -> str | None:
    named = os.environ.get("HELPDESK_BROWSER")
    known = (named, "chromium", "chromium-browser", "google-chrome")
    return next((found for name in known if name and (found := shutil.which(name))), None)


@pytest.fixture
def shops(database: str) -> Shops:
    """Anna's and Dmitri's shops, Edda at her desk, and everybody in their own language."""
    now = clock.now()
    opened = open_shops()
    for one in (ANNA, BRUNO, CLARA, DMITRI, EDDA, HANIA):
        accounts.enrol_person(
            actor=SYSTEM, now=now, id=one.person, display_name=one.name, language=one.language
        )
    for role in EDDA.roles:
        accounts.grant_role(actor=SYSTEM, now=now, person_id=EDDA.person, role=role)
    return opened


@pytest.fixture
def live(shops: Shops, settings: Settings, tmp_path: Path) -> Iterator[str]:
    """The application as it is served, on a port of its own; its address."""
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"demo": True})
    settings.STATIC_ROOT = tmp_path
    from helpdesk.config.wsgi import application

    server = ThreadedWSGIServer(("localhost", 0), _Silent)
    server.set_app(_whole(application))
    thread = threading.Thread(target=server.serve_forever, args=[0.05])
    thread.start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def _whole(application: "WSGIApplication") -> "WSGIApplication":
    """The same answers, closed before they leave: a browser that hangs up early leaves no file open here."""

    def answer(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        environ.pop("wsgi.file_wrapper", None)  # granian has none either
        parts = application(environ, start_response)
        try:
            return [b"".join(parts)]
        finally:
            if close := getattr(parts, "close", None):
                close()

    return answer


class _Silent(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
        """A test's output is its assertions."""


@pytest.fixture
def sign_in(live: str, browser: Browser) -> Iterator[SignIn]:
    """A browser of one's own for somebody; whatever a page did behind the reader's back fails the test."""
    trouble: list[str] = []
    contexts = []

    def come_in(actor: Actor, *, width: int = 1280, dark: bool = False) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme="dark" if dark else "light"
        )
        contexts.append(context)
        page = context.new_page()
        _watch(page, live, trouble)
        hat = Hat(person=actor.person, side=actor.side, seller_id=actor.seller_id)
        page.goto(f"{live}/demo/sign-in/{ticket(hat=hat)}")
        return page

    yield come_in
    for context in contexts:
        context.close()
    assert not trouble, "\n".join(trouble)


def _watch(page: Page, live: str, trouble: list[str]) -> None:
    """Scripts that fail, policies that are broken, dialogs, requests to anybody else."""

    def requested(request: Request) -> None:
        if not request.url.startswith(live):
            trouble.append(f"request to {request.url}")

    def asked(dialog: Dialog) -> None:
        trouble.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def logged(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            trouble.append(message.text)

    def failed(error: Error) -> None:
        trouble.append(f"script error: {error}")

    page.set_default_timeout(5_000)
    page.on("pageerror", failed)
    page.on("dialog", asked)
    page.on("request", requested)
    page.on("console", logged)
