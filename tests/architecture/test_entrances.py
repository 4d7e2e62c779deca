"""A room is entered by its furniture: nobody outside reaches into a file of actions/, queries/ or models/."""

import ast
from collections.abc import Iterator

from tests.architecture import house

FRONT = frozenset({"tasks", "reactions", "actions", "queries", "policies", "models"})


def burglaries(module: house.Module) -> Iterator[str]:
    """Imports from below the furniture of another room, and names that begin with an underscore."""
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.ImportFrom) or not (node.module or "").startswith("helpdesk."):
            continue
        parts = (node.module or "").split(".")
        if parts[1] == module.room:
            continue
        if len(parts) > 3 and parts[2] in FRONT:
            yield f"{module.at(node)}: enter by helpdesk.{parts[1]}.{parts[2]}"
        if any(name.name.startswith("_") for name in node.names):
            yield f"{module.at(node)}: what begins with an underscore stays in its room"


def test_rooms_are_entered_by_their_furniture() -> None:
    house.hold(burglaries)


def test_a_burglary_is_noticed() -> None:
    for source in (
        "from helpdesk.archive.actions.append import append",
        "from helpdesk.deadlines.rules import _runs_of",
        "from helpdesk.accounts.models.person import Person",
    ):
        assert [*burglaries(house.module("conversations/actions/ask.py", source))], source
    for source in (
        "from helpdesk.archive.actions import append",
        "from helpdesk.archive import actions as archive",
        "from helpdesk.conversations.actions.posting import post",
        "from helpdesk.archive.database.scope import acting",
    ):
        assert not [*burglaries(house.module("conversations/actions/ask.py", source))], source
