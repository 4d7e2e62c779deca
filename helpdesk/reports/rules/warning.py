"""What a Buyer is warned of: findings of paying, dealing or being reached outside the Platform."""

from collections.abc import Iterable

from helpdesk.conduct.terms import Label
from helpdesk.reports.terms import What

_OUTSIDE = {
    Label.PAY: What.PAY_OUTSIDE,
    Label.BANK: What.PAY_OUTSIDE,
    Label.PAYH: What.PAY_OUTSIDE,
    Label.DEAL: What.DEAL_OUTSIDE,
    Label.TERMS: What.DEAL_OUTSIDE,
    Label.EMAIL: What.CONTACT_OUTSIDE,
    Label.PHONE: What.CONTACT_OUTSIDE,
    Label.MSGR: What.CONTACT_OUTSIDE,
    Label.URL: What.CONTACT_OUTSIDE,
    Label.POST: What.CONTACT_OUTSIDE,
    Label.MOVE: What.CONTACT_OUTSIDE,
}
_GRAVEST = (What.PAY_OUTSIDE, What.DEAL_OUTSIDE, What.CONTACT_OUTSIDE)


def outside_of(*, labels: Iterable[Label]) -> What | None:
    """The gravest of these that leads outside; None: none does."""
    found = {_OUTSIDE[label] for label in labels if label in _OUTSIDE}
    return next((what for what in _GRAVEST if what in found), None)
