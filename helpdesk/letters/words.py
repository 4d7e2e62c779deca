"""The words of letters."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from helpdesk.letters.terms import About, CloseReason, JoinReason

ABOUT = {
    About.CONVERSATION: pgettext_lazy("a letter", "About a conversation"),
    About.ORDER: pgettext_lazy("a letter", "About an order"),
    About.PLATFORM: pgettext_lazy("a letter", "About nothing in particular"),
}

JOIN_REASONS = {
    JoinReason.ASKED: pgettext_lazy("why the Platform joins", "One of you asked the Platform"),
    JoinReason.DISPUTE: pgettext_lazy("why the Platform joins", "You disagree"),
    JoinReason.RULES: pgettext_lazy("why the Platform joins", "The rules for messages"),
    JoinReason.SAFETY: pgettext_lazy("why the Platform joins", "Safety"),
    JoinReason.TECHNICAL: pgettext_lazy("why the Platform joins", "A technical problem"),
}

CLOSE_REASONS = {
    CloseReason.NO_QUESTION: pgettext_lazy("why a letter is closed", "It asks for nothing"),
    CloseReason.ANSWERED: pgettext_lazy("why a letter is closed", "It is answered elsewhere"),
    CloseReason.SETTLED: pgettext_lazy("why a letter is closed", "The matter is solved"),
    CloseReason.OTHER_SIDE: pgettext_lazy("why a letter is closed", "The other side can answer it"),
}
"""For the desk, which chooses one."""

CLOSED = {
    CloseReason.NO_QUESTION: _(
        "Thank you for your letter. We have read it; it seems to need no answer. If it does,"
        " simply write again."
    ),
    CloseReason.ANSWERED: _(
        "Thank you for your letter. We have answered it elsewhere already, in another letter or in the"
        " conversation. If something is missing, simply write again."
    ),
    CloseReason.SETTLED: _(
        "Thank you for your letter. What it is about seems to be solved by now. If it is not,"
        " simply write again."
    ),
    CloseReason.OTHER_SIDE: _(
        "Thank you for your letter. The other side can answer this better than we can: please ask in the"
        " conversation. If that does not help, write to us again."
    ),
}
"""For whoever wrote it."""

SENTENCES = {
    "letter.not_found": _("There is no such letter."),
    "letter.not_yours": _("Only Buyers and a Seller's owners and agents write to the Platform."),
    "letter.not_yours_to_answer": _("Support joins conversations and answers letters."),
    "letter.not_yours_to_see": _("Letters are for support and for those who read files."),
    "letter.one_subject": _("A letter is about one conversation, or one order, or nothing in particular."),
    "letter.closing": _("Please say why the letter needs no answer: its writer reads it."),
    "letter.nothing_waits": _("No letter waits here any more: somebody has answered or closed it."),
    "letter.side": _("A letter of the Platform goes to the Buyer or to the Seller."),
    "joining.reason": _("Please say why you join: both sides read it."),
    "joining.joined": _("You have joined this conversation already."),
    "joining.first": _("Please join the conversation first: both sides are told why."),
}
