"""The sentences of accounts, and the names of roles."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from helpdesk.accounts.terms import Scope
from helpdesk.kernel.actor import Role

SENTENCES = {
    "client.not_found": _("There is no such client."),
    "client.scope": _("The client does not have all of these scopes."),
    "client.unknown": _("Client and secret do not fit, or the client was revoked."),
    "email.malformed": _("This is not an e-mail address."),
    "invitation.gone": _(
        "This invitation is not valid any more: it was used or withdrawn, or it is older than a week."
        " Ask whoever invited you for a new one."
    ),
    "invitation.has_account": _("There is an account for this e-mail address. Please sign in with it."),
    "invitation.not_found": _("There is no such invitation."),
    "invitation.other_address": _("This invitation is for another e-mail address than yours."),
    "language.not_offered": _("Pages are not offered in this language."),
    "launch.administrator": _(
        "This person also works for the Platform here, and comes in by their own sign-in only."
    ),
    "launch.gone": _("This link was used already, or it is older than five minutes."),
    "launch.not_so": _("This side cannot do that here."),
    "launch.one_target": _("Please name one target: an order, an offer, a conversation or a case."),
    "launch.platform_only": _("Only the Platform's own connection may let people in."),
    "launch.shut": _("This person's account is closed."),
    "mail.unavailable": _(
        "The mail could not be sent just now. What you did is stored; please send it again in a few minutes."
    ),
    "role.last_platform_admin": _(
        "This is the last person who manages people and rules. Give the role to somebody else first."
    ),
    "role.not_listed": _("There is no such role."),
    "subject.bound_otherwise": _(
        "The directory knows this person by another name already, or knows somebody else by this one."
    ),
    "subject.not_bound": _("The directory has no name for this person here."),
}

HINTS = {
    "launch.not_so": _(
        "A Buyer asks about an offer or an order, has a problem with an order, and opens all four. A Seller"
        " opens an order, a conversation or a case."
    ),
}
ROLES: dict[str, Promise] = {
    Role.BUYER: _("Buyer"),
    Role.OWNER: pgettext_lazy("role", "Owner"),
    Role.AGENT: pgettext_lazy("role", "Agent"),
    Role.READER: pgettext_lazy("role", "Reader"),
    Role.SUPPORT: pgettext_lazy("role", "Support"),
    Role.REVIEWER: pgettext_lazy("role", "Reviewer"),
    Role.COMPLIANCE: pgettext_lazy("role", "Compliance"),
    Role.AUDITOR: pgettext_lazy("role", "Auditor"),
    Role.PLATFORM_ADMIN: pgettext_lazy("role", "Platform admin"),
}
MAY: dict[str, Promise] = {
    Role.OWNER: _("Everything, and the team"),
    Role.AGENT: _("Answers messages"),
    Role.READER: _("Reads, writes nothing"),
    Role.SUPPORT: _("Reads files with a reason, joins conversations"),
    Role.REVIEWER: _("Reviews what was reported or found"),
    Role.COMPLIANCE: _("Measures, appeals, erasure"),
    Role.AUDITOR: _("Reads, verifies, exports"),
    Role.PLATFORM_ADMIN: _("People, calendars, rules, markets; no message text"),
}

SCOPES: dict[str, Promise] = {
    Scope.READ: _("Read: conversations, cases, orders, standing"),
    Scope.REPLY: _("Reply: write and answer, mark, send files"),
    Scope.CASES: _("Cases and agreements: take steps"),
    Scope.DISPUTES: _("Letters to the Platform, reports, appeals"),
    Scope.WEBHOOKS: _("Webhooks: set up where events are sent"),
    Scope.EXPORT: _("Export: evidence packages and the data of the shop"),
    Scope.TEAM: _("Team and notices: invite, remove, cover"),
}
