"""The flows of cases: each one drawn from its data, with its version, its dates and their articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from helpdesk.cases import queries
from helpdesk.cases.terms.drawn import BoxDrawn, DueDrawn, FlowDrawn
from helpdesk.cases.words import KINDS, STAGES
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import NotFound
from helpdesk.law import table
from helpdesk.portal import pages
from helpdesk.portal.administrator.flows import drawing
from helpdesk.portal.administrator.flows.words import WHO, date_name, follows, length, step_name
from helpdesk.portal.hats import Signed
from helpdesk.workdays.localdays import local_date, zone_named


@dataclass(frozen=True, slots=True, kw_only=True)
class DueSaid:
    """A date: whose, how long, by which articles, what follows when it passes."""

    name: str
    who: str
    length: str
    articles: Sequence[tuple[str, str]]
    waits: bool
    follows: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StageSaid:
    """A stage; `steps` are who may do what, and the names of the stages to which it leads."""

    stage: str
    name: str
    who: str
    owner: str
    dues: Sequence[DueSaid]
    steps: Sequence[tuple[str, str, str]]


@require_safe
@pages.only(Side.ADMINISTRATOR)
def index(request: Signed) -> HttpResponse:
    """All kinds of cases, with the usual way of each, as a case opened today runs."""
    flows = [(flow, _name(flow), _usual(flow)) for flow in queries.flows(on=_today(request))]
    return pages.render(request, "administrator/flows.html", {"flows": flows})


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed, kind: str) -> HttpResponse:
    """One flow: its pictures, then every stage with its dates, articles and steps."""
    today = _today(request)
    flows = {str(one.kind): one for one in queries.flows(on=today)}
    if not (flow := flows.get(kind)):
        raise NotFound("page.not_found")
    drawn = drawing.pictures(flow)
    context = {
        "flow": flow,
        "name": _name(flow),
        "others": [(of, _name(one)) for of, one in flows.items()],
        "pictures": drawn,
        "boxes": dict.fromkeys(at.box for picture in drawn for at in picture.boxes),
        "stages": [_stage(box, today) for box in flow.boxes],
    }
    return pages.render(request, "administrator/flow.html", context)


def _today(request: Signed) -> date:
    return local_date(at=clock.to_us(clock.now()), zone=zone_named(request.zone))


def _name(flow: FlowDrawn) -> str:
    return str(KINDS[flow.kind])


def _usual(flow: FlowDrawn) -> str:
    """The names of its stages when all goes well."""
    return " → ".join(str(STAGES[stage]) for stage in flow.ways[0])


def _stage(of: BoxDrawn, today: date) -> StageSaid:
    return StageSaid(
        stage=of.stage,
        name=str(STAGES[of.stage]),
        who=str(WHO[of.owner]),
        owner=of.owner.value,
        dues=tuple(_due(one, today) for one in of.dues),
        steps=tuple(
            (
                ", ".join(str(WHO[by]) for by in one.by),
                step_name(one.step),
                ", ".join(str(STAGES[to]) for to in one.to),
            )
            for one in of.arrows
        ),
    )


def _due(of: DueDrawn, today: date) -> DueSaid:
    return DueSaid(
        name=date_name(of.code),
        who=str(WHO[of.owner]),
        length=length(of),
        articles=_articles(of.law_key, today),
        waits=of.waits,
        follows=follows(of),
    )


def _articles(key: str, today: date) -> tuple[tuple[str, str], ...]:
    """The rows of the law behind it: whose, and which article."""
    if not key:
        return ()
    return tuple(dict.fromkeys((row.country, row.article) for row in table.rows(on=today) if row.key == key))
