"""Writes of oversight."""

from helpdesk.oversight.actions.open_file import open_file
from helpdesk.oversight.actions.verify import verify

__all__ = ["open_file", "verify"]
