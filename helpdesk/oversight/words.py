"""The sentences of oversight."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.oversight.terms import Reason

SENTENCES = {
    "oversight.not_yours": _("Reading conversations is not among your rights."),
    "oversight.not_yours_to_judge": _("Samples and refused messages are for reviewers."),
    "oversight.no_reading": _("Please give a reason first; it is kept on record."),
    "oversight.reason": _("Please choose one of the reasons."),
    "oversight.verifying": _("Somebody is verifying the whole record already. Please wait for the result."),
}
REASONS = {
    Reason.COMPLAINT: _("Complaint"),
    Reason.DISPUTE: _("Dispute"),
    Reason.FINDING: _("Finding of the message check"),
    Reason.REPORT: _("Report by a Buyer or Seller"),
    Reason.APPEAL: _("Appeal"),
    Reason.LEGAL_REQUEST: _("Request of a court or an authority"),
    Reason.QUALITY_SAMPLE: _("Quality sample"),
    Reason.TECHNICAL: _("Technical problem"),
}
KINDS = {
    Kind.MARKET: _("Market"),
    Kind.SELLER: _("Seller"),
    Kind.PERSON: _("Person"),
    Kind.MEMBER: _("Member of a Seller's team"),
    Kind.BUYER: _("Buyer"),
    Kind.OFFER: pgettext_lazy("on sale", "Offer"),
    Kind.ORDER: _("Order"),
    Kind.SHIPMENT: _("Shipment"),
    Kind.REFUND: _("Refund"),
}
STAGES = {
    "entries": _("Entries: seals, links, values and receipts"),
    "order": _("The order of the log"),
    "pages": _("What pages show, against what was sealed"),
}
