"""Reads of agreements."""

from helpdesk.agreements.queries.changed import AgreementChanged, AgreementsChanged, agreements_changed
from helpdesk.agreements.queries.keeping import old_agreements
from helpdesk.agreements.queries.shown import Filter, agreement_of, agreements_in, agreements_of

__all__ = [
    "AgreementChanged",
    "AgreementsChanged",
    "Filter",
    "agreement_of",
    "agreements_changed",
    "agreements_in",
    "agreements_of",
    "old_agreements",
]
