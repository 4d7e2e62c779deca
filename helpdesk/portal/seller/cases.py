"""The returns desk: a number leads to its case, the list by stage says what is due first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from helpdesk.cases import queries
from helpdesk.cases import words as named
from helpdesk.cases.queries import MAX_NUMBER, StageCount
from helpdesk.cases.terms.deeds import CaseShown
from helpdesk.cases.terms.names import Owner
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Role, Side
from helpdesk.marketplace import queries as marketplace
from helpdesk.portal import pages, places
from helpdesk.portal.cases import forms, views
from helpdesk.portal.cases.forms import Act
from helpdesk.portal.cases.views import CaseView
from helpdesk.portal.hats import Signed

_ROWS = 25
_DECIDES = frozenset({"accept", "accept_decision", "carry_out"})  # whoever does that has read the case
_TURNS: dict[str, tuple[Promise, Owner | None]] = {
    "": (pgettext_lazy("cases", "Yours to do"), Owner.SELLER),
    "buyer": (pgettext_lazy("cases", "With the Buyer"), Owner.BUYER),
    "platform": (pgettext_lazy("cases", "With the Platform"), Owner.PLATFORM),
    "all": (pgettext_lazy("cases", "All open ones"), None),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A link above the list: so many cases, and how many of them are late."""

    name: str | Promise
    address: str
    chosen: bool
    cases: int
    late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One case of the list; `press` is its next step where one press is enough."""

    view: CaseView
    press: Act | None


@require_safe
@pages.only(Side.SELLER)
def index(request: Signed) -> HttpResponse:
    """The list, or what was typed into its field: a case that is found so opens on its next step."""
    now, text = clock.now(), request.GET.get("q", "").strip()[:MAX_NUMBER]
    found = queries.numbered(actor=request.actor, now=now, text=_number(text))
    running = [one for one in found.cases if one.ended_at is None] or found.cases
    if len(running) == 1:
        return redirect("seller:case", running[0].ref)
    if not found.cases and len(found.orders) == 1:
        return redirect(reverse("seller:order", args=[found.orders[0]]) + "#updates")
    context = {"typed": text, "most": MAX_NUMBER, "found": _rows(request, found.cases, now)}
    orders = marketplace.orders_named(actor=request.actor, orders=found.orders) if found.orders else {}
    return pages.render(
        request, "seller/cases.html", context | {"orders": orders.values()} | _list(request, now)
    )


def _number(text: str) -> str:
    """A label's code may be read as an address of ours: what stands at its end counts."""
    return text.rsplit("=", 1)[-1] if text.startswith(("http://", "https://")) else text


def _list(request: Signed, now: datetime) -> dict[str, object]:
    counts = queries.stages_of(actor=request.actor, now=now)
    turn = request.GET.get("turn", "")
    turn = turn if turn in _TURNS else ""
    owner = _TURNS[turn][1]
    here = [one for one in counts if owner in (None, one.owner)]
    stage = request.GET.get("stage", "")
    stage = stage if stage in {one.stage for one in here} else ""
    rows = queries.on_desk(
        actor=request.actor,
        now=now,
        limit=_ROWS + 1,
        owner=owner,
        stages=[stage] if stage else (),
        after=places.read(request),
    )
    last = rows[_ROWS - 1] if len(rows) > _ROWS else None
    more = places.written(at=last.listed_at or queries.NO_DAY, id=last.ref.id) if last else ""
    return {
        "turns": [_turn(name, turn, counts) for name in _TURNS],
        "stages": _stages(here, turn, stage),
        "rows": _rows(request, rows[:_ROWS], now),
        "next": _address(turn, stage, more) if more else None,
        "done": request.GET.get("done", ""),
        "list": _address(turn, stage),
    }


def _rows(request: Signed, cases: Sequence[CaseShown], now: datetime) -> list[Row]:
    may = request.actor.has(Role.OWNER, Role.AGENT)
    return [
        Row(
            view=views.view(case=one, reader=Side.SELLER, now=now, zone=request.zone),
            press=press_of(one) if may else None,
        )
        for one in cases
    ]


def press_of(case: CaseShown) -> Act | None:
    """The way on of this case, where it is the shop's turn and nothing has to be read or filled in first."""
    ways = [one for one in forms.acts(case=case) if one.tone == "main" and not one.missing]
    if case.waiting_on is not Owner.SELLER or not ways or ways[0].step in _DECIDES:
        return None
    return ways[0] if ways[0].bare else None


def _turn(name: str, chosen: str, counts: Sequence[StageCount]) -> Choice:
    title, owner = _TURNS[name]
    mine = [one for one in counts if owner in (None, one.owner)]
    return _choice(title, _address(name, ""), name == chosen, mine)


def _stages(counts: Sequence[StageCount], turn: str, chosen: str) -> list[Choice]:
    order = list(named.STAGES)
    stages = sorted({one.stage for one in counts}, key=order.index)
    return [
        _choice(
            named.STAGES[stage],
            _address(turn, "" if stage == chosen else stage),
            stage == chosen,
            [one for one in counts if one.stage == stage],
        )
        for stage in stages
    ]


def _choice(name: Promise, address: str, chosen: bool, counts: Sequence[StageCount]) -> Choice:
    return Choice(
        name=name,
        address=address,
        chosen=chosen,
        cases=sum(one.cases for one in counts),
        late=sum(one.late for one in counts),
    )


def _address(turn: str, stage: str, after: str = "") -> str:
    said = {"turn": turn, "stage": stage, "after": after}
    return reverse("seller:cases") + "?" + urlencode({name: value for name, value in said.items() if value})
