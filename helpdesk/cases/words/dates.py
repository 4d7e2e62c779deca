"""The names of dates, and how each kind of period is counted."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from helpdesk.cases.terms.names import Basis

DATES = {
    "answer": pgettext_lazy("a date", "First answer"),
    "information": pgettext_lazy("a date", "Missing information"),
    "promise": pgettext_lazy("a date", "Promised day"),
    "silence": pgettext_lazy("a date", "Next sign of life"),
    "enquiry": pgettext_lazy("a date", "Result of the enquiry"),
    "confirmation": pgettext_lazy("a date", "Confirmation by the Buyer"),
    "acceptance": pgettext_lazy("a date", "Accept or refuse the return"),
    "goods_sent": pgettext_lazy("a date", "Send the goods back"),
    "receipt": pgettext_lazy("a date", "Confirm the receipt"),
    "inspection": pgettext_lazy("a date", "Inspect the return"),
    "refund": pgettext_lazy("a date", "Make the refund"),
    "complaint_answer": pgettext_lazy("a date", "Answer the complaint"),
    "guarantee_answer": pgettext_lazy("a date", "Answer under the guarantee"),
    "claim_answer": pgettext_lazy("a date", "Answer the claim"),
    "offer_answer": pgettext_lazy("a date", "Answer the offer"),
    "start": pgettext_lazy("a date", "Start the repair or replacement"),
    "completion": pgettext_lazy("a date", "Complete the repair or replacement"),
    "dispatch": pgettext_lazy("a date", "Dispatch"),
    "carrying_out": pgettext_lazy("a date", "Carry out the decision"),
    "rest": pgettext_lazy("a date", "Call the Platform"),
    "platform_answer": pgettext_lazy("a date", "Answer of the Platform"),
    "buyer_evidence": pgettext_lazy("a date", "Evidence of the Buyer"),
    "seller_evidence": pgettext_lazy("a date", "Evidence of the Seller"),
    "decision": pgettext_lazy("a date", "Decision of the Platform"),
    "appeal": pgettext_lazy("a date", "Appeal"),
    "appeal_decision": pgettext_lazy("a date", "Decision on the appeal"),
}
BASES = {
    Basis.ANSWER: _("24 hours of the Seller's business days"),
    Basis.BUSINESS_DAYS: _("To the end of the last business day; the day it began is not counted."),
    Basis.CALENDAR_DAYS: _("To the end of the last calendar day; the day it began is not counted."),
    Basis.LAW: _("As the law of the Buyer's country counts it."),
    Basis.DAY: _("To the end of the named day or, if it is closed, of the next business day."),
}
