"""One line per request, reaction and command, for machines: what was done, how long it took, no words."""

import logging
from typing import Final

NAME: Final = "helpdesk.line"
FIELDS: Final = "helpdesk_fields"
"""The attribute of a log record that holds what a line says, apart from those that the library gives it."""

_log = logging.getLogger(NAME)


def are_written() -> bool:
    """Whether anybody reads them; else there is no need to measure."""
    return _log.isEnabledFor(logging.INFO)


def say(event: str, /, **said: object) -> None:
    """A line; what is empty is left out. Values are codes, numbers and names of the program's own."""
    kept = {name: value for name, value in said.items() if value is not None and value != ""}
    _log.info(event, extra={FIELDS: kept})
