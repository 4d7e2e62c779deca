"""The sentences of standing."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from helpdesk.standing.terms import Level, Matter

SENTENCES = {
    "standing.feed": _("The feed of visibility is for the Platform and its administrators."),
    "standing.own": _("Only a Seller has a standing of their own."),
}
LEVELS = {
    Level.NEW: pgettext_lazy("a shop", "New"),
    Level.RATED: pgettext_lazy("a shop", "Rated"),
    Level.RELIABLE: pgettext_lazy("a shop", "Reliable"),
}
MATTERS = {
    Matter.ANSWER: pgettext_lazy("what was owed", "Answer"),
    Matter.PROMISE: pgettext_lazy("what was owed", "Promised day"),
    Matter.STEP: pgettext_lazy("what was owed", "Step of a case"),
}
