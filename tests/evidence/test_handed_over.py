"""What was handed over beside messages, in a package: for each side what that side may see."""

import json
from typing import Any

from helpdesk.archive.terms import Audience
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA
from tests.conversations.handing import NOTE, deliver, placed, refund
from tests.evidence.packages import package
from tests.shops import Shops


def stated(conversation: Ref, actor: Actor) -> list[dict[str, Any]]:
    """The events of the kinds, as the package tells them."""
    said = json.loads(package(conversation, actor=actor).members["conversation.json"])
    return [event for event in said["events"] if event["kind"].endswith(".stated")]


def texts(conversation: Ref, actor: Actor) -> list[dict[str, str]]:
    return [event["texts"] for event in stated(conversation, actor)]


def test_the_seller_takes_the_latest_while_the_order_is_served(shops: Shops, answered: Ref) -> None:
    placed(shops.claras_order)
    deliver(shops.claras_order, note="Entrance A.", key="first")
    deliver(shops.claras_order)
    refund(shops.claras_order)
    assert texts(answered, ANNA) == [{}, {"phone": "+4915123456789", "note": NOTE}]
    placed(shops.claras_order, days_ago=400)
    assert texts(answered, ANNA) == [{}, {}]


def test_nothing_of_the_account_is_in_the_sellers_package(shops: Shops, answered: Ref) -> None:
    refund(shops.claras_order)
    handed = package(answered, actor=ANNA)
    assert stated(answered, ANNA) == []
    assert all(
        b"370400440532013000" not in data and b"refund.stated" not in data for data in handed.members.values()
    )


def test_the_buyer_takes_all_of_their_own(shops: Shops, answered: Ref) -> None:
    placed(shops.claras_order)
    deliver(shops.claras_order)
    refund(shops.claras_order)
    assert texts(answered, CLARA) == [
        {"phone": "+4915123456789", "note": NOTE},
        {"holder": "Clara Weiß", "iban": "DE89370400440532013000"},
    ]
    chains = json.loads(package(answered, actor=CLARA).members["manifest.json"])["chains"]
    assert [chain["audience"] for chain in chains] == [
        Audience.BOTH.value,
        Audience.BOTH.value,
        Audience.BUYER.value,
    ]
