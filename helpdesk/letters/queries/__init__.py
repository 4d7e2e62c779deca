"""Reads of letters."""

from helpdesk.letters.queries.beside import beside, joined
from helpdesk.letters.queries.keeping import (
    chain_of_letter,
    letter_chains,
    letters_of_buyer,
    old_letters,
)
from helpdesk.letters.queries.lists import (
    answered,
    closed,
    correspondences,
    line_of,
    of_file,
    waiting,
    waiting_count,
)
from helpdesk.letters.queries.reading import (
    correspondence,
    file_of,
    is_file,
    own_correspondence,
    written_about,
)
from helpdesk.letters.rules import correspondence as correspondence_chain

__all__ = [
    "answered",
    "beside",
    "chain_of_letter",
    "closed",
    "correspondence",
    "correspondence_chain",
    "correspondences",
    "file_of",
    "is_file",
    "joined",
    "letter_chains",
    "letters_of_buyer",
    "line_of",
    "of_file",
    "old_letters",
    "own_correspondence",
    "waiting",
    "waiting_count",
    "written_about",
]
