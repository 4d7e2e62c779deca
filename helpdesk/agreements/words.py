"""The sentences of agreements."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "agreement.not_found": _("There is no such agreement."),
    "agreement.amount": _("This is no amount. Please write it in figures, such as 20 or 12.50."),
    "agreement.amount_missing": _("Please say how much."),
    "agreement.words_missing": _("Please say in words what it is about."),
    "agreement.type_missing": _("Please choose what it is about."),
    "agreement.day": _("This is no day. Please choose one from the calendar."),
    "agreement.owed_by": _("Either the Seller or the Buyer does what is agreed."),
    "agreement.sellers_alone": _("Only the Seller can refund, replace or give a discount."),
    "agreement.past_day": _("This day has passed. Choose today or a later one."),
    "agreement.far": _("This day lies more than a year ahead. Choose an earlier one."),
    "agreement.too_many": _("Ten proposals wait in this conversation. Settle one of them first."),
    "agreement.not_yours_to_confirm": _("Only the other side can confirm this."),
    "agreement.settled": _("This was settled already. Nothing was stored."),
    "agreement.expired": _("Its day has passed without an answer. Please propose it anew."),
    "agreement.changed": _("A newer proposal stands in its place. Nothing was stored."),
    "agreement.being_changed": _("A change of this agreement waits for an answer already."),
    "agreement.over": _("This agreement is over. Please propose a new one."),
    "agreement.kept": _("It was said already that this is done."),
    "agreement.not_in_force": _("This agreement is not in force, so nothing is to be done."),
    "agreement.nothing_to_do": _(
        "A confirmation says something. There is nothing to do, and nothing to change."
    ),
}
