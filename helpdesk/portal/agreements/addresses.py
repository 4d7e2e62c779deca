"""The same addresses for both sides of a conversation."""

from django.urls import URLPattern, path

from helpdesk.kernel.actor import Side
from helpdesk.portal.agreements import listed, proposing, settling


def of(side: Side) -> list[URLPattern]:
    """The list, one of them with what may be done about it, and the two forms in a conversation."""
    return [
        path("agreements", listed.index(side), name="agreements"),
        path("agreements/<ref:agreement>", settling.show(side), name="agreement"),
        path("agreements/<ref:agreement>/confirmations", settling.confirm(side), name="agreement_yes"),
        path("agreements/<ref:agreement>/refusals", settling.decline(side), name="agreement_no"),
        path("agreements/<ref:agreement>/completions", settling.keep(side), name="agreement_done"),
        path("conversations/<ref:conversation>/agreements", proposing.propose(side), name="proposals"),
        path(
            "conversations/<ref:conversation>/confirmation-requests",
            proposing.ask(side),
            name="confirmation_requests",
        ),
    ]
