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
    "reply.reads_as_holding": _(
        "This reads as if the full answer were still to come. Nothing was sent: say how it is meant."
    ),
    "reply.reads_as_vague": _(
        "This reads as if it left the question open. Nothing was sent: say how it is meant."
    ),
    "reply.reads_as_courtesy": _(
        "This reads as mere courtesy, and a question is open. Nothing was sent: say how it is meant."
    ),
    "promise.interim": _("An interim note promises nothing: leave the day out, or send the answer with it."),
    "promise.nothing_open": _("Nobody waits for an answer here, so there is nothing to promise."),
    "promise.second": _(
        "There was a promise already, and a second one does not stop the clock."
        " Send the answer, or an interim note."
    ),
    "promise.past": _("This day has passed. Choose today or a later one."),
    "promise.far": _("A promise may lie at most ten business days ahead. Choose an earlier day."),
    "message.invisible": _(
        "This message shows nothing that could be read. Please write your message in words."
    ),
    "message.marks": _(
        "This message has letters with so many marks that it cannot be read. Please use plain letters."
    ),
}
