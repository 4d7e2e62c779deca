"""What a case could be instead, judged by the same rules as the change itself."""

from datetime import datetime

from helpdesk.cases.policies import side_of
from helpdesk.cases.queries.grounds import Grounds, grounds_of
from helpdesk.cases.queries.shown import place_in_flow
from helpdesk.cases.rules import known, opening
from helpdesk.cases.rules.counting import local_day
from helpdesk.cases.terms.names import By, Kind, Remedy
from helpdesk.cases.terms.openings import Change
from helpdesk.cases.terms.states import Facts
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.clock import to_us
from helpdesk.kernel.ids import Ref
from helpdesk.workdays.calendar import Calendar


def changes_of(*, actor: Actor, now: datetime, case: Ref) -> list[Change]:
    """Every other kind. Seven SQL statements; nothing for those who change none. Raises NotFound, Busy."""
    side = side_of(actor)
    if side not in (By.BUYER, By.PLATFORM):
        return []
    order, flow, state, reckoning = place_in_flow(actor=actor, case=case)
    grounds, market = grounds_of(order=order), reckoning.market
    on = local_day(to_us(now), calendar=market)
    found = []
    for kind in Kind:
        if kind is state.kind:
            continue
        other = known.newest(kind, on=on)
        facts = facts_of_change(kind, grounds=grounds, market=market, wanted=Remedy.REPAIR)
        no = opening.refusal_of_change(
            other, old=flow, state=state, side=side, facts=facts, reckoning=reckoning
        )
        wants = any(use.name == "wanted" for use in other.opening.fields)
        found.append(Change(kind=kind, refusal=no.code if no else "", wants=wants))
    return found


def facts_of_change(kind: Kind, *, grounds: Grounds, market: Calendar, wanted: str) -> Facts:
    """What the new kind has to know beside what the case knows: the remedy, and when its right ends."""
    ends = {Kind.COMPLAINT: grounds.conformity_ends, Kind.WITHDRAWAL: grounds.right_ends}.get(kind)
    facts: dict[str, str | int] = {"wanted": wanted} if wanted else {}
    if ends and (until := ends(calendar=market)) is not None:
        facts["right_ends"] = until
    return facts
