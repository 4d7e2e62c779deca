"""How a flow is said: how long a date is, what follows when it passes, who may act."""

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext, pgettext_lazy

from helpdesk.cases.terms.drawn import DueDrawn
from helpdesk.cases.terms.names import Basis, By, Owner
from helpdesk.cases.words import DATES, STEPS, TOLD

WHO: dict[str, Promise] = {
    Owner.BUYER: pgettext_lazy("who acts", "Buyer"),
    Owner.SELLER: pgettext_lazy("who acts", "Seller"),
    Owner.PLATFORM: pgettext_lazy("who acts", "Platform"),
    Owner.NOBODY: pgettext_lazy("who acts", "Closed"),
    By.SYSTEM: pgettext_lazy("who acts", "Calendar"),
}

USUAL_WAY = pgettext_lazy("a flow", "The usual way")
OTHER_WAY = pgettext_lazy("a flow", "Another way")
PLATFORM_WAY = pgettext_lazy("a flow", "Where the Platform is called")


def brief(due: DueDrawn) -> str:
    """As in "14 days", for a box: of a law only that it is one."""
    return gettext("as the law says") if due.basis is Basis.LAW else length(due)


def length(due: DueDrawn) -> str:
    """As in "14 days"; of a law its number where the market has none of its own."""
    if due.basis is Basis.ANSWER:
        return gettext("24 business hours")
    if due.basis is Basis.DAY:
        return gettext("on the named day")
    if due.basis is Basis.BUSINESS_DAYS:
        return ngettext("%(n)d business day", "%(n)d business days", due.amount) % {"n": due.amount}
    days = ngettext("%(n)d day", "%(n)d days", due.amount) % {"n": due.amount}
    if due.basis is Basis.CALENDAR_DAYS:
        return days
    if not due.amount:
        return gettext("as the law says")
    return gettext("as the law says, else %(days)s") % {"days": days}


def date_name(code: str) -> str:
    """The name of a date."""
    return str(DATES.get(code, code))


def step_name(step: str) -> str:
    """As its button says it; of a step of the calendar what it tells."""
    return str(STEPS[step] if step in STEPS else TOLD.get(step, step))


def follows(due: DueDrawn) -> str:
    """What happens when it passes, "" where nothing by itself."""
    said = [step_name(one) for one in due.leads]
    if due.escalates:
        said.append(gettext("The Platform may be called."))
    return " ".join(said)
