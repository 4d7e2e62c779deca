"""Reads of oversight."""

from helpdesk.oversight.queries.files import find_files
from helpdesk.oversight.queries.reading import read_file, reading_in_force

__all__ = ["find_files", "read_file", "reading_in_force"]
