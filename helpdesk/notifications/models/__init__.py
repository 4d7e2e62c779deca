"""Tables of notifications."""

from helpdesk.notifications.models.delivery import Delivery
from helpdesk.notifications.models.notice import Notice
from helpdesk.notifications.models.wish import Usual, Wish

__all__ = ["Delivery", "Notice", "Usual", "Wish"]
