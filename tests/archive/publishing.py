"""A log of the test's own to publish into."""

from helpdesk.archive import actions as archive
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM


def publish() -> int:
    """One step; leaves that are newly signed."""
    return archive.publish_log(actor=SYSTEM, now=clock.now())


def leaves() -> int:
    return 0
