"""Reads of conversations."""

from helpdesk.conversations.queries.attempts import (
    attempt_of,
    attempt_shown,
    backstage_chain,
    unsettled_attempts,
)
from helpdesk.conversations.queries.buyer_list import buyer_list, thread_about_offer, threads_about_orders
from helpdesk.conversations.queries.clocks import ThreadClocks, thread_clocks
from helpdesk.conversations.queries.finding import threads_about, threads_by_ref, threads_on
from helpdesk.conversations.queries.inbox import inbox, lanes
from helpdesk.conversations.queries.open_offers import open_offers
from helpdesk.conversations.queries.promised import promised
from helpdesk.conversations.queries.quiet import other_threads, quiet_threads
from helpdesk.conversations.queries.subjects import thread_about_order
from helpdesk.conversations.queries.thread import exists, last_n_at, messages_after, thread

__all__ = [
    "ThreadClocks",
    "attempt_of",
    "attempt_shown",
    "backstage_chain",
    "buyer_list",
    "exists",
    "inbox",
    "lanes",
    "last_n_at",
    "messages_after",
    "open_offers",
    "other_threads",
    "promised",
    "quiet_threads",
    "thread",
    "thread_about_offer",
    "thread_about_order",
    "thread_clocks",
    "threads_about",
    "threads_about_orders",
    "threads_by_ref",
    "threads_on",
    "unsettled_attempts",
]
