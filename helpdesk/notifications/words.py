"""What notices say: that something happened, never what somebody wrote."""

from datetime import date

from babel.dates import format_date
from django.utils.functional import Promise
from django.utils.translation import get_language, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from helpdesk.kernel.actor import Side
from helpdesk.notifications.terms import Kind, Line, Rhythm

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
    Kind.WEIGHTS: _("The Platform announces other weights for the score."),
    Kind.TRACKS: _("The Platform announces other steps of measures."),
    Kind.WEBHOOK: _("Events did not reach a webhook of your shop."),
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
    Kind.APPEAL: _("The Platform has decided on your appeal."),
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
    Kind.WEBHOOK: _("Events did not reach a webhook of the Platform."),
}
FROM_A_DAY: dict[Kind, Promise] = {
    Kind.WEIGHTS: _("From %(day)s on, other weights apply to the score of your shop."),
    Kind.TRACKS: _("From %(day)s on, other steps of measures apply."),
}
"""What is announced ahead of a day, once the day is known."""
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


def said(*, line: Line) -> str:
    """What a notice says in the active translation; of what is announced, with the day in full."""
    if line.applies_on is not None and line.kind in FROM_A_DAY:
        return from_day(kind=line.kind, on=line.applies_on)
    return str(SAID[line.side][line.kind])


def from_day(*, kind: Kind, on: date) -> str:
    """As in "From 8 December 2026 on, other steps of measures apply.\""""
    language = (get_language() or "en")[:2]
    day = format_date(on, "long", locale="en_GB" if language == "en" else language)
    return str(FROM_A_DAY[kind]) % {"day": day}
