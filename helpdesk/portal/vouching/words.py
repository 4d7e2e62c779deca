"""Why nobody comes in, in the reader's words; `title` is the house's own name."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from helpdesk.openid.terms import Why

REASONS: dict[Why, Promise] = {
    Why.AWAY: _(
        "%(title)s does not answer just now. Please try again in a few minutes, or sign in in another way."
    ),
    Why.DECLINED: _("%(title)s did not confirm who you are. Nothing was changed here."),
    Why.OWN_DOOR: _("You also work for the Platform here. Please sign in as its people do."),
    Why.STALE: _(
        "This sign-in was used already, took longer than ten minutes, or began in another browser."
        " Please begin again."
    ),
    Why.UNPROVEN: _(
        "What %(title)s answered could not be verified, so nobody was signed in. Please try again; if it"
        " happens again, tell whoever runs this Helpdesk."
    ),
    Why.UNKNOWN: _(
        "You are signed in at %(title)s, but Helpdesk does not know you yet. It learns of people from the"
        " marketplace: with a first order, or when a shop adds you to its team. Please try again in a few"
        " minutes."
    ),
}
NO_ROLE = _(
    "You are signed in at %(title)s, but you have no role here. Ask a colleague who manages people to invite"
    " you with your company's e-mail address."
)
