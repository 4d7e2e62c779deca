"""Reads of notifications."""

from helpdesk.notifications.queries.centre import notice_of, notices_of, troubles_of, unread_count
from helpdesk.notifications.queries.gauges import delivery_gauges_for_system
from helpdesk.notifications.queries.happened import happened, warned
from helpdesk.notifications.queries.mails import address_of, lines_of, reader_of
from helpdesk.notifications.queries.post import post
from helpdesk.notifications.queries.readers import reader, readers_of, wishes
from helpdesk.notifications.queries.requested import requested
from helpdesk.notifications.queries.settled import settled
from helpdesk.notifications.queries.stopping import person_of_stop_word, stop_word
from helpdesk.notifications.queries.usual import usual

__all__ = [
    "address_of",
    "delivery_gauges_for_system",
    "happened",
    "lines_of",
    "notice_of",
    "notices_of",
    "person_of_stop_word",
    "post",
    "reader",
    "reader_of",
    "readers_of",
    "requested",
    "settled",
    "stop_word",
    "troubles_of",
    "unread_count",
    "usual",
    "warned",
    "wishes",
]
