"""The names of what cases are made of."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from helpdesk.cases.terms.names import Decision, Ground, Kind, Owner, Remedy, Situation

KINDS = {
    Kind.SHIPPING: _("Shipping problem"),
    Kind.RETURN: pgettext_lazy("a kind of case", "Return"),
    Kind.WITHDRAWAL: pgettext_lazy("a kind of case", "Withdrawal from the contract"),
    Kind.COMPLAINT: pgettext_lazy("a kind of case", "Complaint"),
    Kind.WARRANTY: pgettext_lazy("a kind of case", "Warranty"),
    Kind.CLAIM: pgettext_lazy("a kind of case", "Claim"),
}
SITUATIONS = {
    Situation.NOT_ARRIVED: _("It has not arrived"),
    Situation.DAMAGED: _("It is damaged, wrong or incomplete"),
    Situation.STOPPED_WORKING: _("It stopped working"),
    Situation.CHANGED_MIND: _("I changed my mind"),
    Situation.GUARANTEE: _("Use the guarantee"),
    Situation.OTHER: pgettext_lazy("a situation", "Something else"),
}
"""The six tiles."""
SITUATION_HINTS = {
    Situation.NOT_ARRIVED: _("The Seller asks the carrier, sends again or refunds."),
    Situation.DAMAGED: _("A complaint: repair, replacement, a lower price or your money."),
    Situation.STOPPED_WORKING: _("A complaint, for as long as the law protects you."),
    Situation.CHANGED_MIND: _("Withdraw from the contract, or send it back as the offer allows."),
    Situation.GUARANTEE: _("What the Seller or the producer promised beyond the law."),
    Situation.OTHER: _("Any other demand, with an amount or without."),
}
WITHDRAWAL = {
    "function": _("Withdraw from contract here"),
    "confirm": _("Confirm withdrawal"),
}
"""The law's own words (Directive 2011/83/EU, Art. 11a), on the order card and on the one button."""
NOTICES = {
    "statutory_rights_stay": _("Your statutory rights stay: the guarantee comes on top of them."),
    "repair_notice": _(
        "You may choose between repair and replacement. If the goods are repaired, the Seller answers for"
        " them twelve months longer, once."
    ),
}
REMEDIES = {
    Remedy.REPAIR: pgettext_lazy("a remedy", "Repair"),
    Remedy.REPLACEMENT: pgettext_lazy("a remedy", "Replacement"),
    Remedy.PRICE_REDUCTION: pgettext_lazy("a remedy", "Lower price"),
    Remedy.REFUND: pgettext_lazy("a remedy", "Refund"),
    "goods_back": pgettext_lazy("a remedy", "Refund once the goods are back"),
    "carry_out": pgettext_lazy("a remedy", "What the Buyer demands"),
}
GROUNDS = {
    Ground.OUT_OF_TIME: _("It was declared after its time"),
    Ground.EXCLUSION: _("The law excludes these goods"),
    Ground.NO_CONSUMER: _("The Buyer is no consumer"),
    Ground.NO_TRADER: _("The Seller is no trader"),
}
DECISIONS = {
    Decision.FOR_BUYER: _("For the Buyer"),
    Decision.IN_PART: _("For the Buyer in part"),
    Decision.FOR_SELLER: _("For the Seller"),
}
WAITING = {
    Owner.BUYER: _("Waiting for the Buyer"),
    Owner.SELLER: _("Waiting for the Seller"),
    Owner.PLATFORM: _("Waiting for the Platform"),
    Owner.NOBODY: pgettext_lazy("a case", "Closed"),
}
OUTCOMES = {
    "refunded": pgettext_lazy("an outcome", "Refunded"),
    "done": pgettext_lazy("an outcome", "Repaired or replaced"),
    "arrived": pgettext_lazy("an outcome", "Arrived"),
    "agreed": pgettext_lazy("an outcome", "Agreed"),
    "carried_out": pgettext_lazy("an outcome", "Decision carried out"),
    "refused": pgettext_lazy("an outcome", "Refused"),
    "for_seller": pgettext_lazy("an outcome", "Decided for the Seller"),
    "not_sent": pgettext_lazy("an outcome", "Not sent back in time"),
    "dropped": pgettext_lazy("an outcome", "Taken back by the Buyer"),
}
STAGES = {
    "reported": pgettext_lazy("a stage", "Reported"),
    "enquiry": pgettext_lazy("a stage", "Carrier asked"),
    "resent": pgettext_lazy("a stage", "Sent again"),
    "found": pgettext_lazy("a stage", "Parcel found"),
    "asked": pgettext_lazy("a stage", "Return asked for"),
    "declared": pgettext_lazy("a stage", "Declared"),
    "made": pgettext_lazy("a stage", "Made"),
    "answering": pgettext_lazy("a stage", "To be answered"),
    "administrator": pgettext_lazy("a stage", "With an Administrator"),
    "offered": pgettext_lazy("a stage", "Offer made"),
    "to_send": pgettext_lazy("a stage", "To be sent back"),
    "sent": pgettext_lazy("a stage", "On its way back"),
    "received": pgettext_lazy("a stage", "Return received"),
    "inspected": pgettext_lazy("a stage", "Inspected"),
    "refunding": pgettext_lazy("a stage", "Refund due"),
    "starting": pgettext_lazy("a stage", "Work to begin"),
    "working": pgettext_lazy("a stage", "Repair or replacement under way"),
    "completed": pgettext_lazy("a stage", "Preparing for shipment"),
    "dispatched": pgettext_lazy("a stage", "Dispatched"),
    "refused": pgettext_lazy("a stage", "Refused"),
    "rested": pgettext_lazy("a stage", "Refused and closed"),
    "escalated": pgettext_lazy("a stage", "With the Platform"),
    "deciding": pgettext_lazy("a stage", "The Platform decides"),
    "decided_for_buyer": pgettext_lazy("a stage", "Decided for the Buyer"),
    "decided_for_seller": pgettext_lazy("a stage", "Decided for the Seller"),
    "appealed": pgettext_lazy("a stage", "Appeal"),
    "closed_for_seller": pgettext_lazy("a stage", "Decision final"),
    "ordered": pgettext_lazy("a stage", "To be carried out"),
    "carried_out": pgettext_lazy("a stage", "Carried out"),
    "agreed": pgettext_lazy("a stage", "Agreed"),
    "refunded": pgettext_lazy("a stage", "Refunded"),
    "done": pgettext_lazy("a stage", "Done"),
    "expired": pgettext_lazy("a stage", "Not sent in time"),
    "dropped": pgettext_lazy("a stage", "Taken back"),
}
FIELDS = {
    "words": pgettext_lazy("a field", "In your words"),
    "files": pgettext_lazy("a field", "Files"),
    "photo": pgettext_lazy("a field", "Photo"),
    "amount": pgettext_lazy("a field", "Amount"),
    "deduction": pgettext_lazy("a field", "Amount taken off"),
    "wanted": pgettext_lazy("a field", "What you want"),
    "remedy": pgettext_lazy("a field", "What is done"),
    "decision": pgettext_lazy("a field", "Decision"),
    "ground": pgettext_lazy("a field", "Ground"),
    "letter": pgettext_lazy("a field", "Letter of the law"),
    "term": pgettext_lazy("a field", "The term of the offer, quoted"),
    "carrier": pgettext_lazy("a field", "Carrier"),
    "tracking": pgettext_lazy("a field", "Tracking number"),
    "expected_on": pgettext_lazy("a field", "Estimated delivery date"),
    "promised_on": pgettext_lazy("a field", "Day you promise"),
    "refurbished": pgettext_lazy("a field", "It is a refurbished one"),
    "refurbished_ok": pgettext_lazy("a field", "A refurbished one is fine"),
    "collects": pgettext_lazy("a field", "We collect the goods ourselves"),
    "of": pgettext_lazy("a field", "Who is asked"),
}
