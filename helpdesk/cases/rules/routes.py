"""Where a step leads."""

from helpdesk.cases.terms.flows import Flow, Route
from helpdesk.cases.terms.states import Facts

UPHELD = "@upheld"  # where this flow carries out a decision for the Buyer


def stage_after(flow: Flow, *, frm: str, route: Route, facts: Facts) -> str:
    """The stage to which the route leads with these facts; `frm` where it stays. KeyError: facts it lacks."""
    if route.by:
        return stage_after(flow, frm=frm, route=route.stages[str(facts[route.by])], facts=facts)
    if route.to == UPHELD:
        return flow.upheld[str(facts["remedy"])]
    return route.to or frm


def stages_of(flow: Flow, *, frm: str, route: Route) -> frozenset[str]:
    """Every stage to which it may lead."""
    if route.by:
        return frozenset().union(*(stages_of(flow, frm=frm, route=one) for one in route.stages.values()))
    if route.to == UPHELD:
        return frozenset(flow.upheld.values())
    return frozenset({route.to or frm})
