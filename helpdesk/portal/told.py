"""What an author is told of a reviewer's decision, as a line of the thread's record."""

from django.utils.translation import gettext

from helpdesk.conduct.queries import Told
from helpdesk.conduct.terms import Decided, Waits
from helpdesk.kernel.actor import Side
from helpdesk.oversight.words import LABELS
from helpdesk.portal.lines import Line

_UNSENT = (Waits.HELD, Waits.CHECK, Waits.REFUSED)


def line(*, told: Told) -> Line:
    """The decision, what it is about, and the reason in the author's language."""
    return Line(
        at=told.of.at,
        icon="eye",
        sentence=" ".join(part for part in _parts(told) if part),
        refused=told.of.subject if _is_refused(told) else None,
    )


def _is_refused(told: Told) -> bool:
    """A message of the Buyer's that stays unsent, and of which nobody decided otherwise since."""
    stays = told.of.decision is not Decided.FINE and not told.of.replaced
    return stays and told.of.side is Side.BUYER and told.of.waited in _UNSENT


def _parts(told: Told) -> tuple[str, ...]:
    said = {
        Decided.FINE: gettext("A reviewer of the Platform found nothing wrong with the text."),
        Decided.WARN: gettext("A reviewer of the Platform pointed out a rule; nothing counts."),
        Decided.VIOLATION: gettext("A reviewer of the Platform found that the text breaks a rule."),
    }[told.of.decision]
    if told.of.replaced:
        return said, gettext("A later decision takes its place.")
    names = ", ".join(str(LABELS[label]) for label in told.of.labels)
    about = gettext("Found: %(what)s.") % {"what": names} if names else ""
    return said, about, gettext("Reason: %(reason)s") % {"reason": told.reason} if told.reason else ""
