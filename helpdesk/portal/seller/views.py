"""The inbox's views as links: which one is looked at, what each is called, how much waits in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import pgettext

from helpdesk.kernel.refusal import Refusal
from helpdesk.teamwork import queries as teamwork
from helpdesk.teamwork.terms import EVERYTHING, Shows, View, Views


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A view by its name; `query` leads to it from any page of the desk."""

    name: str
    waiting: int
    query: str
    current: bool
    is_tag: bool


def view_of(*, request: HttpRequest) -> View:
    """The view that the address names; what it cannot name is everything."""
    try:
        return teamwork.view_named(written=request.GET.get("view", ""))
    except Refusal:
        return EVERYTHING


def query_of(*, request: HttpRequest) -> str:
    """`?view=...`, for addresses that stay in the view; nothing where it is everything."""
    view = view_of(request=request)
    return "" if view == EVERYTHING else f"?{urlencode({'view': str(view)})}"


def shown(*, views: Views, now_in: View) -> Sequence[Shown]:
    """All views in their order."""
    return [
        Shown(
            name=_name(one.view),
            waiting=one.waiting,
            query=f"?{urlencode({'view': str(one.view)})}" if one.view != EVERYTHING else "",
            current=one.view == now_in,
            is_tag=one.view.shows is Shows.TAG,
        )
        for one in views.counted
    ]


def _name(view: View) -> str:
    return (
        view.tag
        or {
            # Translators: views of a shop's inbox, as names of short links: all open questions, ...
            Shows.ALL: pgettext("view of the inbox", "All"),
            # Translators: ... those that I look after, ...
            Shows.MINE: pgettext("view of the inbox", "Mine"),
            # Translators: ... those that nobody looks after, ...
            Shows.NOBODYS: pgettext("view of the inbox", "Unassigned"),
            # Translators: ... and those that were put off for later
            Shows.SNOOZED: pgettext("view of the inbox", "Put off"),
        }[view.shows]
    )
