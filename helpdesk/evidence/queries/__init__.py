"""Reads of evidence packages."""

from helpdesk.evidence.queries.record import record

__all__ = ["record"]
