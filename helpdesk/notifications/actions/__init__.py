"""Writes of notifications."""

from helpdesk.notifications.actions.choose_usual import choose_usual
from helpdesk.notifications.actions.choose_wishes import choose_wishes
from helpdesk.notifications.actions.hand_over import hand_over
from helpdesk.notifications.actions.mark_read import mark_read
from helpdesk.notifications.actions.note_outcome import note_outcome
from helpdesk.notifications.actions.see import see
from helpdesk.notifications.actions.stop_mails import stop_mails
from helpdesk.notifications.actions.take_up_mail import take_up_mail
from helpdesk.notifications.actions.tell import tell
from helpdesk.notifications.actions.tell_of_announced import tell_of_announced
from helpdesk.notifications.actions.tell_of_given_up import tell_of_given_up
from helpdesk.notifications.actions.tell_of_warnings import tell_of_warnings

__all__ = [
    "choose_usual",
    "choose_wishes",
    "hand_over",
    "mark_read",
    "note_outcome",
    "see",
    "stop_mails",
    "take_up_mail",
    "tell",
    "tell_of_announced",
    "tell_of_given_up",
    "tell_of_warnings",
]
