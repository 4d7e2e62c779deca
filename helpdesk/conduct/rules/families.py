"""The families of rules, in the order in which they read."""

from collections.abc import Callable, Iterator
from typing import Final

from helpdesk.conduct.rules import (
    addresses,
    contradictions,
    deals,
    forbidden,
    messenger,
    nicks,
    numbering,
    rights,
    speech,
)
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.terms import Finding

Family = Callable[[Reading], Iterator[Finding]]

IDENTIFYING: Final[tuple[Family, ...]] = (addresses.find, messenger.find, nicks.find, numbering.find)
"""What also reads file names, pictures, codes and the seams between messages."""

SPEAKING: Final[tuple[Family, ...]] = (
    forbidden.find,
    deals.find,
    speech.find,
    rights.find,
    contradictions.find,
)
"""What reads sentences: of the message itself, of pictures and documents."""
