"""Writes of oversight."""

from helpdesk.oversight.actions.open_file import open_file

__all__ = ["open_file"]
