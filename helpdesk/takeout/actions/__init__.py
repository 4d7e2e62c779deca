"""Writes of takeout."""

from helpdesk.takeout.actions.make_export import make_export
from helpdesk.takeout.actions.remove_exports import remove_exports
from helpdesk.takeout.actions.request_export import request_export

__all__ = ["make_export", "remove_exports", "request_export"]
