"""The sentences of the Archive."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "archive.busy": _("Too much is going on here at this moment. Nothing was stored; please try again."),
    "archive.key_reused": _(
        "This form was already sent with other content. Please reload the page and send again."
    ),
    "archive.log_mode": _("This database belongs to the other kind of log: a real one never becomes a demo."),
    "archive.moved": _("The record moved on meanwhile. Nothing was stored; please try again."),
    "archive.sequencer_only": _("Only the sequencer numbers entries."),
    "archive.too_late": _(
        "This took too long to be stored with the right time. Nothing was stored; please try again."
    ),
    "entry.not_found": _("There is no such entry."),
    "accounts.not_yours": _("Managing accounts is not among your rights."),
    "text.nul": _("The text holds a character that cannot be stored (NUL)."),
    "text.surrogate": _("The text holds half a character that cannot be stored."),
    "text.control": _("The text holds control characters."),
    "text.empty": _("Please write something."),
    "text.too_long": _("The text is too long: %(length)s characters, at most %(limit)s."),
}
