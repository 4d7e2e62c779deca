"""Reads of search."""

from helpdesk.search.queries.finding import at_hand, found

__all__ = ["at_hand", "found"]
