"""Tables of conversations."""

from helpdesk.conversations.models.attempt import Attempt
from helpdesk.conversations.models.buyer_inbox import BuyerInbox
from helpdesk.conversations.models.conversation import Conversation
from helpdesk.conversations.models.handed_over import HandedOver
from helpdesk.conversations.models.imported import Imported
from helpdesk.conversations.models.intake import Intake
from helpdesk.conversations.models.message import Message
from helpdesk.conversations.models.starting import MessageReason, Mute
from helpdesk.conversations.models.tick import Tick

__all__ = [
    "Attempt",
    "BuyerInbox",
    "Conversation",
    "HandedOver",
    "Imported",
    "Intake",
    "Message",
    "MessageReason",
    "Mute",
    "Tick",
]
