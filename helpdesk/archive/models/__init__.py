"""Tables of the Archive."""

from helpdesk.archive.models.entry import Entry, Pending, Value
from helpdesk.archive.models.erasure import Erasure
from helpdesk.archive.models.log import Log
from helpdesk.archive.models.number import Cursor, Number, Parked
from helpdesk.archive.models.outsiders import Cosignature, Timestamp, Witness
from helpdesk.archive.models.tree import State, Tree

__all__ = [
    "Cosignature",
    "Cursor",
    "Entry",
    "Erasure",
    "Log",
    "Number",
    "Parked",
    "Pending",
    "State",
    "Timestamp",
    "Tree",
    "Value",
    "Witness",
]
