"""The sentences of conversations."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "conversation.not_found": _("There is no such conversation."),
    "conversation.moved": _(
        "Something new was posted since you opened this conversation. Nothing was sent; please read it first."
    ),
    "conversation.not_yours_to_answer": _("Only the Seller's owners and agents answer here."),
    "conversation.not_yours_to_ask": _("Only the Buyer of this conversation asks here."),
    "conversation.no_inbox": _("Only a Seller's people have an inbox."),
    "clock.no_calendar": _(
        "The answer's deadline cannot be worked out at the moment. Nothing was sent; please try again later."
    ),
    "message.invisible": _(
        "This message shows nothing that could be read. Please write your message in words."
    ),
    "message.marks": _(
        "This message has letters with so many marks that it cannot be read. Please use plain letters."
    ),
}
