"""Who is told of a case: the other side of each step, both of what time and the Platform do."""

from helpdesk.archive.database.scope import everything
from helpdesk.notifications.models import Notice
from tests.cases.test_update_order import tell
from tests.cases.told import Tale
from tests.cast import CLARA, EDDA
from tests.notifications.told import react


def told(tale: Tale) -> list[str]:
    """The kinds and sides of all notices, the earliest first."""
    react(tale.later())
    with everything():
        found = Notice.objects.order_by("at", "side").values_list("at", "kind", "side")
        return [f"{kind} {side}" for _, kind, side in dict.fromkeys(found)]


def test_each_step_is_told_to_the_other_side(tale: Tale) -> None:
    tell(tale)
    tale.open()
    tale.step("refuse", words="It was dropped.")
    tale.step("escalate", CLARA, words="It came so.")
    tale.step("decide", EDDA, decision="for_seller", words="The photo shows it.")
    assert told(tale) == [
        "case buyer",
        "case seller",
        "case buyer",
        "case seller",
        "verdict buyer",
        "verdict seller",
    ]
