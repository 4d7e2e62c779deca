"""Threads of an older system move no score, and a day counted from leaves alone is the same."""

from helpdesk.standing.terms import State
from tests.conversations.bringing import brought, known, said, thread
from tests.conversations.clocks import Story, findings
from tests.shops import Shops
from tests.standing.rated import differences, snapshot
from tests.standing.test_following import MONDAY_ON, nightly, states


def test_it_counts_for_nothing(story: Story, shops: Shops) -> None:
    known(shops)
    story.reply()
    late = said("m2", "seller", "2024-09-05T10:00:00Z", "Sorry, half a year late: yes.")
    hanias = thread(said(), late, said("m3"), buyer="hania", market="pl", order="A-1002")
    assert brought(hanias).messages == 3
    assert snapshot(MONDAY_ON, nightly(MONDAY_ON)) == 1
    assert states() == [State.MET]  # Clara's question alone
    assert differences(MONDAY_ON) == []
    assert findings() == []
