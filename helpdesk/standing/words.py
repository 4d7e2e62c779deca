"""The sentences of standing."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "standing.feed": _("The feed of visibility is for the Platform and its administrators."),
}
