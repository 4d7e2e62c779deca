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
    "reply.leaves_questions": _(
        "This seems to leave a question open. Nothing was sent:"
        " tick what is answered, or say how it is meant."
    ),
    "questions.unknown": _("There is no such question here."),
    "questions.both": _("A question is answered now or later, not both."),
    "questions.not_open": _(
        "A question of your list does not wait any more. Nothing was sent; look at it again."
    ),
    "questions.automatic": _("A message that nobody wrote answers no question."),
    "questions.later_in_full": _(
        "A question is left for later, so this is no full answer:"
        " send it as an interim note, promise a day, or tick the question as answered."
    ),
    "reopening.complete": _("Who finds the answer complete opens nothing again."),
    "reply.automatic": _("A message that nobody wrote has no manner of its own: send one of the two."),
    "promise.interim": _("An interim note promises nothing: leave the day out, or send the answer with it."),
    "promise.nothing_open": _("Nobody waits for an answer here, so there is nothing to promise."),
    "promise.second": _(
        "There was a promise already, and a second one does not stop the clock."
        " Send the answer, or an interim note."
    ),
    "promise.past": _("This day has passed. Choose today or a later one."),
    "promise.far": _("A promise may lie at most ten business days ahead. Choose an earlier day."),
    "waiver.nothing_open": _("Nobody waits for an answer here, so there is nothing to mark."),
    "waiver.first": _("The first message of a conversation always gets an answer."),
    "waiver.asked_again": _(
        "The Buyer waits for this answer and has said so, or it was promised. Please send it."
    ),
    "waiver.late": _("The deadline has passed. Only an answer settles this question now."),
    "objection.nothing_marked": _("Nothing was marked as needing no reply here."),
    "objection.open": _("The Seller owes you an answer already."),
    "objection.second": _("You have said already that you need a reply."),
    "objection.past": _("The time to object is over. Please write what you need to know."),
    "insistence.not_courtesy": _(
        "Only a message of yours that asked for nothing can be changed into a question."
    ),
    "insistence.open": _("The Seller owes you an answer already."),
    "insistence.answered": _("The Seller has written since. Please write what you still need to know."),
    "reopening.not_an_answer": _("This message answered no question."),
    "reopening.open": _("The Seller owes you an answer already."),
    "reopening.promised": _(
        "The Seller has promised the rest of the answer by a day that has not passed yet."
    ),
    "reopening.most": _(
        "You have said twice already that this question was not answered. Please write what is missing."
    ),
    "details.buyers_only": _("Only the Buyer of an order says where its courier and its refunds go."),
    "details.empty": _("Nothing was stored: please fill in at least one field."),
    "details.not_found": _("Nothing was given here."),
    "delivery.phone": _(
        "This is no number at which a courier can call. Please write it with its country, such as"
        " +48 512 345 678."
    ),
    "delivery.contact": _(
        "The note is for the way to the door. Please leave contact details and links out of it: the number"
        " has a field of its own."
    ),
    "delivery.over": _(
        "This order is delivered and its returns are over: no courier needs details any more."
    ),
    "refund.iban": _("This is not a valid IBAN: please compare it with your bank's own writing of it."),
    "attempt.not_yours": _("Samples and refused messages are for reviewers."),
    "attempt.not_found": _("There is no such refused message."),
    "attempt.settled": _("Somebody has decided on this already. That decision stands."),
    "attempt.erased": _("This text was erased, so nothing is left to release."),
    "conduct.refused": _(
        "Nothing was sent: this is against the rules for messages. Change it, or ask for a check."
    ),
    "conduct.remarks": _("Please look at the remarks below. You may send the text as it is."),
    "conduct.confirm": _(
        "Nothing was sent yet: please change the message, or say why it is to be sent as it is."
    ),
    "conduct.held": _(
        "Nothing was sent yet: a person of the Platform looks at this message first, and sends it if it is"
        " fine."
    ),
    "check.not_yours": _("Only the side that wrote a refused message asks for a check of it."),
    "check.asked": _("Somebody looks at this message already."),
    "message.invisible": _(
        "This message shows nothing that could be read. Please write your message in words."
    ),
    "message.marks": _(
        "This message has letters with so many marks that it cannot be read. Please use plain letters."
    ),
}
# the same rules in a few words, for whoever looks at what they refused
REFUSED_FOR = {
    "message.invisible": _("Shows nothing to read"),
    "message.marks": _("Too many marks on a letter"),
    "conduct.refused": _("Against the rules for messages"),
    "conduct.held": _("A person looks at it first"),
}
