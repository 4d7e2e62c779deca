"""The sentences of what people do beside the steps of cases: opening, contacts outside, news of orders."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

REFUSED = {
    "case.moved": _("The case has moved on since you opened it. Please look at it again."),
    "case.items": _("Please choose pieces of this order."),
    "case.amount": _("This is no amount. Please write it in figures, such as 20 or 12.50."),
    "case.kind_unknown": _("There is no such kind of case."),
    "case.not_yours_to_open": _(
        "Only the Buyer opens a case; a Seller, only from a message that declared it."
    ),
    "case.not_declared": _("A message can declare a withdrawal or a complaint, nothing else."),
    "case.no_such_message": _("There is no such message of the Buyer."),
    "case.message_taken": _("This message is a case already."),
    "case.goes_back_already": _(
        "These items are already being sent back or have been refunded. You find them under your cases."
    ),
    "case.too_many": _("Twenty cases of this order are open. Please close one of them first."),
    "case.not_yours_to_decide": _("Support decides what is put before the Platform."),
    "contact.not_found": _("There is no such note."),
    "contact.words_missing": _("Please say in words what was said."),
    "contact.reason_missing": _("Please say how it was."),
    "contact.future_day": _("This day has not come yet."),
    "contact.old_day": _("This day lies more than a year back."),
    "contact.settled": _("This note was confirmed or disputed already. Nothing was stored."),
    "contact.not_yours_to_settle": _("Only the other side can confirm or deny this."),
    "order.not_yours_to_update": _("Only the Seller of an order tells of it."),
    "order.parcel_missing": _("Please give the carrier and the tracking number."),
    "order.far": _("This day lies more than a year ahead. Choose an earlier one."),
    "order.told_often": _("Six updates within a day are enough. Please write a message instead."),
}

CHANNELS = {
    "phone": pgettext_lazy("contact outside", "By telephone"),
    "email": pgettext_lazy("contact outside", "By e-mail"),
    "messenger": pgettext_lazy("contact outside", "In a messenger"),
    "letter": pgettext_lazy("contact outside", "By letter"),
    "in_person": pgettext_lazy("contact outside", "In person"),
    "other": pgettext_lazy("contact outside", "Another way"),
}

NEWS = {
    "preparing": _("Your order is being prepared for shipment."),
    "dispatched": _("Your order was dispatched with %(carrier)s, number %(tracking)s."),
    "delayed": _("Your order takes longer. New expected date: %(day)s."),
    "arriving": _("Your order is on its way. Expected delivery: %(day)s."),
}
