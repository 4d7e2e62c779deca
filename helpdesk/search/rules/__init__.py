"""The decisions of search: letters, words, endings, slips, questions, excerpts."""

from helpdesk.search.rules.asking import asked_in, query
from helpdesk.search.rules.excerpts import excerpt
from helpdesk.search.rules.folding import folded, spellings
from helpdesk.search.rules.slips import slips_of
from helpdesk.search.rules.stemming import language_of, stems
from helpdesk.search.rules.vectors import vector

__all__ = [
    "asked_in",
    "excerpt",
    "folded",
    "language_of",
    "query",
    "slips_of",
    "spellings",
    "stems",
    "vector",
]
