"""Why something is not done in a case."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "case.not_found": _("There is no such case."),
    "case.step_unknown": _("There is no such step in this case."),
    "case.not_your_step": _("This step is for somebody else."),
    "case.not_your_turn": _("It is not your turn in this case."),
    "case.not_now": _("The case has moved on: this step is not possible at its present stage."),
    "case.ended": _("This case is closed."),
    "case.kind_same": _("The case is of this kind already."),
    "case.field_unknown": _("This step does not take that field."),
    "case.field_missing": _("Something is missing. Please fill in the marked field."),
    "case.field_invalid": _("This cannot be used here. Please check the marked field."),
    "case.reason_missing": _("The Buyer wants something else. Please give your reasons."),
    "case.not_what_was_wanted": _("To give in means to do what the Buyer wants."),
    "case.amount_missing": _("Please say how much."),
    "case.amount_over": _("This is more than was paid."),
    "case.amount_under": _(
        "This is less than was paid. Take something off first, with a photo, a reason and the amount."
    ),
    "case.refurbished_not_asked": _("A refurbished one is only for Buyers who have asked for it."),
    "case.repair_notice_missing": _(
        "Before a repair, tell the Buyer of the choice between repair and replacement and of the twelve"
        " months."
    ),
    "case.other_remedy": _("This does not fit what was agreed to be done."),
    "case.goods_not_received": _("The goods have not been received yet."),
    "case.ground_contradicted": _("What we know of this order says otherwise: the ground does not hold."),
    "case.letter_unknown": _("Please choose the exclusion of the law by its letter."),
    "case.proof_missing": _("Please give the carrier with its tracking number, or a file that proves it."),
    "case.day_missing": _("Please name a day."),
    "case.past_day": _("This day has passed. Choose today or a later one."),
    "case.promise_far": _("A promised day is today or within ten business days."),
    "case.promised_already": _("A day is promised already. It stays."),
    "case.asked_already": _("Information was asked for at this stage already."),
    "case.nothing_asked": _("Nobody has asked for information."),
    "case.not_silent": _("There was news in the last five business days."),
    "case.silence_means_nothing": _("By this law silence has no effect."),
    "case.nothing_missed": _("The Platform is called once a date was missed or something was refused."),
    "case.nothing_to_appeal": _("The decision was not against you."),
    "case.appeal_over": _("The time for an appeal has passed."),
    "case.appeal_open": _("The other side may still appeal this decision."),
    "case.same_person": _("Another person decides an appeal."),
    "case.remedy_missing": _(
        "A decision for the Buyer says what is to be done; one for the Seller does not."
    ),
    "case.not_expected_yet": _("Its expected day has not passed yet."),
    "case.no_consumer": _("Only consumers may withdraw from the contract."),
    "case.no_trader": _("From a private Seller one cannot withdraw."),
    "case.right_over": _("The time for this has passed. You may still make a claim."),
    "case.no_return_offered": _("This offer promises no return, or its days have passed."),
    "case.no_guarantee": _("No guarantee came with this offer."),
}
