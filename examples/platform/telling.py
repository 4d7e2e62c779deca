"""The page on what Helpdesk told us: events, standings, and what changed."""

from collections.abc import Mapping, Sequence
from html import escape

from feeds import FEEDS
from pages import View, pretty
from store import Record

Event = tuple[str, Record]


def told(
    view: View,
    *,
    events: Sequence[Event],
    standings: Mapping[str, Record],
    sellers: Mapping[str, Record],
    changes: Mapping[str, Sequence[Record]],
    trouble: str,
    refused: int,
) -> str:
    """The latest first; `refused` webhooks had no signature of Helpdesk's."""
    parts = [f"<h1>{view.say('events')}</h1>"]
    if trouble:
        parts.append(f'<p class="note" role="status">{escape(trouble)}</p>')
    if refused:
        parts.append(f'<p class="note">{view.say("refused")}: {refused}</p>')
    parts.append(_section(view, "log", "".join(_event(view, one) for one in events), "log.none"))
    rows = "".join(
        f'<li data-seller="{escape(id)}">'
        f"<strong>{escape(sellers[id]['name'] if id in sellers else id)}</strong>"
        f' <span class="factor">{escape(row["rank_factor"])} = {escape(row["visibility"])} ×'
        f" {escape(row['measure'])}</span></li>"
        for id, row in sorted(standings.items(), key=lambda one: one[1]["rank_factor"], reverse=True)
    )
    parts.append(_section(view, "standings", rows, "none"))
    for feed in FEEDS:
        lines = "".join(_change(feed, row) for row in changes[feed])
        parts.append(_section(view, feed, lines, "none"))
    return "".join(parts)


def _section(view: View, code: str, rows: str, none: str) -> str:
    inner = f'<ul class="rows">{rows}</ul>' if rows else f'<p class="empty">{view.say(none)}</p>'
    return f'<section id="{code}"><h2>{view.say(code)}</h2>{inner}</section>'


def _event(view: View, event: Event) -> str:
    at, body = event
    return (
        f'<li data-type="{escape(str(body.get("type", "")))}"><details><summary>'
        f"<strong>{escape(str(body.get('type', '?')))}</strong>"
        f' <span class="verified">{view.say("verified")}</span>'
        f" <time>{escape(at[:19].replace('T', ' '))}</time>"
        f"</summary><pre>{pretty(body)}</pre></details></li>"
    )


def _change(feed: str, row: Record) -> str:
    names = {
        "measures": ("kind", "phase", "seller_external_id"),
        "outcomes": ("kind", "outcome", "order"),
        "agreements": ("type", "state", "order"),
    }[feed]
    said = " · ".join(str(row[name]) for name in names if row.get(name))
    return (
        f'<li data-change="{row["number"]}"><details><summary><strong>{escape(said)}</strong> '
        f"<small>{row['number']}</small></summary><pre>{pretty(row)}</pre></details></li>"
    )
