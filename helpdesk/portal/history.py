"""Everything between one buyer and one seller on one timeline: the same page for both of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, pgettext_lazy

from helpdesk.evidence import queries
from helpdesk.evidence.terms import Around, Group, HistoryRead, Occurred
from helpdesk.evidence.words import is_late, sentence
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.queries import parcels_of
from helpdesk.marketplace.terms.shown import ShipmentShown
from helpdesk.portal import instants, pages, places
from helpdesk.portal.hats import Signed

_CHIPS = (
    (None, pgettext_lazy("a history", "All")),
    (Group.MESSAGES, pgettext_lazy("a history", "Messages")),
    (Group.FILES, pgettext_lazy("a history", "Files")),
    (Group.CLOCK, pgettext_lazy("a history", "Deadlines")),
    (Group.AGREEMENTS, pgettext_lazy("a history", "Agreements")),
    (Group.CASES, pgettext_lazy("a history", "Cases")),
    (Group.PARCELS, pgettext_lazy("a history", "Parcels")),
    (Group.PLATFORM, pgettext_lazy("a history", "Platform")),
    (Group.NOTES, pgettext_lazy("a history", "Notes")),
)
_AROUND = (
    (Around.PAIR, pgettext_lazy("a history", "Everything between you")),
    (Around.THREAD, pgettext_lazy("a history", "Only this conversation")),
)
_WORDS = (
    "message",
    "note",
    "letter",
    "thread.imported",
)  # entries that people wrote; of the others a sentence is told
_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line: what was written, or a sentence of what happened. `conversation` is where it happened."""

    at: datetime
    icon: str
    conversation: Ref | None
    title: str
    said: str = ""
    written: Occurred | None = None
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A way to narrow the page down."""

    name: str
    address: str
    chosen: bool


def show(request: Signed, *, conversation: Ref) -> HttpResponse:
    """The page."""
    group, around = _chosen(request, "show", Group), _chosen(request, "around", Around) or Around.PAIR
    before = places.read(request, "before")
    read = queries.history(
        actor=request.actor, conversation=conversation, around=around, group=group, before=before
    )
    rows = _rows(request.actor, request.zone, read, group, before)
    last = read.occurred[-1] if read.more else None
    older = _address(group, around, places.written(at=last.at, id=last.id)) if last else None
    context = {
        "rows": rows,
        "older": older,
        "other": read.buyer if request.actor.side is Side.SELLER else read.seller,
        "conversation": conversation,
        "around_pair": around is Around.PAIR,
        "chips": list(_chips(request.actor.side, group, around)),
        "arounds": [_chip(str(name), group, one, chosen=one is around) for one, name in _AROUND],
    }
    return pages.render(request, "history/page.html", context)


def _chosen(request: HttpRequest, name: str, kind: type[_Choice]) -> _Choice | None:
    """What the address says; what it says wrongly counts as nothing."""
    try:
        return kind(request.GET.get(name, ""))
    except ValueError:
        return None


def _chips(side: Side, group: Group | None, around: Around) -> Iterator[Chip]:
    for one, name in _CHIPS:
        if one is not Group.NOTES or side is Side.SELLER:
            yield _chip(str(name), one, around, chosen=one is group)


def _chip(name: str, group: Group | None, around: Around, *, chosen: bool) -> Chip:
    return Chip(name=name, address=_address(group, around), chosen=chosen)


def _address(group: Group | None, around: Around, before: str = "") -> str:
    said = {"show": group.value if group else "", "around": "" if around is Around.PAIR else around.value}
    return "?" + urlencode({name: value for name, value in (said | {"before": before}).items() if value})


def _rows(
    actor: Actor, zone: str, read: HistoryRead, group: Group | None, before: tuple[datetime, UUID] | None
) -> Sequence[Row]:
    rows = [_row(one, zone) for one in read.occurred]
    if group in (None, Group.PARCELS) and read.orders:
        oldest = read.occurred[-1].at if read.more else None
        newest = before[0] if before else None
        parcels = parcels_of(actor=actor, orders=list(read.orders))
        steps = [row for order, parcel in parcels for row in _steps(parcel, read.orders[order])]
        rows += [row for row in steps if (not oldest or row.at >= oldest) and (not newest or row.at < newest)]
    return sorted(rows, key=lambda row: row.at, reverse=True)


def _row(one: Occurred, zone: str) -> Row:
    wrote = one.kind in _WORDS
    return Row(
        at=one.at,
        icon=_icon(one.kind),
        conversation=one.conversation,
        title=one.title,
        said="" if wrote else sentence(event=one.event, zone=zone),
        written=one if wrote else None,
        late=is_late(event=one.event),
    )


def _icon(kind: str) -> str:
    return {
        "message": "talk",
        "thread.imported": "talk",
        "note": "pencil",
        "letter": "mail",
        "letter.closed": "mail",
        "administrator.joined": "eye",
    }.get(kind, "check" if kind.startswith(("agreement.", "confirmation.")) else "clock")


def _steps(parcel: ShipmentShown, title: str) -> Iterator[Row]:
    """Where a parcel was seen, as the Platform says."""
    back = parcel.direction == "return"
    named = {"carrier": parcel.carrier, "number": parcel.tracking}
    if parcel.dispatched_at:
        sent = (
            gettext("Return on its way: %(carrier)s %(number)s.")
            if back
            else gettext("Parcel dispatched: %(carrier)s %(number)s.")
        )
        expected = parcel.expected_on and instants.on_day(on=parcel.expected_on)
        more = gettext("Expected on %(day)s.") % {"day": expected} if expected else ""
        said = f"{sent % named} {more}".rstrip()
        yield Row(at=parcel.dispatched_at, icon="truck", conversation=None, title=title, said=said)
    if parcel.delivered_at:
        said = (
            gettext("Return received: %(carrier)s %(number)s.")
            if back
            else gettext("Parcel delivered: %(carrier)s %(number)s.")
        )
        yield Row(at=parcel.delivered_at, icon="parcel", conversation=None, title=title, said=said % named)
