"""The decisions of search: letters, words, endings, slips, questions, excerpts."""

from helpdesk.search.rules.asking import asked_in, query, ranking
from helpdesk.search.rules.excerpts import excerpt
from helpdesk.search.rules.folding import folded, spellings
from helpdesk.search.rules.kinds import given_in, words_of_kind
from helpdesk.search.rules.slips import slips_of
from helpdesk.search.rules.stemming import language_of, stems
from helpdesk.search.rules.vectors import vector

__all__ = [
    "asked_in",
    "excerpt",
    "folded",
    "given_in",
    "language_of",
    "query",
    "ranking",
    "slips_of",
    "spellings",
    "stems",
    "vector",
    "words_of_kind",
]
