"""What the database server gave up, as opposed to what we got wrong."""

from helpdesk.archive.database.patience import ENDED


def was_ended(*, error: BaseException) -> bool:
    """Whether the server ended a transaction, so that nothing of it was stored; Django's word for it too."""
    return isinstance(error, ENDED) or isinstance(error.__cause__, ENDED)
