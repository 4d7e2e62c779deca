"""The elements on a page of another origin, under a policy that allows nothing inline."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from helpdesk.portal.embed import views

pytestmark = pytest.mark.journey
Answer = tuple[int, str, bytes]
ASK = (
    '<helpdesk-ask offer="O-1" launch="/launch?from=page" csrf="a-token"><a href="/plain">Ask</a>'
    "</helpdesk-ask>"
)
PROBLEM = (
    '<helpdesk-problem order="A-1" launch="/launch"><a href="/plain">Problem</a></helpdesk-problem>'
    '<helpdesk-unread src="/unread" launch="/launch"><a href="/plain">Messages</a></helpdesk-unread>'
)


class Host:
    """The Platform's own server: what it answers, and what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, dict[str, Any], str]] = []
        self.launch: tuple[int, dict[str, Any]] = (200, {})
        self.unread: tuple[int, dict[str, Any]] = (200, {"unread": 3})
        self.page = ""
        self.policy = ""

    def answer(self, method: str, path: str, body: bytes, csrf: str) -> Answer:
        """Pages and JSON."""
        if path.startswith("/launch"):
            self.asked.append((method, path, json.loads(body or b"{}"), csrf))
            status, said = self.launch
            return status, "application/json", json.dumps(said).encode()
        if path == "/unread":
            return self.unread[0], "application/json", json.dumps(self.unread[1]).encode()
        return 200, "text/html; charset=utf-8", self.page.encode()


@contextmanager
def served(
    respond: Callable[[str, str, bytes, str], Answer], headers: Callable[[], dict[str, str]]
) -> Iterator[str]:
    """An origin of its own, `localhost:PORT`."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            answer = respond(self.command, self.path, body, self.headers.get("X-CSRF-Token", ""))
            self.send_response(answer[0])
            for name, value in {"Content-Type": answer[1], **headers()}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer[2])

        do_POST = do_GET  # noqa: N815 - the standard library's name

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
            """Silence."""

    server = ThreadingHTTPServer(("localhost", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=[0.05])
    thread.start()
    try:
        yield f"http://localhost:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def host() -> Iterator[Host]:
    """The Platform's server, its pages loading the module from another origin."""
    ours = Host()
    module = (200, "text/javascript; charset=utf-8", views.written())
    with (
        served(lambda *_: module, lambda: {"Access-Control-Allow-Origin": "*"}) as helpdesk,
        served(ours.answer, lambda: {"Content-Security-Policy": ours.policy}) as platform,
    ):
        ours.policy = f"default-src 'none'; script-src {helpdesk}; connect-src 'self'"
        ours.page = (
            f'<!doctype html><html lang="de-AT"><title>Shop</title>{ASK}<p lang="pl">{PROBLEM}</p>'
            f'<script type="module" src="{helpdesk}/embed/helpdesk.js"></script></html>'
        )
        ours.launch = (200, {"url": f"{platform}/landed"})
        ours.origin = platform  # type: ignore[attr-defined]
        yield ours


@pytest.fixture
def page(browser: Browser, host: Host) -> Iterator[Page]:
    """The Platform's page; whatever its policy refuses is a failure."""
    context = browser.new_context()
    shown = context.new_page()
    complaints: list[str] = []
    shown.on("console", lambda said: complaints.append(said.text) if "Security Policy" in said.text else None)
    shown.on("pageerror", lambda error: complaints.append(str(error)))
    shown.goto(host.origin)  # type: ignore[attr-defined]
    yield shown
    context.close()
    assert complaints == []


def test_a_press_asks_the_pages_own_server_and_goes_where_it_says(page: Page, host: Host) -> None:
    expect(page.get_by_role("link", name="Verkäufer fragen")).to_be_visible()
    expect(page.get_by_role("link", name="Zgłoś problem")).to_be_visible()
    page.get_by_role("link", name="Verkäufer fragen").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/landed")
    told = {"do": "ask", "to": {"offer": "ext:O-1"}, "language": "de-AT"}
    assert host.asked == [("POST", "/launch?from=page", told, "a-token")]


def test_the_count_is_said_and_seen(page: Page, host: Host) -> None:
    bell = page.get_by_role("link", name="Wiadomości, nieprzeczytane: 3")
    expect(bell).to_be_visible()
    expect(page.locator("helpdesk-unread .count")).to_have_text("3")
    host.unread = (200, {"unread": 100})
    page.evaluate("document.querySelector('helpdesk-unread').look()")
    expect(page.locator("helpdesk-unread .count")).to_have_text("99+")
    host.unread = (200, {"unread": 0})
    page.evaluate("document.querySelector('helpdesk-unread').look()")
    expect(page.locator("helpdesk-unread .count")).to_be_hidden()


def test_what_fails_says_so_and_leaves_the_plain_link(page: Page, host: Host) -> None:
    ask = page.locator("helpdesk-ask")
    for answer, sentence in (
        ((401, {}), "Bitte melden Sie sich zuerst an."),
        ((500, {}), "Das hat gerade nicht geklappt. Bitte versuchen Sie es noch einmal."),
        (
            (200, {"url": "javascript:alert(1)"}),
            "Das hat gerade nicht geklappt. Bitte versuchen Sie es noch einmal.",
        ),
        ((200, {}), "Das hat gerade nicht geklappt. Bitte versuchen Sie es noch einmal."),
    ):
        host.launch = answer
        ask.get_by_role("link", name="Verkäufer fragen").click()
        expect(ask.get_by_role("status")).to_have_text(sentence)
        expect(ask.get_by_role("link", name="Ask", exact=True)).to_be_visible()
    assert page.url.rstrip("/") == host.origin  # type: ignore[attr-defined]


def test_no_other_origin_is_called(page: Page, host: Host) -> None:
    page.evaluate(
        "document.querySelector('helpdesk-ask').setAttribute('launch', 'http://127.0.0.1:9/launch')"
    )
    page.locator("helpdesk-ask").get_by_role("link", name="Verkäufer fragen").click()
    expect(page.locator("helpdesk-ask").get_by_role("status")).to_contain_text("noch einmal")
    assert host.asked == []


def test_the_language_of_the_page_may_change_and_colours_are_the_pages(page: Page) -> None:
    page.evaluate("document.documentElement.lang = 'fr'")
    act = page.get_by_role("link", name="Poser une question au Vendeur")
    expect(act).to_be_visible()
    light = act.evaluate("one => getComputedStyle(one).backgroundColor")
    page.evaluate("document.querySelector('helpdesk-ask').attributeStyleMap.set('color-scheme', 'dark')")
    assert act.evaluate("one => getComputedStyle(one).backgroundColor") != light
    page.evaluate(
        "document.querySelector('helpdesk-ask').attributeStyleMap.set('--helpdesk-accent', 'rgb(1, 2, 3)')"
    )
    expect(act).to_have_css("background-color", "rgb(1, 2, 3)")
