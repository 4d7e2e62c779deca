"""What is told of a step, to whoever reads the case in their language. `step.value` where a value, or who
took it, tells more.

Placeholders: amount, deduction, carrier, tracking, day (the expected one), promised, term.
"""

from django.utils.translation import gettext_lazy as _

TOLD = {
    "open": _("The case was opened."),
    "change_kind": _("The case is now of another kind. Its first date stays."),
    "enquire": _("The Seller has asked the carrier where the parcel is."),
    "resend": _(
        "The Seller has sent it again with %(carrier)s, number %(tracking)s. Expected delivery: %(day)s."
    ),
    "find": _("The parcel has been found."),
    "refund": _("The Seller has made the refund: %(amount)s."),
    "refund.system": _("The Platform has paid back %(amount)s."),
    "carry_out": _("The Seller has carried out the decision."),
    "accept": _("The Seller has accepted."),
    "accept.repair": _("The Seller has accepted the complaint: the goods will be repaired."),
    "accept.replacement": _("The Seller has accepted the complaint: the goods will be replaced."),
    "accept.price_reduction": _("The Seller has accepted the complaint: the price is reduced by %(amount)s."),
    "accept.refund": _("The Seller has accepted the complaint: the price will be refunded."),
    "refuse": _("The Seller has refused, with reasons."),
    "refuse.term": _("The Seller has refused the return and quotes the term: %(term)s"),
    "refuse.out_of_time": _("The Seller has refused the withdrawal: it was declared after its time."),
    "refuse.exclusion": _("The Seller has refused the withdrawal: the law excludes these goods."),
    "refuse.no_consumer": _("The Seller has refused the withdrawal: the Buyer is no consumer."),
    "refuse.no_trader": _("The Seller has refused the withdrawal: the Seller is no trader."),
    "offer": _("The Seller has made an offer."),
    "instruct": _("The Seller has sent the instructions for the return."),
    "receive": _("The Seller has received the return."),
    "inspect": _("The Seller has inspected the return."),
    "deduct": _("The Seller takes %(deduction)s off the refund, with a photo and a reason."),
    "keep_goods": _("The goods need not be sent back."),
    "repair_notice": _(
        "The Buyer may choose between repair and replacement. If the goods are repaired, the Seller answers"
        " for them twelve months longer, once."
    ),
    "start_repair": _("The repair has started."),
    "start_replacement": _("The replacement has started."),
    "complete": _("The repair or replacement is completed and is being prepared for shipment."),
    "dispatch": _("Dispatched with %(carrier)s, number %(tracking)s. Expected delivery: %(day)s."),
    "delayed": _("It takes longer. New expected date: %(day)s."),
    "delayed.promised": _("It takes longer. The Seller promises it by %(promised)s."),
    "send": _("The Buyer has sent the goods back."),
    "scanned": _("The carrier has delivered the return."),
    "delivered": _("The carrier has delivered the parcel."),
    "choose.repair": _("The Buyer chooses repair."),
    "choose.replacement": _("The Buyer chooses replacement."),
    "allow_refurbished": _("The Buyer asks for a refurbished replacement."),
    "confirm": _("The Buyer has confirmed that all is well."),
    "confirm_by_time": _("The Buyer said nothing to the contrary in five business days: the case is done."),
    "still_missing": _("The parcel is still missing, says the Buyer."),
    "still_wrong": _("The problem persists, says the Buyer. The complaint begins anew."),
    "not_arrived": _("The dispatched parcel has not arrived, says the Buyer."),
    "where_is_it": _("The Buyer asks where it is."),
    "agree": _("The Buyer agrees."),
    "decline": _("The Buyer declines the offer."),
    "let_lie": _("The offer was not answered. The case rests; the Buyer may still call the Platform."),
    "rest": _("The refusal was not contested. The case rests; the Buyer may still call the Platform."),
    "expire": _("The goods were not sent back in time. The case is closed."),
    "drop": _("The Buyer has taken it back."),
    "accept_by_silence": _(
        "The Seller did not answer the complaint in time. By law it is accepted as demanded."
    ),
    "put_before_administrator": _("Whether silence has an effect here is decided by an Administrator."),
    "book_silence": _("An Administrator has decided: by law the complaint is accepted as demanded."),
    "reject_silence": _(
        "An Administrator has decided: silence has no effect here. The Seller has to answer."
    ),
    "escalate": _("The Platform has been called."),
    "put_before_platform": _("The Seller has left the marketplace. The Platform takes the case on."),
    "add_evidence": _("Evidence was added."),
    "concede": _("The Seller gives in."),
    "take_up": _("The Platform has taken it up."),
    "decide.for_buyer": _("The Platform has decided for the Buyer."),
    "decide.in_part": _("The Platform has decided for the Buyer in part."),
    "decide.for_seller": _("The Platform has decided for the Seller."),
    "appeal": _("An appeal was made. Another person decides it."),
    "accept_decision": _("The decision was accepted."),
    "become_final": _("Nobody appealed: the decision is final."),
    "decide_appeal.for_buyer": _("The appeal is decided for the Buyer."),
    "decide_appeal.in_part": _("The appeal is decided for the Buyer in part."),
    "decide_appeal.for_seller": _("The appeal is decided for the Seller."),
    "ask_information": _("Information is missing. Please give it within five business days."),
    "give_information": _("The missing information was given."),
    "information_missed": _("The missing information did not come. The periods run on."),
    "promise_missed": _("The promised day has passed."),
    "remind": _("Nothing was heard for five business days."),
    "date_passed": _("A date has passed."),
}
