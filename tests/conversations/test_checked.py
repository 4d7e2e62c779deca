"""A draft is read without being stored: with the thread's record, and the author's earlier messages."""

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.conduct import rules as conduct
from helpdesk.conduct.models import Verdict as KeptVerdict
from helpdesk.conduct.rules import examining
from helpdesk.conduct.rules.packs import Pack
from helpdesk.conduct.terms import Decision, Said, Verdict
from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.conversations.terms import Manner
from helpdesk.conversations.terms.starting import SellerReason
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound, Refused, TooLarge
from helpdesk.marketplace.models import Market, Shipment
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA, PLATFORM, READER
from tests.conversations.conftest import QUESTION
from tests.conversations.spotted import LOGGED, REFUSED, TO_CONFIRM, WARNED
from tests.shops import Shops
from tests.statements import statements


def check(to: Ref, draft: str, actor: Actor = ANNA) -> queries.Checked:
    return queries.checked(actor=actor, now=clock.now(), conversation=to, draft=draft)


class Heard(list[tuple[Said, Pack]]):
    """What the rules were told, each time."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__()
        monkeypatch.setattr(conduct, "examine", self._examine)

    def _examine(self, *, said: Said, pack: Pack, seconds: object) -> Verdict:
        assert callable(seconds)
        self.append((said, pack))
        return examining.examine(said=said, pack=pack)


@pytest.mark.usefixtures("spotting")
@pytest.mark.parametrize(
    ("draft", "code", "decision", "told"),
    [
        (REFUSED, "conduct.refused", Decision.REFUSE, 1),
        (TO_CONFIRM, "conduct.confirm", Decision.HOLD_AUTHOR, 1),
        (WARNED, None, Decision.WARN, 1),
        (LOGGED, None, Decision.LOG, 0),
        ("Yes, it fits.", None, Decision.NONE, 0),
    ],
)
def test_what_sending_it_would_meet_with(
    asked: Ref, draft: str, code: str | None, decision: Decision, told: int
) -> None:
    with acting(EDDA):
        before = Entry.objects.count()
    found = check(asked, draft)
    assert (found.code, found.decision, len(found.findings)) == (code, decision, told)
    with acting(EDDA):
        assert Entry.objects.count() == before


def test_a_text_that_shows_nothing_is_refused_for_that(asked: Ref) -> None:
    assert check(asked, "\u200b").code == "message.invisible"


def test_who_may_not_write_here_reads_nothing(asked: Ref) -> None:
    for actor in (DMITRI, HANIA):
        with pytest.raises(NotFound):
            check(asked, "Yes.", actor)
    for actor in (READER, EDDA):
        with pytest.raises(Forbidden):
            check(asked, "Yes.", actor)


def test_a_text_beyond_the_limit_is_not_read(asked: Ref) -> None:
    with pytest.raises(TooLarge):
        check(asked, "x" * 20_001)


def test_a_first_question_needs_no_thread(shops: Shops) -> None:
    now = clock.now()
    about_order = queries.checked_question(actor=CLARA, now=now, order=shops.claras_order, draft="Hello?")
    about_offer = queries.checked_question(actor=CLARA, now=now, offer=shops.offer, draft="Hello?")
    assert (about_order.code, about_offer.code) == (None, None)
    with pytest.raises(NotFound):
        queries.checked_question(actor=HANIA, now=now, order=shops.claras_order, draft="Hello?")
    with pytest.raises(Forbidden):
        queries.checked_question(actor=ANNA, now=now, order=shops.claras_order, draft="Hello?")


def test_the_rules_know_the_record(asked: Ref, shops: Shops, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = Heard(monkeypatch)
    order = shops.claras_order
    with acting(PLATFORM):
        Market.objects.filter(code="de").update(allowed_hosts=["parcels.example"])
        Shipment.objects.create(
            seller_id=order.seller_id,
            order_id=order.id,
            buyer_id=CLARA.person,
            external_id="s-1",
            lines=[],
            direction="out",
            carrier="dhl",
            tracking="JJD 0003-01",
            dispatched_at=clock.now(),
        )
    check(asked, "Sent with JJD000301.")
    said, pack = heard[-1]
    assert {"a1001", "jjd000301", "gasket"} <= said.facts.numbers
    assert {"12.90", "25.80"} <= said.facts.amounts
    assert {"dichtung", "uszczelka", "gasket", "mm"} <= said.facts.names
    assert (said.facts.dispatched, said.market, said.country) == (True, "de", "DE")
    assert said.facts.dates["placed"] == "2026-10-01"
    assert "parcels.example" in pack.hosts
    assert pack.regions[:2] == ("DE", "PL")  # the market's, then the Seller's


def test_the_rules_know_what_waits_for_an_answer(asked: Ref, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = Heard(monkeypatch)
    now = clock.now()
    conversations.post_reply(
        actor=ANNA, now=now, conversation=asked, draft="I look.", key="i", manner=Manner.INTERIM
    )
    conversations.post_question(actor=CLARA, now=now, conversation=asked, draft="And the lid?", key="q")
    check(asked, "Both fit.")
    assert heard[-1][0].asked == f"{QUESTION}\n\nAnd the lid?"
    check(asked, "Any news?", CLARA)
    assert heard[-1][0].asked is None


def test_the_rules_know_what_the_same_side_wrote_before(asked: Ref, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = Heard(monkeypatch)
    for n in range(7):
        conversations.post_reply(
            actor=ANNA,
            now=clock.now(),
            conversation=asked,
            draft=f"Part {n} fits.",
            key=str(n),
            reason=SellerReason.SAFETY_RECALL,
        )
    check(asked, "And 4.")
    assert list(heard[-1][0].earlier) == [f"Part {n} fits." for n in range(2, 7)]


@pytest.mark.usefixtures("spotting")
def test_posting_asks_for_the_record_only_where_something_was_found(
    asked: Ref, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = Heard(monkeypatch)
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft="It fits.", key="1")
    assert [bool(said.facts.numbers) for said, _ in heard] == [False]
    heard.clear()
    with pytest.raises(Refused):
        conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft=REFUSED, key="2")
    assert [bool(said.facts.numbers) for said, _ in heard] == [False, True]


def test_a_check_costs_the_same_however_long_the_thread_is(asked: Ref) -> None:
    check(asked, "Warm up.")
    with statements() as first:
        check(asked, "Yes, it fits.")
    for n in range(3):
        conversations.post_reply(
            actor=ANNA,
            now=clock.now(),
            conversation=asked,
            draft=f"Part {n} fits.",
            key=str(n),
            reason=SellerReason.SAFETY_RECALL,
        )
    with statements() as then:
        check(asked, "Yes, it fits.")
    assert first() == then() <= 16


def test_what_tells_an_earlier_message_wrong_is_held_against_it(asked: Ref) -> None:
    for n, text in enumerate(("The rack holds nine bottles.", "As I said, it holds seven bottles.")):
        conversations.post_reply(
            actor=ANNA,
            now=clock.now(),
            conversation=asked,
            draft=text,
            key=str(n),
            reason=SellerReason.SAFETY_RECALL,
        )
    with acting(EDDA):
        kept = KeptVerdict.objects.get()
    assert [one["rule"] for one in kept.findings] == ["contradicts.recalled.value"]
