"""The server: addresses, cookies, forms. A thread for each request."""

import json
import logging
from collections.abc import Callable, Mapping
from html import escape
from http import HTTPStatus
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

import pages
from client import Trouble
from feeds import utcnow
from market import Market
from ranking import title
from settings import HERE
from store import Record
from telling import told

LARGEST = 1_000_000  # bytes of a body
KINDS = {".css": "text/css; charset=utf-8"}

_log = logging.getLogger("web")


class Handler(BaseHTTPRequestHandler):
    """One request. `market` is set on the class by `serve`."""

    market: Market
    protocol_version = "HTTP/1.1"
    timeout = 30

    def do_GET(self) -> None:
        """A page, a style, a number."""
        self._answer(self._get)

    def do_POST(self) -> None:
        """A form, or a webhook."""
        self._answer(self._post)

    do_HEAD = do_GET  # noqa: N815 - the standard library's name

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Into our log."""
        _log.info(format, *args)

    def _answer(self, do: Callable[[], None]) -> None:
        try:
            do()
        except Trouble as trouble:
            _log.warning("Helpdesk: %s", trouble)
            view = self._view()
            said = f'<p class="note">{view.say("trouble")}</p><p class="quiet">{escape(str(trouble))}</p>'
            self._page(said, name=view.say("name"), status=HTTPStatus.BAD_GATEWAY)

    # what is read

    def _get(self) -> None:
        path = urlsplit(self.path).path
        asked = dict(parse_qsl(urlsplit(self.path).query))
        match path.strip("/").split("/"):
            case [""]:
                self._catalogue(asked.get("q", ""))
            case ["offers", id]:
                self._offer(id)
            case ["orders"]:
                found = self.market.trading.orders_of(self._buyer()["id"])
                offers = {one["id"]: one for one in self.market.store.all("offer")}
                view = self._view()
                self._page(pages.orders(view, found=found, offers=offers), name=view.say("orders"))
            case ["orders", id]:
                self._order(id)
            case ["events"]:
                self._events()
            case ["launch"]:
                self._redirect(self.market.launch(buyer=self._buyer(), asked=asked))
            case ["unread"]:
                self._json({"unread": self.market.unread(buyer=self._buyer())})
            case ["health"]:
                self._json({"status": "ok"})
            case ["static", name] if (HERE / "static" / name).is_file():
                self._send(
                    (HERE / "static" / name).read_bytes(), KINDS.get(name[name.rfind(".") :], "text/plain")
                )
            case _:
                self._gone()

    def _catalogue(self, words: str) -> None:
        view, market = self._view(), self.market
        until = "" if market.feeds.is_open(now=view.now) else str(market.store.get("standings.valid_until"))
        main = pages.catalogue(
            view,
            hits=market.search(buyer=view.buyer, words=words),
            words=words,
            sellers=market.sellers(),
            until=until,
        )
        self._page(main, name=view.say("catalogue"))

    def _offer(self, id: str) -> None:
        if (offer := self.market.store.one("offer", id)) is None:
            self._gone()
            return
        view = self._view()
        seller = self.market.sellers()[offer["seller"]]
        stopped = self.market.feeds.stopped(seller=seller["id"], now=view.now)
        main = pages.offer_page(view, offer=offer, seller=seller, stopped=stopped)
        self._page(main, name=title(offer, view.language))

    def _order(self, id: str) -> None:
        view, trading = self._view(), self.market.trading
        order = self.market.store.one("order", id)
        if order is None or order["buyer"] != view.buyer["id"]:
            self._gone()
            return
        offer = self.market.store.one("offer", order["lines"][0]["offer"])
        assert offer is not None
        main = pages.order_page(
            view,
            order=order,
            offer=offer,
            seller=self.market.sellers()[order["seller"]],
            parcels=trading.parcels_of(id),
            may=trading.may(id),
        )
        self._page(main, name=order["number"])

    def _events(self) -> None:
        view, market = self._view(), self.market
        main = told(
            view,
            events=market.store.events(),
            standings=market.store.standings(),
            sellers=market.sellers(),
            changes={feed: market.store.changes(feed) for feed in ("measures", "outcomes", "agreements")},
            trouble=market.feeds.trouble,
            refused=int(market.store.get("webhook.refused", "0")),
        )
        self._page(main, name=view.say("events"))

    # what is done

    def _post(self) -> None:
        body = self.rfile.read(min(int(self.headers.get("Content-Length") or 0), LARGEST))
        path = urlsplit(self.path).path.strip("/").split("/")
        if path == ["webhooks"]:
            headers = {name.lower(): value for name, value in self.headers.items()}
            ok = self.market.hear(headers=headers, body=body)
            self._send(b"", "text/plain", HTTPStatus.NO_CONTENT if ok else HTTPStatus.UNAUTHORIZED)
            return
        if not self._is_ours():
            self._gone(HTTPStatus.FORBIDDEN)
            return
        if path == ["launch"]:
            self._json({"url": self.market.launch(buyer=self._buyer(), asked=_clicked(body))})
            return
        self._form(path, dict(parse_qsl(body.decode(errors="replace"))))

    def _form(self, path: list[str], form: Mapping[str, str]) -> None:
        market, buyer = self.market, self._buyer()
        match path:
            case ["who"]:
                chosen = market.store.one("buyer", form.get("buyer", "")) or buyer
                self._redirect(
                    _local(form.get("next", "/")), cookie=f"buyer={chosen['id']}; Path=/; SameSite=Lax"
                )
            case ["orders"]:
                order = market.buy(
                    buyer=buyer, offer=form.get("offer", ""), quantity=form.get("quantity", "1")
                )
                self._redirect(f"/orders/{order['id']}" if order else "/")
            case ["orders", id, "steps"]:
                order = market.store.one("order", id)
                if order and order["buyer"] == buyer["id"]:
                    market.trading.step(order=order, step=form.get("step", ""), now=utcnow())
                self._redirect(f"/orders/{id}")
            case _:
                self._gone()

    def _is_ours(self) -> bool:
        """Whether a form comes from a page of ours: the browser says so itself."""
        origin = self.headers.get("Origin")
        return origin is None or urlsplit(origin).netloc == self.headers.get("Host")

    # who asks, and how we answer

    def _buyer(self) -> Record:
        cookie = SimpleCookie(self.headers.get("Cookie", ""))
        named = cookie["buyer"].value if "buyer" in cookie else ""
        return self.market.store.one("buyer", named) or self.market.buyers()[0]

    def _view(self) -> pages.View:
        return pages.View(
            buyer=self._buyer(),
            buyers=self.market.buyers(),
            here=urlsplit(self.path).path,
            helpdesk=self.market.helpdesk,
            now=utcnow(),
        )

    def _page(self, main: str, *, name: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self._send(
            pages.whole(self._view(), name=name, main=main).encode(), "text/html; charset=utf-8", status
        )

    def _gone(self, status: HTTPStatus = HTTPStatus.NOT_FOUND) -> None:
        view = self._view()
        self._page(
            f'<p class="empty">{view.say("gone")} <a href="/">{view.say("home")}</a></p>',
            name="",
            status=status,
        )

    def _json(self, value: object) -> None:
        self._send(json.dumps(value).encode(), "application/json")

    def _redirect(self, to: str, *, cookie: str = "") -> None:
        headers = {"Location": to} | ({"Set-Cookie": cookie} if cookie else {})
        self._send(b"", "text/plain", HTTPStatus.SEE_OTHER, headers)

    def _send(
        self,
        body: bytes,
        kind: str,
        status: HTTPStatus = HTTPStatus.OK,
        more: Mapping[str, str] | None = None,
    ) -> None:
        self.send_response(status)
        headers = {
            "Content-Type": kind,
            "Content-Length": str(len(body)),
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": self._policy(),
            **(more or {}),
        }
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _policy(self) -> str:
        """Nothing inline; Helpdesk's components alone come from elsewhere."""
        there = self.market.helpdesk
        return f"default-src 'self'; script-src 'self' {there}; form-action 'self' {there}; base-uri 'none'"


def _clicked(body: bytes) -> dict[str, str]:
    """What a component says of a click, as the plain link says it: `do`, and `order` or `offer`."""
    try:
        told = json.loads(body)
        return {"do": str(told["do"]), **{str(what): str(id) for what, id in told.get("to", {}).items()}}
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}


def _local(path: str) -> str:
    """A path of ours, never another site's."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else "/"


def serve(market: Market, *, host: str, port: int) -> ThreadingHTTPServer:
    """A server that listens; the caller lets it run."""
    handler = type("BoundHandler", (Handler,), {"market": market})
    server = ThreadingHTTPServer((host, port), handler)
    server.daemon_threads = True
    return server
