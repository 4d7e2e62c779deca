"""The sentences of conversations."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SENTENCES = {
    "conversation.not_found": _("There is no such conversation."),
    "conversation.moved": _(
        "Something new was posted since you opened this conversation. Nothing was sent; please read it first."
    ),
    "conversation.not_yours_to_answer": _("Only the Seller's owners and agents answer here."),
    "conversation.not_yours_to_ask": _("Only the Buyer of this conversation asks here."),
    "conversation.not_yours_to_write": _("Only the Buyer and the Seller's owners and agents write here."),
    "conversation.no_inbox": _("Only a Seller's people have an inbox."),
    "import.platform_only": _("Only the Platform brings threads from an older system."),
    "import.not_found": _("There is no such import, or its file is gone."),
    "import.no_file": _("Please choose a file; an empty one holds nothing."),
    "import.format": _("Please say how the file is written."),
    "import.too_large": _("The file is too large: at most %(limit)s MB. Cut it in two between threads."),
    "import.not_tried": _("Only what was tried on this page can be imported, and only once."),
    "import.about_one": _("A thread is about one thing: name its order or its offer, and not both."),
    "import.message_twice": _("Two messages of this thread have the id “%(id)s”."),
    "import.future": _("This lies in the future."),
    "import.not_utf8": _("This is not UTF-8."),
    "import.not_array": _("This file does not begin with a list of threads."),
    "import.not_csv": _(
        "This is not valid CSV from here on: a quotation mark is missing, or a cell is too long."
    ),
    "import.row_differs": _("“%(column)s” differs from the rows of the same thread above."),
    "import.cells": _("This row has not as many cells as there are columns: %(expected)s."),
    "import.columns_missing": _("These columns are missing: %(columns)s."),
    "import.columns_unknown": _("These columns are unknown, or stand there twice: %(columns)s."),
    "import.thread_twice": _(
        "This thread stands further above already: all of its messages belong together."
    ),
    "import.other_buyer": _("The order is not that of the Buyer “%(id)s”."),
    "import.other_market": _("The order is of another market: %(market)s."),
    "import.elsewhere": _("This thread was imported before, about another order or offer."),
    "import.other_thread": _("Another thread was imported for this already; there is one only."),
    "import.has_thread": _("There is a conversation or a case about this already, which began here."),
    "import.moved_on": _("The conversation has gone on here since; nothing can be put before that any more."),
    "start.reason_needed": _(
        "Nobody waits for an answer here. Nothing was sent: choose what your message is about."
    ),
    "start.before_sale": _(
        "Nobody waits for an answer here, and about an offer only a Buyer begins. Nothing was sent."
    ),
    "start.somebody_waits": _(
        "The Buyer waits for an answer. Nothing was sent: please answer in the conversation."
    ),
    "start.unanswered": _(
        "The Buyer has not answered your last three messages. Nothing was sent: please wait until they write."
    ),
    "start.too_late": _(
        "The time to write first about this order is over: 30 days after its delivery,"
        " or after the Buyer's last message. Nothing was sent."
    ),
    "start.repeats_notice": _(
        "The Platform has told the Buyer all of this already."
        " Nothing was sent; add what they do not know yet."
    ),
    "start.no_such_line": _("This item is not part of the order. Nothing was sent; please choose again."),
    "mute.buyers_only": _("Only the Buyer says what they are told of."),
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
    "conversation.not_yours_to_speak": _("Support speaks in the conversations of others."),
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
    "attempt.restricted": _(
        "A measure against this shop is in force, so this text cannot be posted now. It stays where it is."
    ),
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
# what a message is written for
SELLER_REASONS = {
    "order_problem": pgettext_lazy("why a Seller writes", "A problem with the order"),
    "info_needed": pgettext_lazy("why a Seller writes", "We need information"),
    "delivery_change": pgettext_lazy("why a Seller writes", "A change of the delivery"),
    "return_step": pgettext_lazy("why a Seller writes", "Your return"),
    "repair_step": pgettext_lazy("why a Seller writes", "Your repair or replacement"),
    "invoice": pgettext_lazy("why a Seller writes", "The invoice"),
    "safety_recall": pgettext_lazy("why a Seller writes", "Safety warning or recall"),
}
BUYER_REASONS = {
    "not_arrived": pgettext_lazy("why a Buyer writes", "Where is it?"),
    "change": pgettext_lazy("why a Buyer writes", "Change the order"),
    "cancel": pgettext_lazy("why a Buyer writes", "Cancel the order"),
    "delivery": pgettext_lazy("why a Buyer writes", "Delivery"),
    "damaged": pgettext_lazy("why a Buyer writes", "Broken or damaged"),
    "wrong_item": pgettext_lazy("why a Buyer writes", "Wrong or missing item"),
    "not_working": pgettext_lazy("why a Buyer writes", "Does not work"),
    "return": pgettext_lazy("why a Buyer writes", "Send it back"),
    "invoice": pgettext_lazy("why a Buyer writes", "Invoice or payment"),
    "details": pgettext_lazy("why a Buyer writes", "More about the item"),
    "fit": pgettext_lazy("why a Buyer writes", "Does it fit?"),
    "availability": pgettext_lazy("why a Buyer writes", "Is it available?"),
    "guarantee": pgettext_lazy("why a Buyer writes", "Guarantee and returns"),
    "other": pgettext_lazy("why a Buyer writes", "Something else"),
}
