"""The writes of search."""

from helpdesk.search.actions.forget_entries import forget_entries
from helpdesk.search.actions.index_cases import index_cases
from helpdesk.search.actions.index_entries import index_entries
from helpdesk.search.actions.index_file import index_file
from helpdesk.search.actions.open_files import open_files
from helpdesk.search.actions.refresh_names import refresh_names

__all__ = ["forget_entries", "index_cases", "index_entries", "index_file", "open_files", "refresh_names"]
