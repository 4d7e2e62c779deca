"""Refusals of accounts and teams in the reader's words."""

from helpdesk.accounts.words import SENTENCES as ACCOUNTS
from helpdesk.archive.words import SENTENCES as ARCHIVE
from helpdesk.conversations.words import SENTENCES as CONVERSATIONS
from helpdesk.kernel.refusal import Refusal
from helpdesk.marketplace.words import SENTENCES as MARKETPLACE
from helpdesk.portal.words import SENTENCES as PORTAL

_SENTENCES = {**ARCHIVE, **CONVERSATIONS, **MARKETPLACE, **ACCOUNTS, **PORTAL}


def said(refusal: Refusal) -> dict[str, str]:
    """For parts/refusal.html."""
    return {"sentence": str(_SENTENCES[refusal.code]) % refusal.params}
