"""The sentences of oversight."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from helpdesk.archive.terms import Standing
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.oversight.terms import Reason

SENTENCES = {
    "oversight.not_yours": _("Reading conversations is not among your rights."),
    "oversight.not_yours_to_judge": _("Samples and refused messages are for reviewers."),
    "oversight.no_reading": _("Please give a reason first; it is kept on record."),
    "oversight.reason": _("Please choose one of the reasons."),
    "check.nothing": _("Please choose a file, or paste a receipt."),
    "check.too_large": _("The file is too large: at most %(limit)s MB."),
    "receipt.unreadable": _(
        "This is no receipt. Please hand in the JSON that the answer carried: its part “archive”, as it was."
    ),
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
STANDINGS = {
    Standing.UNKNOWN_KEY: _("Signed by a key that this log never published: this is not our receipt."),
    Standing.FORGED: _("The signature does not fit what the receipt says: it was changed, or never ours."),
    Standing.MISSING: _("The receipt is ours, and its entry is gone from the record."),
    Standing.ALTERED: _("The receipt is ours, and the record has something else in its place now."),
    Standing.WAITING: _(
        "The receipt is ours and its entry unchanged; the log takes it in within the promised time."
    ),
    Standing.LATE: _(
        "The receipt is ours and its entry unchanged, but the promised time passed without the log."
    ),
    Standing.IN_LOG: _("The receipt is ours, its entry is unchanged, and a signed checkpoint holds it."),
}
STAGES = {
    "entries": _("Entries: seals, links, values and receipts"),
    "order": _("The order of the log"),
    "log": _("The files of the log: hashes, entries, signatures"),
    "leaves": _("Entries against the signed log and its guard"),
    "pages": _("What pages show, against what was sealed"),
    "files": _("Attached files, against what was sealed"),
}
