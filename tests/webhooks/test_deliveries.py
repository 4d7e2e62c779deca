"""The list of deliveries: the latest first, tests among them, page by page."""

from helpdesk.webhooks import actions, queries
from helpdesk.webhooks.terms import TEST_KIND, Delivery
from tests.cast import ANNA
from tests.conversations.clocks import Story
from tests.webhooks.sent import add, react

URL = "https://tools.example/hook"


def test_the_latest_come_first_though_tests_have_ids_of_another_making(story: Story) -> None:
    react(story.now)
    webhook = add(URL, now=story.now, actor=ANNA).webhook.ref

    def try_it() -> None:
        actions.try_webhook(actor=ANNA, now=story.later(), webhook=webhook, key=story.key())

    try_it()
    for _ in range(3):
        story.reply()
        story.ask()
    react(story.now)
    try_it()
    found = queries.deliveries(actor=ANNA, webhook=webhook)
    assert [one.kind for one in found] == [TEST_KIND, *["message"] * 6, TEST_KIND]
    numbers = [one.number for one in found if one.number is not None]
    assert numbers == sorted(numbers, reverse=True)
    pages: list[Delivery] = []
    while page := queries.deliveries(
        actor=ANNA, webhook=webhook, limit=3, before=pages[-1].ref.id if pages else None
    ):
        pages += page
    assert pages == found
    assert queries.deliveries(actor=ANNA, webhook=webhook, before=webhook.id) == []
