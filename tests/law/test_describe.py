"""The table in the reference is the one that runs."""

from pathlib import Path

from helpdesk.law.describe import table

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "law.md"


def test_the_reference_shows_the_table_that_runs() -> None:
    """When it changed on purpose: python -m helpdesk.law.describe, below "The table"."""
    assert PAGE.read_text("utf-8").endswith(f"prints it.\n{table()}")
