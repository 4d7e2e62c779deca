"""The sentences of retention."""

from django.utils.translation import gettext_lazy as _

from helpdesk.retention.terms import Denial, Ground, HoldOn, HoldReason, Kept, Scope

SENTENCES = {
    "erasure.not_yours": _("Asking for an erasure is not among your rights."),
    "erasure.decide_not_yours": _("Compliance decides on erasures."),
    "erasure.see_not_yours": _("Erasures and holds are matters of the Administrator's desk."),
    "erasure.second_person": _("A second administrator decides: nobody decides on their own request."),
    "erasure.not_found": _("There is no such request for erasure."),
    "erasure.settled": _("Somebody has decided on this request already."),
    "erasure.held": _("A legal hold covers this. Nothing of it may be erased until the hold is lifted."),
    "erasure.scope": _("Please choose what is to be erased."),
    "erasure.ground": _("Please choose the ground."),
    "erasure.denial": _("Please choose why it is refused."),
    "erasure.messages": _("Please choose between one and 50 messages."),
    "erasure.gone": _("One of these messages is erased already."),
    "message.not_found": _("There is no such message here."),
    "hold.not_yours": _("Placing holds is not among your rights."),
    "hold.lift_not_yours": _("Compliance lifts holds."),
    "hold.second_person": _("A second administrator lifts it: nobody lifts a hold at their own request."),
    "hold.nobody_asked": _("Somebody must ask first to lift this hold."),
    "hold.not_found": _("There is no such hold."),
    "hold.lifted": _("This hold was lifted already."),
    "hold.on": _("Please choose what the hold covers."),
    "hold.no_order": _("This conversation is about no order."),
    "hold.reason": _("Please choose why nothing may be erased."),
    "period.not_yours": _("Compliance and platform administrators set retention periods."),
    "period.second_person": _("A second administrator decides on a shorter period: nobody on their own."),
    "period.not_found": _("There is no such proposal."),
    "period.settled": _("Somebody has decided on this proposal already."),
    "period.kept": _("Please choose what is kept."),
    "period.everywhere": _(
        "Refused messages and readings have one period for all markets. Please choose all markets."
    ),
    "period.months": _("Please enter between 1 and 1,200 months."),
    "period.too_soon": _("A period takes effect tomorrow at the earliest."),
    "period.too_soon_shorter": _("A shorter period takes effect in 30 days at the earliest."),
    "period.too_late": _("The day on which it should take effect has come. Please propose it again."),
}
GROUNDS = {
    Ground.GDPR: _("Request of the person concerned (GDPR Article 17)"),
    Ground.COURT: _("Order of a court or an authority"),
    Ground.DISCLOSURE: _("Sent by mistake: data of others or secrets"),
    Ground.ILLEGAL: _("Illegal content"),
    Ground.PERIOD: _("The retention period is over"),
}
SCOPES = {
    Scope.MESSAGES: _("Chosen messages"),
    Scope.CONVERSATION: _("The whole conversation"),
    Scope.BUYER: _("Everything of this Buyer"),
}
DENIALS = {
    Denial.LEGAL_DUTY: _("The law obliges us to keep it"),
    Denial.CLAIMS: _("It is needed for legal claims"),
    Denial.IDENTITY: _("It is not proven who asks"),
    Denial.NO_GROUND: _("There is no ground to erase it"),
    Denial.MISTAKE: _("Asked for by mistake"),
}
HOLD_ON = {
    HoldOn.CONVERSATION: _("This conversation"),
    HoldOn.ORDER: _("This order"),
    HoldOn.SELLER: _("Everything of this Seller"),
    HoldOn.BUYER: _("Everything of this Buyer"),
}
HOLDS_ON = {
    HoldOn.CONVERSATION: _("Conversation"),
    HoldOn.ORDER: _("Order"),
    HoldOn.SELLER: _("Seller"),
    HoldOn.BUYER: _("Buyer"),
}
HOLD_REASONS = {
    HoldReason.COURT_CASE: _("Court case"),
    HoldReason.AUTHORITY: _("Request of an authority"),
    HoldReason.INVESTIGATION: _("Investigation"),
    HoldReason.CLAIM: _("Claim announced by a party"),
}
KEPT = {
    Kept.ORDER: _("Conversations about an order"),
    Kept.PRESALE: _("Conversations before a purchase"),
    Kept.ATTEMPT: _("Refused messages"),
    Kept.ACCESS: _("Who opened which file"),
}
SINCE = {
    Kept.ORDER: _("after the order's last event"),
    Kept.PRESALE: _("after the last message"),
    Kept.ATTEMPT: _("after the refusal"),
    Kept.ACCESS: _("after the reading"),
}
