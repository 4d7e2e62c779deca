"""The same addresses for both sides of a case."""

from django.urls import URLPattern, path

from helpdesk.kernel.actor import Side
from helpdesk.portal import disputes, labels
from helpdesk.portal.cases import contacts, showing


def of(side: Side) -> list[URLPattern]:
    """One case, its steps, and contacts outside; each side has its own list of cases."""
    return [
        path("cases/<ref:case>", showing.show(side), name="case"),
        path("cases/<ref:case>/steps", showing.step(side), name="case_steps"),
        path("cases/<ref:case>/dispute-packs", disputes.take(side), name="dispute_packs"),
        path("cases/<ref:case>/label", labels.show(side), name="case_label"),
        path("cases/<ref:case>/uploads", showing.upload(side), name="case_uploads"),
        path("conversations/<ref:conversation>/contacts", contacts.note(side), name="contacts"),
        path("contacts/<ref:contact>/settlements", contacts.settle(side), name="settlements"),
    ]
