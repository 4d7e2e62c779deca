"""Reads of search."""

from helpdesk.search.queries.finding import at_hand, found
from helpdesk.search.queries.narrowing import Narrowed, asks_for_something, narrowed

__all__ = ["Narrowed", "asks_for_something", "at_hand", "found", "narrowed"]
