"""Who is told of an agreement: the other side of each step, and both of a day that passed."""

from helpdesk.archive.database.scope import everything
from helpdesk.notifications.models import Notice
from tests.agreements.deals import ask, confirm, propose
from tests.agreements.test_keep import remind
from tests.cast import CLARA
from tests.conversations.clocks import Story
from tests.notifications.told import react


def told(story: Story) -> list[str]:
    """The sides that have a notice of an agreement, the earliest first."""
    react(story.later())
    with everything():
        found = Notice.objects.filter(kind="agreement").order_by("at", "side")
        return list(dict.fromkeys(f"{at:%d %H:%M} {side}" for at, side in found.values_list("at", "side")))


def test_each_step_is_told_to_the_other_side(story: Story) -> None:
    story.reply()
    posted = propose(story)
    confirm(story, posted)
    ask(story, CLARA)
    assert told(story) == ["16 09:02 buyer", "16 09:03 seller", "16 09:04 seller"]


def test_a_passed_day_is_told_to_both(story: Story) -> None:
    story.reply()
    confirm(story, propose(story))
    remind(story)
    assert [line[-6:] for line in told(story)] == [" buyer", "seller"]  # of days ago nobody is told
