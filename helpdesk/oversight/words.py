"""The sentences of oversight."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from helpdesk.archive.terms import Standing
from helpdesk.conduct.terms import Decided, Decision, Label, Place, Waits
from helpdesk.conversations.terms.importing import ThreadFormat
from helpdesk.conversations.terms.intakes import IntakeState
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.oversight.terms import Reason

SENTENCES = {
    "oversight.not_yours": _("Reading conversations is not among your rights."),
    "oversight.not_yours_to_judge": _("Samples and refused messages are for reviewers."),
    "oversight.no_reading": _("Please give a reason first; it is kept on record."),
    "oversight.no_words": _("Please say which words you look for."),
    "oversight.search_over": _("This search is over. Please search again: it takes a reason each time."),
    "oversight.search_not_found": _("There is no such search of yours."),
    "oversight.reason": _("Please choose one of the reasons."),
    "review.decision": _("Please choose: fine, warn, or violation."),
    "review.measured": _("Please choose: nothing missed, or what was missed."),
    "review.label": _("There is no such rule."),
    "review.no_reason": _("Please tell the author why: the reason is part of the decision."),
    "review.no_violation": _("A violation names at least one rule that counts."),
    "review.not_yours": _("Samples and refused messages are for reviewers."),
    "review.not_found": _("There is nothing to review here."),
    "review.decided": _("Somebody has decided on this since your page was made. That decision stands."),
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
INTAKES = {
    IntakeState.TRYING: _("The file is being tried"),
    IntakeState.TRIED: _("Tried: this is what would come in"),
    IntakeState.RUNNING: _("It is being imported"),
    IntakeState.DONE: pgettext_lazy("conversations of a file", "Imported"),
    IntakeState.REMOVED: _("Stopped, or its time was over"),
}
FORMATS = {
    ThreadFormat.CSV: _("CSV: a message a row"),
    ThreadFormat.JSON: _("JSON: one list of conversations"),
    ThreadFormat.NDJSON: _("NDJSON: a conversation a line"),
}
WAITS = {
    Waits.HELD: _("Held back until somebody has read it"),
    Waits.CHECK: _("Refused, and its author asks for a check"),
    Waits.FILE: _("File that nobody can open yet"),
    Waits.SENT: _("Sent although its author was warned"),
    Waits.REFUSED: pgettext_lazy("message", "Refused"),
    Waits.RESCAN: _("Found later, by newer rules"),
    Waits.CLEAN: _("Nothing found, drawn at random"),
}
DECISIONS = {
    Decided.FINE: pgettext_lazy("decision", "Fine"),
    Decided.WARN: pgettext_lazy("decision", "Warn"),
    Decided.VIOLATION: pgettext_lazy("decision", "Violation"),
}
LABELS = {
    Label.EMAIL: _("E-mail address"),
    Label.PHONE: _("Phone number"),
    Label.MSGR: _("Messenger or social account"),
    Label.URL: _("Link to another site"),
    Label.BANK: _("Bank account or card number"),
    Label.PAYH: _("Account with a payment service"),
    Label.POST: _("Address as a way around the Platform"),
    Label.MOVE: _("Moving to another channel"),
    Label.PAY: _("Payment outside the Platform"),
    Label.DEAL: _("Deal outside the Platform"),
    Label.TERMS: _("Terms or case settled outside"),
    Label.PROMO: _("Advertising"),
    Label.REVIEW: _("Asking for a review"),
    Label.INSULT: _("Insult"),
    Label.THREAT: _("Threat"),
    Label.SHOUT: _("Shouting"),
    Label.IGNORED: _("Question left unanswered"),
    Label.VAGUE: _("Evasive answer"),
    Label.CONTRADICTS: _("Contradicts the record"),
    Label.RIGHTS: _("Denies statutory rights"),
}
PLACES = {
    Place.TEXT: pgettext_lazy("where it was found", "in the text"),
    Place.SEAM: pgettext_lazy("where it was found", "spread over several messages"),
    Place.NAME: pgettext_lazy("where it was found", "in the name of a file"),
    Place.PICTURE: pgettext_lazy("where it was found", "in a picture"),
    Place.CODE: pgettext_lazy("where it was found", "in a QR or bar code"),
    Place.METADATA: pgettext_lazy("where it was found", "in the data of a picture"),
    Place.DOCUMENT: pgettext_lazy("where it was found", "in a document"),
}
OUTCOMES = {
    Decision.LOG: pgettext_lazy("by the machine", "noted"),
    Decision.WARN: pgettext_lazy("by the machine", "warned"),
    Decision.HOLD_AUTHOR: pgettext_lazy("by the machine", "held for the author"),
    Decision.HOLD_REVIEWER: pgettext_lazy("by the machine", "held for a reviewer"),
    Decision.REFUSE: pgettext_lazy("by the machine", "refused"),
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
