"""What a buyer has muted is told to nobody; what they must know, and answers, are told all the same."""

from helpdesk.conversations import actions as conversations
from helpdesk.conversations.terms.starting import SellerReason
from tests.cast import CLARA
from tests.conversations.clocks import MONDAY, Story
from tests.notifications.told import notices, react

MESSAGE = ("Clara", "message")


def mute(story: Story, *, muted: bool = True) -> None:
    conversations.mute(actor=CLARA, now=story.now, conversation=story.thread, muted=muted)


def test_what_can_wait_is_not_told(story: Story) -> None:
    story.reply()
    mute(story)
    story.reply("The invoice follows by post.", reason=SellerReason.INVOICE)
    react(story.now)
    assert notices().count(MESSAGE) == 1  # the answer
    story.reply("Please stop using it: the lid may burst.", reason=SellerReason.SAFETY_RECALL)
    react(story.now)
    assert notices().count(MESSAGE) == 2


def test_lifted_it_is_told_again(story: Story) -> None:
    story.reply()
    react(MONDAY)
    mute(story)
    mute(story, muted=False)
    before = notices().count(MESSAGE)
    story.reply("The invoice follows by post.", reason=SellerReason.INVOICE)
    react(story.now)
    assert notices().count(MESSAGE) == before + 1
