"""What waits for a reviewer: oldest first, market by market, and not a word of it."""

from collections.abc import Callable

import pytest

from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Refused
from helpdesk.oversight import actions as oversight
from helpdesk.oversight.queries import attempts_waiting, refused_text, samples_waiting
from tests.cast import CLARA, EDDA, HANIA
from tests.conversations.attempts import FINE, refused_question, refused_reply
from tests.oversight.conftest import QUESTION
from tests.oversight.samples import opened, stood_by
from tests.shops import Shops
from tests.statements import statements


@pytest.fixture
def hanias(shops: Shops) -> Ref:
    """Hania's thread, on another market than Clara's."""
    posted = conversations.ask_about_order(
        actor=HANIA, now=clock.now(), order=shops.hanias_order, draft=QUESTION, key="h"
    )
    return posted.conversation


def test_samples_come_oldest_first_and_go_on_behind_the_last_seen(asked: Ref, hanias: Ref) -> None:
    both = [stood_by(asked, "1"), stood_by(hanias, "2")]
    assert [one.ref for one in samples_waiting(actor=EDDA)] == both
    (first,) = samples_waiting(actor=EDDA, limit=1)
    (second,) = samples_waiting(actor=EDDA, after=(first.drawn_at, first.ref.id))
    assert [first.ref, second.ref] == both
    assert (first.seller, first.market, second.market) == ("Anna's Espresso Parts", "de", "pl")


def test_one_market_alone(asked: Ref, hanias: Ref) -> None:
    stood_by(asked, "1")
    refused_reply(asked)
    later = stood_by(hanias, "2")
    assert [one.ref for one in samples_waiting(actor=EDDA, market="pl")] == [later]
    assert attempts_waiting(actor=EDDA, market="pl") == []


def test_what_is_judged_or_settled_waits_no_more(asked: Ref) -> None:
    sample, attempt = stood_by(asked), refused_reply(asked)
    opened(asked)
    oversight.judge_sample(actor=EDDA, now=clock.now(), sample=sample, judgment="stands", key="1")
    oversight.confirm_attempt(actor=EDDA, now=clock.now(), attempt=attempt, key="2")
    assert (samples_waiting(actor=EDDA), attempts_waiting(actor=EDDA)) == ([], [])


def test_refused_texts_of_both_sides_are_listed(asked: Ref) -> None:
    sellers, buyers = refused_reply(asked), refused_question(asked)
    assert [(one.ref, one.side, one.code) for one in attempts_waiting(actor=EDDA)] == [
        (sellers, "seller", "message.marks"),
        (buyers, "buyer", "message.marks"),
    ]


def test_a_first_question_that_was_refused_has_no_file_to_open(shops: Shops) -> None:
    with pytest.raises(Refused):
        conversations.ask_about_order(
            actor=CLARA, now=clock.now(), order=shops.claras_order, draft=FINE, key="1"
        )
    assert attempts_waiting(actor=EDDA) == []


def test_a_refused_text_is_read_with_the_file_open_only(asked: Ref) -> None:
    attempt = refused_reply(asked)
    with pytest.raises(Forbidden, match=r"oversight\.no_reading"):
        refused_text(actor=EDDA, now=clock.now(), attempt=attempt)
    opened(asked)
    shown = refused_text(actor=EDDA, now=clock.now(), attempt=attempt)
    assert (shown.of.text, shown.of.author) == (FINE, "Anna")
    assert [message.text for message in shown.thread.messages] == [QUESTION]


@pytest.mark.parametrize("waiting", [samples_waiting, attempts_waiting])
def test_a_list_costs_the_same_however_long_it_is(
    asked: Ref, hanias: Ref, waiting: Callable[..., list[object]]
) -> None:
    costs = []
    for place, key in ((asked, "1"), (hanias, "2")):
        stood_by(place, f"answer {key}")
        refused_reply(place, key=f"attempt {key}")
        with statements() as count:
            waiting(actor=EDDA)
        costs.append(count())
    assert costs == [6, 6]  # three, and three that open and close the scope
