"""The sentences of drafts."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "draft.too_long": _("A draft has at most %(limit)s characters. It was not kept."),
    "composing.not_yours": _("Only the Seller's people are seen here."),
}
