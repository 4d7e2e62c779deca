"""The words of letters."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from helpdesk.letters.terms import About, JoinReason

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

SENTENCES = {
    "letter.not_found": _("There is no such letter."),
    "letter.not_yours": _("Only Buyers and a Seller's owners and agents write to the Platform."),
    "letter.not_yours_to_answer": _("Support joins conversations and answers letters."),
    "letter.not_yours_to_see": _("Letters are for support and for those who read files."),
    "letter.one_subject": _("A letter is about one conversation, or one order, or nothing in particular."),
    "letter.side": _("A letter of the Platform goes to the Buyer or to the Seller."),
    "joining.reason": _("Please say why you join: both sides read it."),
    "joining.joined": _("You have joined this conversation already."),
    "joining.first": _("Please join the conversation first: both sides are told why."),
}
