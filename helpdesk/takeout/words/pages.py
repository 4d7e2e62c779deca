"""The pages in an export: what is in it, the list of conversations, each conversation. They load nothing."""

from collections.abc import Sequence
from datetime import UTC, datetime

from django.utils import translation
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from helpdesk.takeout.terms.exports import Contents, Line, Thread

_STYLE = mark_safe(
    "<style>:root{color-scheme:light dark}body{font:1rem/1.55 system-ui,sans-serif;max-width:46rem;"
    "margin:2.5rem auto;padding:0 1.25rem}h1{font-size:1.6rem;line-height:1.2}h2{font-size:1.15rem;"
    "margin-top:2.2rem}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.35rem .6rem"
    " .35rem 0;border-bottom:1px solid #8884;vertical-align:top}td.n{text-align:right;"
    "font-variant-numeric:tabular-nums}.fine{opacity:.7;font-size:.875rem}article{margin:1.4rem 0;"
    "padding:.8rem 1rem;border:1px solid #8884;border-radius:.6rem}article p{white-space:pre-wrap;margin:"
    ".4rem 0}code{font-size:.9em}</style>"
)
_PAGE = (
    '<!doctype html>\n<html lang="{}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width"><title>{}</title>{}</head><body>{}</body></html>\n'
)


def contents(what: Contents) -> str:
    """The first page."""
    with translation.override(what.language):
        body = format_html(
            "<h1>{}</h1><p>{}</p><p class=fine>{}</p>{}<h2>{}</h2>{}<h2>{}</h2><p>{}</p><p>{}</p>",
            _title(what),
            _("This is everything that you may read on Helpdesk, as it was at this moment."),
            f"{_moment(what.made_at)} · {_log_number(what)}",
            _lists(what),
            _("Files for programs"),
            _table(what),
            _("How to check it"),
            _(
                "manifest.json names every file with its SHA-256. leaves.ndjson holds the sealed leaf of"
                " every entry with its hash and the salts of its values: each can be held against the"
                " public log."
            ),
            _(
                "What was erased is not here. Internal notes of the other side and what only the Platform may"
                " read are not here either."
            ),
        )
        return _page(what.language, _title(what), body)


def readme(what: Contents) -> str:
    """The same for whoever opens the folder without a browser."""
    with translation.override(what.language):
        lines = [
            _title(what),
            _moment(what.made_at),
            "",
            _("Open index.html in a browser. Files that end in .ndjson hold a JSON object a line."),
            "",
            *(f"{path}  {count}" for path, count in what.files.items()),
        ]
        return "\n".join(lines) + "\n"


def listed(language: str, lines: Sequence[Line]) -> str:
    """A list of conversations."""
    with translation.override(language):
        rows = format_html_join(
            "",
            '<tr><td><a href="../{}">{}</a></td><td>{}</td><td class=fine>{}</td></tr>',
            ((line.path, line.title, line.other, _moment(line.started_at)) for line in lines),
        )
        back = format_html('<p><a href="../index.html">{}</a></p>', _("Your data"))
        return _page(
            language,
            _("Conversations"),
            format_html("{}<h1>{}</h1><table>{}</table>", back, _("Conversations"), rows),
        )


def thread(language: str, what: Thread) -> str:
    """One conversation, message by message."""
    with translation.override(language):
        sides = {"buyer": _("Buyer"), "seller": _("Seller")}
        said = format_html_join(
            "",
            '<article><b>{}</b> <span class=fine>{}</span><p lang="{}" dir="auto">{}</p>{}</article>',
            (
                (
                    sides.get(one.side, _("The Platform")),
                    _moment(one.at) if one.said_at is None else _imported(one.said_at),
                    one.language,
                    _("This was erased.") if one.text is None else one.text,
                    _files(one.files),
                )
                for one in what.said
            ),
        )
        body = format_html("<h1>{}</h1><p>{}</p>{}", what.title, what.other, said)
        return _page(language, what.title, body)


def _imported(said_at: datetime) -> str:
    return _("Imported · said to be from %(on)s") % {"on": _moment(said_at)}


def _title(what: Contents) -> str:
    return _("Your data: %(name)s") % {"name": what.name}


def _log_number(what: Contents) -> str:
    return _("up to number %(number)s of the log") % {"number": what.until}


def _lists(what: Contents) -> SafeString:
    links = (
        (path, ngettext("%(count)s conversation", "%(count)s conversations", count) % {"count": count})
        for path, count in what.lists
    )
    rows = format_html_join("", '<li><a href="{}">{}</a></li>', links)
    files = ngettext("%(count)s attachment", "%(count)s attachments", what.attachments)
    attached = format_html("<li>{}</li>", files % {"count": what.attachments})
    return format_html("<h2>{}</h2><ul>{}{}</ul>", _("To read"), rows, attached)


def _table(what: Contents) -> SafeString:
    rows = format_html_join(
        "",
        '<tr><td><a href="{}"><code>{}</code></a></td><td class=n>{}</td></tr>',
        ((path, path, count) for path, count in what.files.items()),
    )
    head = format_html("<tr><th>{}</th><th>{}</th></tr>", _("File"), _("Rows"))
    return format_html("<table>{}{}</table>", head, rows)


def _files(files: Sequence[tuple[str, str | None]]) -> SafeString:
    return format_html_join(
        "",
        "<p class=fine>{}</p>",
        (
            (name if path is None else format_html('<a href="../{}">{}</a>', path, name),)
            for name, path in files
        ),
    )


def _page(language: str, title: str, body: str) -> str:
    return str(format_html(_PAGE, language, title, _STYLE, body))


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
