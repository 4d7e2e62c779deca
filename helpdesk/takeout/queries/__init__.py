"""Reads of takeout."""

from helpdesk.takeout.queries.exports import export_of, exports, key_of_export
from helpdesk.takeout.queries.feeds import FeedRead, feed
from helpdesk.takeout.queries.opening import open_export

__all__ = ["FeedRead", "export_of", "exports", "feed", "key_of_export", "open_export"]
