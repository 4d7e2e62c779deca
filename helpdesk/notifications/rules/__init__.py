"""Decisions of notifications, over plain values."""

from helpdesk.notifications.rules.hours import is_quiet, leaves_at
from helpdesk.notifications.rules.retries import after, next_try
from helpdesk.notifications.rules.telling import told

__all__ = ["after", "is_quiet", "leaves_at", "next_try", "told"]
