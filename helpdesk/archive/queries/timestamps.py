"""The dates that authorities put on our checkpoints."""

from collections.abc import Sequence

from helpdesk.archive.models import Timestamp


def timestamps(*, tree: int, limit: int) -> Sequence[Timestamp]:
    """The newest first. One SQL statement."""
    return [*Timestamp.objects.filter(tree=tree).order_by("-size")[:limit]]
