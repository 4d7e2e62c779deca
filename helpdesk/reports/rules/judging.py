"""What a report and its ruling must say, where they lie, and how soon one is decided."""

from uuid import UUID, uuid5

from helpdesk.archive.terms import Audience
from helpdesk.kernel import text
from helpdesk.kernel.actor import Side
from helpdesk.reports.terms import FOUND_OF, OF, OUTSIDE, Channel, Outcome, Rules, Ruling, Said, What

_AUDIENCES = {Side.SELLER: Audience.SELLER, Side.BUYER: Audience.BUYER}
_HOUR_US = 3_600_000_000


def audience_of(*, side: Side) -> Audience:
    """Who, besides the Platform, sees the reports of a side."""
    return _AUDIENCES[side]


def chain_id(*, file: UUID, side: Side) -> UUID:
    """The chain of one side's reports beside a thread, or beside what stands for none."""
    return uuid5(file, f"reports/{int(audience_of(side=side))}")


def budget_us(*, what: What, rules: Rules) -> int:
    """Counted microseconds in which it is to be decided."""
    return (rules.urgent_hours if what in rules.urgent else rules.hours) * _HOUR_US


def refusal_of_said(*, said: Said, side: Side, rules: Rules) -> str | None:
    """Why a report cannot be taken as it is, by code; None: it can."""
    if said.what not in OF[side]:
        return "report.what"
    if said.channel and said.channel not in list(Channel):
        return "report.channel"
    if said.channel not in ("", Channel.HERE) and said.what not in OUTSIDE:
        return "report.channel"
    if said.what == What.OTHER and not text.is_visible(said.words):
        return "report.words_missing"
    return "report.files" if len(said.files) > rules.files else None


def refusal_of_ruling(*, ruling: Ruling, accused: Side) -> str | None:
    """Why it cannot be decided so, by code; None: it can. Who is turned down is told why."""
    founded = ruling.outcome is Outcome.FOUNDED
    if founded is not (ruling.found is not None):
        return "report.found"
    if ruling.found is not None and ruling.found not in FOUND_OF[accused]:
        return "report.found"
    if not founded and not text.is_visible(ruling.reason):
        return "report.reason"
    return None
