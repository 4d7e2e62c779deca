"""What notices say: that something happened, never what somebody wrote."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from helpdesk.kernel.actor import Side
from helpdesk.notifications.terms import Kind, Rhythm

TO_SELLER: dict[Kind, Promise] = {
    Kind.MESSAGE: _("You have a new message from a Buyer."),
    Kind.ASKED_AGAIN: _("A Buyer still needs an answer from you."),
    Kind.AGREEMENT: _("There is news about an agreement with a Buyer."),
    Kind.CASE: _("There is news about a case or an order of a Buyer."),
    Kind.VERDICT: _("The Platform has decided a case of yours."),
    Kind.LETTER: _("The Platform has written to you."),
    Kind.JOINED: _("The Platform has joined a conversation of yours."),
    Kind.DUE_50: _("Half of the time for an answer is over."),
    Kind.DUE_80: _("An answer is due soon."),
    Kind.OVERDUE: _("An answer is overdue."),
    Kind.DECISION: _("A reviewer has decided on a message from your shop."),
    Kind.MEASURE: _("The Platform has decided on a measure that concerns your shop."),
    Kind.APPEAL: _("The Platform has decided on an appeal of your shop."),
    Kind.DISPUTE: _("The Platform has decided on a point of your score that you disputed."),
    Kind.REPORT: _("There is news about something that you reported."),
}
TO_BUYER: dict[Kind, Promise] = {
    Kind.MESSAGE: _("You have a new message."),
    Kind.AGREEMENT: _("There is news about an agreement with a shop."),
    Kind.CASE: _("There is news about your order or your case."),
    Kind.VERDICT: _("The Platform has decided a case of yours."),
    Kind.LETTER: _("The Platform has written to you."),
    Kind.JOINED: _("The Platform has joined a conversation of yours."),
    Kind.OVERDUE: _("Your question was not answered in time."),
    Kind.DECISION: _("A reviewer has decided on your message."),
    Kind.REPORT: _("There is news about something that you reported."),
}
TO_ADMINISTRATOR: dict[Kind, Promise] = {
    Kind.REVIEW: _("A message waits for a reviewer."),
    Kind.REPORT: _("A report waits for a decision."),
    Kind.DISPUTE: _("A Seller contests a point of the score."),
    Kind.PROPOSAL: _("A proposed measure waits for a decision."),
    Kind.APPEAL: _("An appeal waits for a decision."),
    Kind.ESCALATION: _("A case was put before the Platform."),
    Kind.EVIDENCE: _("Evidence was handed in for a case before the Platform."),
    Kind.LETTER: _("A letter waits for the Platform's answer."),
}
SAID = {Side.SELLER: TO_SELLER, Side.BUYER: TO_BUYER, Side.ADMINISTRATOR: TO_ADMINISTRATOR}
RHYTHMS: dict[Rhythm, Promise] = {
    Rhythm.AT_ONCE: _("At once"),
    Rhythm.HOURLY: _("Once an hour, what came together"),
    Rhythm.DAILY: _("Once a day, what came together"),
}
SENTENCES = {
    "notice.not_yours": _("The Platform alone fetches the notices that it delivers."),
    "notice.not_found": _("There is no such notice."),
    "wishes.not_owner": _("Only owners and platform administrators choose what is usual for colleagues."),
    "wishes.not_yours": _("There are no notices for this role."),
    "wishes.zone": _("Please choose a time zone from the list."),
    "wishes.minutes": _("Please enter a time between 00:00 and 23:59."),
}
SEVERAL = ngettext_lazy("%(count)d notice in Helpdesk", "%(count)d notices in Helpdesk", "count")
