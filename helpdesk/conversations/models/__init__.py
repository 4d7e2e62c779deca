"""Tables of conversations."""

from helpdesk.conversations.models.attempt import Attempt
from helpdesk.conversations.models.buyer_inbox import BuyerInbox
from helpdesk.conversations.models.conversation import Conversation
from helpdesk.conversations.models.message import Message

__all__ = ["Attempt", "BuyerInbox", "Conversation", "Message"]
