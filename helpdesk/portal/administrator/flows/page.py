"""The flows of cases: each one drawn from its data, with its version, its dates and their articles."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from helpdesk.cases import queries
from helpdesk.cases.terms.drawn import BoxDrawn, DueDrawn, FlowDrawn
from helpdesk.cases.words import KINDS, STAGES
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.law import table
from helpdesk.portal import pages
from helpdesk.portal.administrator.flows import drawing
from helpdesk.portal.administrator.flows.words import PLATFORM_WAY, WHO, date_name, follows, length, step_name
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


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowSaid:
    """A flow in the reader's words. What it shares with others, `shares`, is said once for all of them."""

    of: FlowDrawn
    name: str
    pictures: Sequence[drawing.Picture]
    stages: Sequence[StageSaid]
    shares: bool = False


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed) -> HttpResponse:
    """All six, as a case opened today runs by them."""
    today = local_date(at=clock.to_us(clock.now()), zone=zone_named(request.zone))
    flows = [_flow(one, today) for one in queries.flows(on=today)]
    shared = _shared(flows)
    context = {
        "flows": [_without(one, shared) for one in flows],
        "shared": shared,
        "platform": PLATFORM_WAY,
        "boxes": dict.fromkeys(at.box for one in flows for picture in one.pictures for at in picture.boxes),
    }
    return pages.render(request, "administrator/flows.html", context)


def _shared(flows: Sequence[FlowSaid]) -> list[StageSaid]:
    """The Platform's stages that run alike in several flows."""
    counted = Counter(stage for one in flows for stage in one.stages if stage.stage in drawing.PLATFORM)
    alike = [stage for stage, n in counted.items() if n > 1]
    return sorted(alike, key=lambda stage: drawing.PLATFORM.index(stage.stage))


def _without(flow: FlowSaid, shared: Sequence[StageSaid]) -> FlowSaid:
    own = [stage for stage in flow.stages if stage not in shared]
    return replace(flow, stages=own, shares=len(own) < len(flow.stages))


def _flow(of: FlowDrawn, today: date) -> FlowSaid:
    return FlowSaid(
        of=of,
        name=str(KINDS[of.kind]),
        pictures=drawing.pictures(of),
        stages=[_stage(box, today) for box in of.boxes],
    )


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
