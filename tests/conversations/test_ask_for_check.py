"""Ask for a check: one request, and a person looks at a refused text within four counted hours."""

from datetime import UTC, datetime

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.archive.queries import verify
from helpdesk.archive.terms import Finding
from helpdesk.conduct.terms import Label
from helpdesk.config.wiring import MIRRORS
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.actions import CheckAsked
from helpdesk.conversations.models import Attempt, Conversation
from helpdesk.conversations.queries import own_attempt, thread
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref, uuid7
from helpdesk.kernel.refusal import Conflict, Forbidden, KeyReused, NotFound, Refused
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, HANIA, READER
from tests.conversations.attempts import last_attempt, refused_question, refused_reply, release
from tests.conversations.spotted import HELD, REFUSED
from tests.past import any_present
from tests.shops import Shops

FRIDAY_EVENING = datetime(2026, 11, 20, 21, 0, tzinfo=UTC)  # 22:00 in Berlin, whose market it is
MONDAY_NIGHT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)  # two hours of Friday, two of Monday


def check(attempt: Ref, actor: Actor = ANNA, key: str = "check", now: datetime | None = None) -> CheckAsked:
    return conversations.ask_for_check(actor=actor, now=now or clock.now(), attempt=attempt, key=key)


def row() -> Attempt:
    with acting(EDDA):
        return Attempt.objects.get()


def ask(shops: Shops, draft: str, key: str = "k") -> None:
    """A first question that is not sent."""
    with pytest.raises(Refused):
        conversations.ask_about_order(
            actor=CLARA, now=clock.now(), order=shops.claras_order, draft=draft, key=key
        )


def test_four_counted_hours(asked: Ref, monkeypatch: pytest.MonkeyPatch) -> None:
    any_present(monkeypatch)
    attempt = refused_reply(asked)
    asked_for = check(attempt, now=FRIDAY_EVENING)
    assert asked_for.due_at == MONDAY_NIGHT
    kept = row()
    assert (kept.check_by, kept.check_due_at) == (asked_for.kept.receipt.entry, MONDAY_NIGHT)


def test_it_is_on_record_out_of_the_other_sides_sight(asked: Ref) -> None:
    attempt = refused_reply(asked)
    entry = check(attempt).kept.receipt.entry
    with acting(EDDA):
        assert Entry.objects.get(id=entry).audience == 1
        assert Entry.objects.get(id=entry).chain == Entry.objects.get(id=attempt.id).chain
    with acting(CLARA):
        assert not Entry.objects.filter(id=entry).exists()


def test_a_colleague_may_ask(asked: Ref) -> None:
    assert check(refused_reply(asked), actor=BRUNO).due_at > clock.now()


def test_a_buyer_asks_for_their_own(asked: Ref) -> None:
    attempt = refused_question(asked)
    check(attempt, actor=CLARA)
    assert own_attempt(actor=CLARA, attempt=attempt).due_at == row().check_due_at


@pytest.mark.parametrize("actor", [CLARA, DMITRI, HANIA])
def test_others_find_nothing(asked: Ref, actor: Actor) -> None:
    attempt = refused_reply(asked)
    with pytest.raises(NotFound):
        check(attempt, actor=actor)
    with pytest.raises(NotFound):
        own_attempt(actor=actor, attempt=attempt)


@pytest.mark.parametrize("actor", [READER, EDDA])
def test_those_who_do_not_write_do_not_ask(asked: Ref, actor: Actor) -> None:
    with pytest.raises(Forbidden, match=r"check\.not_yours"):
        check(refused_reply(asked), actor=actor)


def test_what_is_not_there_is_not_found(asked: Ref) -> None:
    with pytest.raises(NotFound):
        check(Ref(asked.seller_id, uuid7()))


def test_the_same_request_again_is_answered_as_the_first_time(asked: Ref) -> None:
    attempt = refused_reply(asked)
    first, again = check(attempt), check(attempt)
    assert again.kept.replayed
    assert (again.kept.receipt, again.due_at) == (first.kept.receipt, first.due_at)


def test_once_is_enough(asked: Ref) -> None:
    attempt = refused_reply(asked)
    check(attempt)
    for actor, key in ((ANNA, "another"), (BRUNO, "check")):
        with pytest.raises(Conflict, match=r"check\.asked"):
            check(attempt, actor=actor, key=key)


def test_a_key_stands_for_one_attempt(asked: Ref) -> None:
    first, second = refused_reply(asked, key="1"), refused_reply(asked, key="2")
    check(first)
    with pytest.raises(KeyReused):
        check(second)


def test_what_is_settled_is_not_looked_at_again(asked: Ref) -> None:
    attempt = refused_reply(asked)
    release(attempt)
    with pytest.raises(Conflict, match=r"attempt\.settled"):
        check(attempt)


@pytest.mark.usefixtures("spotting")
def test_what_is_held_is_looked_at_anyway(asked: Ref) -> None:
    with pytest.raises(Refused):
        conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft=HELD, key="k")
    with pytest.raises(Conflict, match=r"check\.asked"):
        check(last_attempt())


@pytest.mark.usefixtures("spotting")
@pytest.mark.parametrize("draft", [REFUSED, HELD])
def test_a_first_question_that_is_released_opens_its_thread(shops: Shops, draft: str) -> None:
    ask(shops, draft)
    attempt = last_attempt()
    if draft == REFUSED:
        check(attempt, actor=CLARA)
    with acting(EDDA):
        assert not Conversation.objects.exists()
    posted = release(attempt)
    shown = thread(actor=ANNA, conversation=posted.conversation)
    assert [(one.author, one.text) for one in shown.messages] == [("Clara", draft)]
    assert (shown.title, shown.about_ref, shown.market) == ("A-1001", shops.claras_order, "de")
    assert shown.obligation is not None
    assert shown.obligation.received_at == posted.receipt.at
    assert not [found for found in verify(mirrors=MIRRORS) if isinstance(found, Finding)]


@pytest.mark.usefixtures("spotting")
def test_so_does_one_about_an_offer(shops: Shops) -> None:
    with pytest.raises(Refused):
        conversations.ask_about_offer(actor=CLARA, now=clock.now(), offer=shops.offer, draft=REFUSED, key="k")
    check(last_attempt(), actor=CLARA)
    posted = release(last_attempt())
    assert thread(actor=CLARA, conversation=posted.conversation).title == "Dichtung 8 mm"
    assert not [found for found in verify(mirrors=MIRRORS) if isinstance(found, Finding)]


@pytest.mark.usefixtures("spotting")
def test_a_first_question_that_is_confirmed_opens_nothing(shops: Shops) -> None:
    ask(shops, REFUSED)
    conversations.confirm_attempt(actor=EDDA, now=clock.now(), attempt=last_attempt(), key="c")
    with acting(EDDA):
        assert not Conversation.objects.exists()
    assert row().outcome == "confirmed"


@pytest.mark.usefixtures("spotting")
def test_a_question_since_has_opened_the_thread_already(shops: Shops) -> None:
    ask(shops, REFUSED)
    attempt = last_attempt()
    later = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft="Does it fit?", key="later"
    )
    posted = release(attempt)
    assert (posted.conversation, posted.n) == (later.conversation, 1)


@pytest.mark.usefixtures("spotting")
def test_an_administrator_sees_what_it_would_have_been_about(shops: Shops) -> None:
    ask(shops, REFUSED)
    shown = thread(actor=EDDA, conversation=Ref(row().seller_id, row().conversation_id))
    assert (shown.title, shown.buyer, shown.seller) == ("A-1001", "Clara", "Anna's Espresso Parts")
    assert (shown.messages, shown.last_n, shown.market) == ((), -1, "de")
    for stranger in (CLARA, ANNA):
        with pytest.raises(NotFound):
            thread(actor=stranger, conversation=shown.conversation)


@pytest.mark.usefixtures("spotting")
def test_a_repeated_first_question_is_answered_as_the_first_time_whatever_rules_say_by_now(
    shops: Shops, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asking() -> Ref:
        posted = conversations.ask_about_order(
            actor=CLARA, now=clock.now(), order=shops.claras_order, draft="Does it fit?", key="k"
        )
        return posted.conversation

    first = asking()
    monkeypatch.setattr("tests.conversations.spotted._MARKS", {"fit": (Label.EMAIL, 0.99)})
    assert asking() == first
