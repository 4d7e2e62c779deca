"""Reads of retention."""

from helpdesk.retention.queries.due import held_back
from helpdesk.retention.queries.holding import held, is_held
from helpdesk.retention.queries.holds import holds
from helpdesk.retention.queries.requests import request_of, requests, waiting_requests
from helpdesk.retention.queries.table import PeriodRow, PeriodTable, period_table

__all__ = [
    "PeriodRow",
    "PeriodTable",
    "held",
    "held_back",
    "holds",
    "is_held",
    "period_table",
    "request_of",
    "requests",
    "waiting_requests",
]
