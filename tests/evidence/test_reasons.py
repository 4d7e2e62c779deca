"""What a message was written for stands in the package: by its code, and by name in the reader's language."""

import json

import pytest

from helpdesk.conversations import actions as conversations
from helpdesk.conversations.terms.starting import BuyerReason, SellerReason
from helpdesk.evidence.words.reasons import why
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA
from tests.evidence.packages import package
from tests.evidence.test_printed import plain, text_of
from tests.shops import Shops


@pytest.fixture
def meant(shops: Shops) -> Ref:
    """Clara misses something; Anna writes of the invoice."""
    posted = conversations.ask_about_order(
        actor=CLARA,
        now=clock.now(),
        order=shops.claras_order,
        draft="Where is it?",
        key="c",
        reason=BuyerReason.NOT_ARRIVED,
    )
    conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=posted.conversation, draft="Today.", key="a"
    )
    return posted.conversation


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Written for: “Where is it?”"),
        ("pl", "Powód wiadomości: „Gdzie jest przesyłka?”"),
        ("de", "Anlass der Nachricht: „Wo ist es?“"),
        ("fr", "Motif du message : « Où est mon colis ? »"),
        ("it", "Motivo del messaggio: “Dov\u2019è il pacco?”"),
    ],
)
def test_the_printed_record_names_it_in_the_readers_language(meant: Ref, language: str, said: str) -> None:
    printed = package(meant, actor=CLARA, language=language).members[f"conversation.{language}.pdf"]
    assert plain(said) in plain(text_of(printed))


def test_the_machines_form_has_its_code_and_the_verifier_holds_it_against_the_leaf(meant: Ref) -> None:
    made = package(meant, actor=CLARA)
    told = json.loads(made.members["conversation.json"])
    assert [message.get("reason") for message in told["messages"]] == ["not_arrived", None]


@pytest.mark.parametrize("reason", SellerReason)
def test_each_of_a_sellers_reasons_has_a_name(reason: SellerReason) -> None:
    [said] = why(facts={"reason": reason.value}, side="seller")
    assert said not in ("", f"Written for: “{reason.value}”")


@pytest.mark.parametrize("reason", BuyerReason)
def test_each_of_a_buyers_reasons_has_a_name_and_the_line_is_told(reason: BuyerReason) -> None:
    [said] = why(facts={"reason": reason.value, "line": "L-7"}, side="buyer")
    assert "_" not in said
    assert said.endswith("Line of the order: L-7")


def test_a_code_that_nobody_knows_is_told_as_it_is_and_none_tells_nothing() -> None:
    assert why(facts={"reason": "from_tomorrow"}, side="buyer") == ["Written for: “from_tomorrow”"]
    assert why(facts={}, side="buyer") == []
