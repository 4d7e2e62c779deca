"""Agreements in the reader's words."""

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy

from helpdesk.agreements.terms import Shown, State, Type, What
from helpdesk.kernel.actor import Side

TYPES: dict[Type, Promise] = {
    Type.REFUND: pgettext_lazy("agreed", "Refund"),
    Type.DISCOUNT: pgettext_lazy("agreed", "Discount"),
    Type.REPLACEMENT: pgettext_lazy("agreed", "Replacement"),
    Type.DELIVERY: pgettext_lazy("agreed", "Delivery"),
    Type.OTHER: pgettext_lazy("agreed", "Other"),
}
STATES: dict[State, Promise] = {
    State.EXPIRED: pgettext_lazy("agreement", "Expired without an answer"),
    State.IN_FORCE: pgettext_lazy("agreement", "Agreed"),
    State.KEPT: pgettext_lazy("agreement", "Done"),
    State.LAPSED: pgettext_lazy("agreement", "Not done by its day"),
    State.DECLINED: pgettext_lazy("agreement", "Declined"),
    State.WITHDRAWN: pgettext_lazy("agreement", "Taken back"),
    State.CHANGED: pgettext_lazy("agreement", "Replaced by a newer one"),
}


def state(*, of: Shown, reader: Side) -> str:
    """Where it stands, for one side."""
    if of.state is State.WAITING and of.other is reader:
        return gettext("Waits for you")
    if of.state is State.WAITING:
        buyers = of.other is Side.BUYER
        return gettext("Waits for the Buyer") if buyers else gettext("Waits for the Seller")
    if of.what is What.CONFIRMATION and of.state is State.IN_FORCE:
        return gettext("Confirmed")
    return str(STATES[of.state])


def name(*, of: Shown) -> str:
    """What it is, in a word or two."""
    return str(TYPES[of.type]) if of.type else gettext("Please confirm")
