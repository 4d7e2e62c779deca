"""Reads of conversations."""

from helpdesk.conversations.queries.attempts import (
    attempt_of,
    attempt_row,
    attempt_shown,
    backstage_chain,
    unsettled_attempts,
)
from helpdesk.conversations.queries.buyer_list import buyer_list, thread_about_offer, threads_about_orders
from helpdesk.conversations.queries.checking import Checked, checked, checked_question
from helpdesk.conversations.queries.clocks import ThreadClocks, thread_clocks
from helpdesk.conversations.queries.finding import threads_about, threads_between, threads_by_ref, threads_on
from helpdesk.conversations.queries.inbox import inbox, lanes
from helpdesk.conversations.queries.keeping import (
    Spared,
    attempts_of_buyer,
    chains_of_attempt,
    chains_of_thread,
    held_threads,
    messages_named,
    old_attempts,
    old_threads,
    threads_of_buyer,
)
from helpdesk.conversations.queries.open_offers import open_offers
from helpdesk.conversations.queries.outline import Outlined, outline
from helpdesk.conversations.queries.own_attempts import OwnAttempt, own_attempt
from helpdesk.conversations.queries.promised import promised
from helpdesk.conversations.queries.quiet import other_threads, quiet_threads
from helpdesk.conversations.queries.read_file import read_file
from helpdesk.conversations.queries.subjects import thread_about_order
from helpdesk.conversations.queries.thread import exists, known, last_n_at, messages_after, thread
from helpdesk.conversations.queries.unopened import first_attempts

__all__ = [
    "Checked",
    "Outlined",
    "OwnAttempt",
    "Spared",
    "ThreadClocks",
    "attempt_of",
    "attempt_row",
    "attempt_shown",
    "attempts_of_buyer",
    "backstage_chain",
    "buyer_list",
    "chains_of_attempt",
    "chains_of_thread",
    "checked",
    "checked_question",
    "exists",
    "first_attempts",
    "held_threads",
    "inbox",
    "known",
    "lanes",
    "last_n_at",
    "messages_after",
    "messages_named",
    "old_attempts",
    "old_threads",
    "open_offers",
    "other_threads",
    "outline",
    "own_attempt",
    "promised",
    "quiet_threads",
    "read_file",
    "thread",
    "thread_about_offer",
    "thread_about_order",
    "thread_clocks",
    "threads_about",
    "threads_about_orders",
    "threads_between",
    "threads_by_ref",
    "threads_of_buyer",
    "threads_on",
    "unsettled_attempts",
]
