"""Our pages, as HTML. Whatever comes from outside is escaped where it is put in."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from string import Template
from typing import Any

from pictures import picture
from ranking import Hit, title
from store import Record
from words import say, spoken

_WHOLE = Template("""<!doctype html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>$title · $name</title>
<link rel="stylesheet" href="/static/market.css">
<script type="module" src="$helpdesk/embed/helpdesk.js"></script>
</head>
<body>
<header class="head">
<a class="name" href="/">$name</a>
<nav aria-label="$name">
<a href="/"$on_catalogue>$catalogue</a>
<a href="/orders"$on_orders>$orders</a>
<a href="/events"$on_events>$events</a>
<helpdesk-unread launch="/launch" src="/unread"><a href="/launch">$messages</a></helpdesk-unread>
</nav>
<form class="who" method="post" action="/who">
<label>$i_am <select name="buyer">$buyers</select></label>
<input type="hidden" name="next" value="$here">
<button>$change</button>
</form>
</header>
<main>$main</main>
<footer>$tagline</footer>
</body>
</html>
""")


@dataclass(frozen=True, kw_only=True)
class View:
    """Who looks at what: `now` in UTC, `here` the path of the page."""

    buyer: Record
    buyers: Sequence[Record]
    here: str
    helpdesk: str
    now: datetime

    @property
    def language(self) -> str:
        """Ours that is nearest to the buyer's."""
        return spoken(str(self.buyer["language"]))

    def say(self, code: str) -> str:
        """Our sentence, ready for the page."""
        return escape(say(code, self.language))


def whole(view: View, *, name: str, main: str) -> str:
    """A page around its main part; `name` is its title, plain text."""
    options = "".join(
        f'<option value="{escape(one["id"])}"{" selected" if one["id"] == view.buyer["id"] else ""}>'
        f"{escape(one['display_name'])} · {escape(one['market'].upper())}</option>"
        for one in view.buyers
    )
    ours = ("name", "catalogue", "orders", "events", "messages", "i_am", "change", "tagline")
    return _WHOLE.substitute(
        {code: view.say(code) for code in ours},
        language=view.language,
        title=escape(name),
        helpdesk=escape(view.helpdesk),
        buyers=options,
        here=escape(view.here),
        main=main,
        **{f"on_{page}": _current(view.here, page) for page in ("catalogue", "orders", "events")},
    )


def catalogue(
    view: View, *, hits: Sequence[Hit], words: str, sellers: Mapping[str, Record], until: str
) -> str:
    """What is sold here, the best first, and by whose word."""
    cards = "".join(_card(view, hit, sellers) for hit in hits)
    told = f'{view.say("feed.on")} <time datetime="{escape(until)}">{escape(_when(until))}</time>.'
    return (
        f'<form class="search" role="search"><label class="unseen" for="q">{view.say("search")}</label>'
        f'<input id="q" name="q" type="search" value="{escape(words)}"'
        f' placeholder="{view.say("search.hint")}">'
        f"<button>{view.say('search')}</button></form>"
        f'<p class="feed">{told if until else view.say("feed.off")}</p>'
        + (f'<ol class="cards">{cards}</ol>' if cards else f'<p class="empty">{view.say("nothing")}</p>')
    )


def _card(view: View, hit: Hit, sellers: Mapping[str, Record]) -> str:
    offer = hit.offer
    price = offer["markets"][view.buyer["market"]]["price"]
    factor = decimal(f"{hit.factor:.3f}", view.language)
    return (
        f'<li data-offer="{escape(offer["id"])}"><a class="card" href="/offers/{escape(offer["id"])}">'
        f"{picture(offer['id'])}<strong>{escape(title(offer, view.language))}</strong>"
        f'<span class="price">{money(price, view.language)}</span>'
        f'<span class="shop">{escape(sellers[offer["seller"]]["name"])}</span>'
        f'<span class="factor">{view.say("shown")} {factor}{_level(view, hit.level)}</span></a></li>'
    )


def _level(view: View, level: str) -> str:
    return f" · {view.say(level)}" if level in ("new", "reliable") else ""


def offer_page(view: View, *, offer: Record, seller: Record, stopped: bool) -> str:
    """One offer: what it costs, who sells it, a question, an order."""
    id = escape(offer["id"])
    price = offer["markets"].get(view.buyer["market"], {}).get("price")
    buying = (
        f'<form method="post" action="/orders" class="buy"><input type="hidden" name="offer" value="{id}">'
        f"<label>{view.say('quantity')} "
        '<input name="quantity" type="number" min="1" max="9" value="1"></label>'
        f'<button class="main">{view.say("buy")}</button></form>'
    )
    return (
        f'<article class="offer">{picture(offer["id"])}<div><h1>{escape(title(offer, view.language))}</h1>'
        f'<p class="price">{money(price, view.language) if price else ""}</p>'
        f"<p>{view.say('sold_by')} {escape(seller['name'])}</p>"
        + (f'<p class="note">{view.say("stopped")}</p>' if stopped else buying if price else "")
        + _component(view, "helpdesk-ask", "offer", offer["id"], "ask")
        + "</div></article>"
    )


def orders(view: View, *, found: Sequence[Record], offers: Mapping[str, Record]) -> str:
    """The buyer's orders, the latest first."""
    rows = "".join(
        f'<li><a href="/orders/{escape(one["id"])}"><strong>{escape(one["number"])}</strong> '
        f"{escape(title(offers[one['lines'][0]['offer']], view.language))}</a>"
        f'<time datetime="{escape(one["placed_at"])}">{escape(_when(one["placed_at"]))}</time></li>'
        for one in found
    )
    head = f"<h1>{view.say('orders')}</h1>"
    return head + (
        f'<ul class="rows">{rows}</ul>' if rows else f'<p class="empty">{view.say("no_orders")}</p>'
    )


def order_page(
    view: View, *, order: Record, offer: Record, seller: Record, parcels: Mapping[str, Record], may: str
) -> str:
    """One order: what became of it, and the two ways to say something about it."""
    line = order["lines"][0]
    button = (
        f'<form method="post" action="/orders/{escape(order["id"])}/steps" class="machinery">'
        f"<p>{view.say('machinery')}</p>"
        f'<button name="step" value="{may}">{view.say(f"do.{may}")}</button></form>'
    )
    return (
        f'<article class="order"><h1>{view.say("order")} {escape(order["number"])}</h1>'
        f'<p><a href="/offers/{escape(offer["id"])}">{escape(title(offer, view.language))}</a>'
        f" × {line['quantity']}"
        f" · {money(line['price'], view.language)} · {view.say('sold_by')} {escape(seller['name'])}</p>"
        f'<ol class="way">{_way(view, order, parcels)}</ol><p class="actions">'
        + _component(view, "helpdesk-problem", "order", order["id"], "problem")
        + _component(view, "helpdesk-ask", "order", order["id"], "ask")
        + f"</p>{button if may else ''}</article>"
    )


def _way(view: View, order: Record, parcels: Mapping[str, Record]) -> str:
    """Each station with its day; what has not come is pale, and what is not to come is not there."""
    out, back, refund = (parcels.get(name, {}) for name in ("out", "back", "refund"))
    stations = [
        ("placed", order["placed_at"], ""),
        (
            "dispatched",
            out.get("dispatched_at"),
            escape(f"{out.get('carrier', '')} {out.get('tracking', '')}".strip()),
        ),
        ("delivered", out.get("delivered_at"), _expected(view, out)),
        *([("sent_back", back["dispatched_at"], ""), ("back", back.get("delivered_at"), "")] if back else []),
        *([("refunded", refund["done_at"], money(refund["amount"], view.language))] if refund else []),
    ]
    return "".join(
        f"<li{'' if at else ' class=ahead'}><strong>{view.say(code)}</strong> "
        f"{escape(_when(at)) if at else ''} <small>{more}</small></li>"
        for code, at, more in stations
    )


def _expected(view: View, parcel: Mapping[str, Any]) -> str:
    if not parcel or "delivered_at" in parcel:
        return ""
    return f"{view.say('expected')} {escape(parcel['expected_on'])}"


def _component(view: View, tag: str, about: str, id: str, do: str) -> str:
    """A web component of Helpdesk's, with a plain link inside for whoever has no script."""
    return (
        f'<{tag} {about}="ext:{escape(id)}" launch="/launch">'
        f'<a class="ask" href="/launch?do={do}&amp;{about}=ext%3A{escape(id)}">{view.say(do)}</a></{tag}>'
    )


def money(price: Mapping[str, str], language: str) -> str:
    """An amount as it is written in this language, ready for the page."""
    signs = {"EUR": "€", "PLN": "zł", "GBP": "£"}
    sign, amount = signs.get(price["currency"], price["currency"]), decimal(price["amount"], language)
    if language != "en":
        return f"{escape(amount)}&nbsp;{escape(sign)}"
    return escape(f"{sign}{amount}") if len(sign) == 1 else f"{escape(amount)}&nbsp;{escape(sign)}"


def decimal(number: str, language: str) -> str:
    """A decimal number with the point or the comma of this language."""
    return number if language == "en" else number.replace(".", ",")


def pretty(value: object) -> str:
    """JSON for people, ready for the page."""
    return escape(json.dumps(value, indent=1, ensure_ascii=False))


def _when(text: str) -> str:
    """An instant as people of all three languages read it, in UTC."""
    at = datetime.fromisoformat(text)
    return f"{at:%d}.{at:%m}.{at:%Y}, {at:%H}:{at:%M} UTC"


def _current(here: str, page: str) -> str:
    mine = {"catalogue": here == "/" or here.startswith("/offers"), "orders": here.startswith("/orders")}
    return ' aria-current="page"' if mine.get(page, here.startswith(f"/{page}")) else ""
