"""Pure rules of attachments: names, content, pictures."""

from helpdesk.attachments.rules.content import judge
from helpdesk.attachments.rules.headers import headers_for
from helpdesk.attachments.rules.keys import copy_key, thumb_key
from helpdesk.attachments.rules.names import cleaned
from helpdesk.attachments.rules.values import file_value, read_value

__all__ = ["cleaned", "copy_key", "file_value", "headers_for", "judge", "read_value", "thumb_key"]
