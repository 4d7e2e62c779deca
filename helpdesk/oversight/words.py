"""The sentences of oversight."""

from django.utils.translation import gettext_lazy as _

from helpdesk.oversight.terms import Reason

SENTENCES = {
    "oversight.not_yours": _("Reading conversations is not among your rights."),
    "oversight.no_reading": _("Please give a reason first; it is kept on record."),
    "oversight.reason": _("Please choose one of the reasons."),
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
