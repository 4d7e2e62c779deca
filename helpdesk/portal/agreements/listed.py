"""All agreements of a shop, or of a Buyer: by state, and of one conversation or one Buyer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from helpdesk.agreements import queries
from helpdesk.agreements.queries import Filter
from helpdesk.agreements.terms import State
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import InvalidRef, Ref
from helpdesk.portal import pages, places
from helpdesk.portal.hats import Signed

_ROWS = 25
_VIEWS: dict[str, tuple[Promise, Sequence[State]]] = {
    "": (pgettext_lazy("agreements", "All"), ()),
    "waiting": (pgettext_lazy("agreements", "Waiting"), (State.WAITING,)),
    "agreed": (pgettext_lazy("agreements", "Agreed"), (State.IN_FORCE,)),
    "missed": (pgettext_lazy("agreements", "Not done by its day"), (State.LAPSED,)),
    "done": (pgettext_lazy("agreements", "Done"), (State.KEPT,)),
    "over": (
        pgettext_lazy("agreements", "Come to nothing"),
        (State.DECLINED, State.WITHDRAWN, State.EXPIRED, State.CHANGED),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A link above the list."""

    name: Promise
    address: str
    chosen: bool


def index(side: Side) -> Callable[..., Any]:
    """The list."""
    return require_safe(pages.only(side)(_index))


def _index(request: Signed) -> HttpResponse:
    view = request.GET.get("state", "")
    view = view if view in _VIEWS else ""
    of, beside = _thread(request, "of"), _thread(request, "with")
    found = queries.agreements_of(
        actor=request.actor,
        now=clock.now(),
        limit=_ROWS + 1,
        chosen=Filter(states=_VIEWS[view][1], conversation=of, beside=beside),
        after=places.read(request),
    )
    rows, last = found[:_ROWS], found[_ROWS - 1] if len(found) > _ROWS else None
    named = {"of": of, "with": beside}
    context = {
        "rows": rows,
        "views": _views(view, named),
        "chosen": of or beside,
        "of": of,
        "next": _address(view, named, places.written(at=last.at, id=last.ref.id)) if last else None,
    }
    return pages.render(request, "agreements/list.html", context)


def _views(chosen: str, named: dict[str, Ref | None]) -> list[View]:
    return [
        View(name=name, address=_address(view, named), chosen=view == chosen)
        for view, (name, _) in _VIEWS.items()
    ]


def _address(view: str, named: dict[str, Ref | None], after: str = "") -> str:
    said = {"state": view, "after": after} | {name: str(ref) if ref else "" for name, ref in named.items()}
    return "?" + urlencode({name: value for name, value in said.items() if value})


def _thread(request: Signed, name: str) -> Ref | None:
    try:
        return Ref.parse(request.GET.get(name, ""))
    except InvalidRef:
        return None
