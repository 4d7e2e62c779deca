"""The words of reports."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from helpdesk.kernel.actor import Side
from helpdesk.reports.terms import About, Channel, Found, Outcome, What

WHATS: dict[Side, dict[What, Promise]] = {
    Side.BUYER: {
        What.PAY_OUTSIDE: _("Wants to be paid outside the Platform"),
        What.DEAL_OUTSIDE: _("Offers a deal outside the Platform"),
        What.CONTACT_OUTSIDE: _("Contacts me outside the Platform, or wants me to"),
        What.MARKETING: _("Sends me advertising"),
        What.MISLEADING: _("Says what is not true"),
        What.INSULT: _("Insults me"),
        What.THREAT: _("Threatens me"),
        What.OTHER: pgettext_lazy("what is reported", "Something else"),
    },
    Side.SELLER: {
        What.INSULT: _("Insults us"),
        What.THREAT: _("Threatens us"),
        What.FLOOD: _("Floods us with messages"),
        What.FRAUD: _("Tries to defraud us"),
        What.OTHER: pgettext_lazy("what is reported", "Something else"),
    },
}
"""As the side that reports says it."""

NAMES: dict[What, Promise] = {
    What.PAY_OUTSIDE: _("Payment outside the Platform"),
    What.DEAL_OUTSIDE: _("A deal outside the Platform"),
    What.CONTACT_OUTSIDE: _("Contact outside the Platform"),
    What.MARKETING: pgettext_lazy("what is reported", "Advertising"),
    What.MISLEADING: _("Misleading statements"),
    What.INSULT: pgettext_lazy("what is reported", "An insult"),
    What.THREAT: pgettext_lazy("what is reported", "A threat"),
    What.FLOOD: _("A flood of messages"),
    What.FRAUD: _("Attempted fraud"),
    What.OTHER: pgettext_lazy("what is reported", "Something else"),
}

CHANNELS: dict[Channel, Promise] = {
    Channel.HERE: pgettext_lazy("where it happened", "Here, on the Platform"),
    Channel.MAIL: pgettext_lazy("where it happened", "By e-mail"),
    Channel.SMS: pgettext_lazy("where it happened", "By SMS"),
    Channel.PHONE: pgettext_lazy("where it happened", "By phone"),
    Channel.POST: pgettext_lazy("where it happened", "By post, or in the parcel"),
}

ABOUT: dict[About, Promise] = {
    About.MESSAGE: pgettext_lazy("a report", "About a message"),
    About.CONVERSATION: pgettext_lazy("a report", "About a conversation"),
    About.ORDER: pgettext_lazy("a report", "About an order"),
}

OUTCOMES: dict[Outcome, Promise] = {
    Outcome.FOUNDED: pgettext_lazy("a report", "Founded"),
    Outcome.UNFOUNDED: pgettext_lazy("a report", "Unfounded"),
    Outcome.ABUSIVE: pgettext_lazy("a report", "Abusive"),
}
"""For the desk, which chooses one."""

TOLD: dict[Outcome, Promise] = {
    Outcome.FOUNDED: _("You were right to report this: it breaks the rules of the Platform."),
    Outcome.UNFOUNDED: _("We could not find that this breaks the rules of the Platform."),
    Outcome.ABUSIVE: _("This report was plainly unfounded, and you could know it."),
}
"""For whoever reported."""

FOUND: dict[Found, Promise] = {
    Found.CONTACT: pgettext_lazy("what was found", "Contact outside the Platform"),
    Found.MARKETING: pgettext_lazy("what was found", "Advertising"),
    Found.INSULT: pgettext_lazy("what was found", "Insult"),
    Found.MISLEADING: pgettext_lazy("what was found", "Misleading statement"),
    Found.FALSE_TRACKING: pgettext_lazy("what was found", "False tracking number"),
    Found.DEAL: pgettext_lazy("what was found", "Deal outside the Platform"),
    Found.PAYMENT: pgettext_lazy("what was found", "Payment outside the Platform"),
    Found.TERMS: pgettext_lazy("what was found", "Terms outside the Platform"),
    Found.THREAT: pgettext_lazy("what was found", "Threat"),
    Found.FLOOD: pgettext_lazy("what was found", "Flood of messages"),
    Found.FRAUD: pgettext_lazy("what was found", "Attempted fraud"),
}

OUTSIDE: dict[What, Promise] = {
    What.PAY_OUTSIDE: _(
        "This message seems to ask for a payment outside the Platform. What you pay there nobody can get"
        " back for you."
    ),
    What.DEAL_OUTSIDE: _(
        "This message seems to offer a deal outside the Platform. What you agree on there nobody here can"
        " prove or enforce."
    ),
    What.CONTACT_OUTSIDE: _(
        "This message seems to lead you away from the Platform. What is said there nobody here can prove."
    ),
}
"""Why a Buyer is warned at a message."""

SENTENCES = {
    "report.not_found": _("There is no such report."),
    "report.not_yours": _("Buyers and a Seller's owners and agents report to the Platform."),
    "report.not_yours_to_settle": _("Reviewers and compliance decide reports."),
    "report.not_yours_to_see": _("Reports are for those who read files."),
    "report.one_subject": _("A report is about one conversation or one order."),
    "report.not_theirs": _("You can report messages of the other side."),
    "report.what": _("Please say what happened."),
    "report.channel": _("Please say where it happened; only contact from outside has another place."),
    "report.words_missing": _("Please say in a few words what happened."),
    "report.files": _("A report may have %(limit)s files at most."),
    "report.reported": _("You have reported this message already. You find it under your reports."),
    "report.too_many": _("%(limit)s of your reports wait already. Please wait until some are decided."),
    "report.settled": _("Somebody has decided this report already."),
    "report.outcome": _("Please say whether the report is founded, unfounded or abusive."),
    "report.found": _("Please say what was found, if the report is founded, and only then."),
    "report.reason": _("Please tell the reporter why: whoever is turned down may know the reason."),
}
