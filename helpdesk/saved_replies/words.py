"""The sentences of saved replies."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from helpdesk.saved_replies.terms import Placeholder

SENTENCES = {
    "saved_reply.not_found": _("There is no such saved reply."),
    "saved_reply.choose": _("Please choose a saved reply."),
    "saved_reply.not_yours": _("Saved replies belong to a shop: its owners and agents change and use them."),
    "saved_reply.bodies": _("Please write the reply in at least one language."),
    "saved_reply.language": _("Replies are in English, Polish, German, French or Italian."),
    "saved_reply.placeholder": _(
        "Nobody would know what to fill in for %(unknown)s. Nothing was stored; the placeholders that are"
        " known stand below."
    ),
    "saved_reply.named": _("The shop has a saved reply of this name already."),
    "saved_reply.moved": _(
        "Somebody has changed this reply meanwhile. Nothing was stored; please look at the reply as it is"
        " now."
    ),
    "saved_reply.most": _("A shop keeps at most %(limit)s saved replies."),
    "saved_reply.no_body": _("This reply has no text in the Buyer's language. Nothing was filled in."),
    "saved_reply.missing": _(
        "Not everything that this reply says is known of this order. Nothing was filled in."
    ),
    "together.nobody": _("Please tick at least one conversation."),
    "together.most": _("At most %(limit)s conversations can be answered at a time."),
    "together.twice": _("A conversation is named twice."),
    "together.moved": _(
        "Something new was posted since you opened the list. Nothing was noted here; please read it first."
    ),
}
PLACEHOLDERS: dict[Placeholder, Promise] = {
    Placeholder.BUYER: pgettext_lazy("placeholder", "the Buyer's name"),
    Placeholder.ORDER: pgettext_lazy("placeholder", "the order's number"),
    Placeholder.TRACKING: pgettext_lazy("placeholder", "the tracking number"),
    Placeholder.CARRIER: pgettext_lazy("placeholder", "the carrier"),
    Placeholder.EXPECTED: pgettext_lazy("placeholder", "the expected day of arrival"),
}
