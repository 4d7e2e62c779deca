"""Reads of what is being written."""

from helpdesk.composing.queries.composing import composing

__all__ = ["composing"]
