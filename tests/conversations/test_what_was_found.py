"""A text is read before it is sent: refused, held for its author or for a reviewer, or sent with remarks."""

import json

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry, Value
from helpdesk.archive.queries import verify
from helpdesk.archive.terms import Finding as Fault
from helpdesk.conduct.models import Verdict
from helpdesk.conduct.rules import examining
from helpdesk.conduct.terms import Decision, Label
from helpdesk.config.wiring import MIRRORS
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.models import Attempt, Message
from helpdesk.conversations.terms import Posted
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid, Refused, TooLarge
from tests.cast import ANNA, CLARA, EDDA, READER
from tests.conversations.spotted import HELD, LOGGED, REFUSED, TO_CONFIRM, WARNED
from tests.statements import statements

pytestmark = pytest.mark.usefixtures("spotting")
WHY = "It is the name of the part."


def reply(
    to: Ref, draft: str, *, actor: Actor = ANNA, key: str = "k", confirmed: str | None = None
) -> Posted:
    return conversations.post_reply(
        actor=actor, now=clock.now(), conversation=to, draft=draft, key=key, confirmed=confirmed
    )


def question(to: Ref, draft: str, *, key: str = "q") -> Posted:
    return conversations.post_question(actor=CLARA, now=clock.now(), conversation=to, draft=draft, key=key)


def verdict() -> Verdict:
    with acting(EDDA):
        return Verdict.objects.get()


def sent() -> list[str]:
    with acting(EDDA):
        return [bytes(one.value).decode() for one in Value.objects.filter(name="body").order_by("entry_id")]


def test_what_breaks_a_rule_is_not_sent_and_stays_on_record(asked: Ref) -> None:
    with pytest.raises(Refused, match=r"conduct\.refused") as refusal:
        reply(asked, REFUSED)
    found = refusal.value.params["verdict"]
    assert [(one.label, REFUSED[one.start : one.end]) for one in found.told] == [(Label.EMAIL, "⟦contact⟧")]  # type: ignore[attr-defined]
    with acting(EDDA):
        assert not Message.objects.filter(side="seller").exists()
        attempt = Attempt.objects.get()
        entry = Entry.objects.get(id=attempt.id)
    assert refusal.value.params["attempt"] == str(Ref(attempt.seller_id, attempt.id))
    assert (attempt.code, attempt.check_due_at, attempt.settled_by) == ("conduct.refused", None, None)
    said = json.loads(bytes(entry.leaf))["f"]
    assert (said["labels"], said["rules"], said["pack"]) == ("A_EMAIL", "mark.contact", found.pack)  # type: ignore[attr-defined]


def test_its_verdict_holds_codes_and_places_and_no_words(asked: Ref) -> None:
    with pytest.raises(Refused):
        reply(asked, REFUSED)
    kept = verdict()
    with acting(EDDA):
        attempt = Attempt.objects.get()
    assert (kept.entry_id, kept.chain, kept.audience) == (attempt.id, asked.id, 1)
    assert (kept.decision, kept.source, kept.side, kept.at) == ("refuse", "attempt", "seller", attempt.at)
    start = REFUSED.index("⟦")
    assert kept.findings == [
        {
            "label": "A_EMAIL",
            "rule": "mark.contact",
            "start": start,
            "end": start + len("⟦contact⟧"),
            "place": "text",
            "score": 0.99,
            "decision": "refuse",
            "evidence": [],
            "against": [],
            "action": "refused",
        }
    ]
    assert "⟦" not in str(kept.findings)


def test_the_other_side_sees_neither_verdict_nor_attempt(asked: Ref) -> None:
    with pytest.raises(Refused):
        reply(asked, REFUSED)
    with acting(CLARA):
        assert not Verdict.objects.exists()
        assert not Attempt.objects.exists()
    with acting(ANNA):
        assert (Verdict.objects.count(), Attempt.objects.count()) == (1, 1)


def test_the_same_text_again_is_one_attempt_and_one_verdict(asked: Ref) -> None:
    for _ in range(2):
        with pytest.raises(Refused):
            reply(asked, REFUSED)
    with acting(EDDA):
        assert (Attempt.objects.count(), Verdict.objects.count()) == (1, 1)


def test_a_changed_text_is_sent_under_the_same_key_and_nothing_is_kept_of_it(asked: Ref) -> None:
    with pytest.raises(Invalid):
        reply(asked, TO_CONFIRM)
    assert not reply(asked, "Yes, it fits.").replayed
    with acting(EDDA):
        assert (Attempt.objects.count(), Verdict.objects.count()) == (0, 0)


def test_what_is_to_be_thought_over_is_not_sent_and_not_kept(asked: Ref) -> None:
    with pytest.raises(Invalid, match=r"conduct\.confirm") as refusal:
        reply(asked, TO_CONFIRM)
    assert refusal.value.field == "confirmed"
    with acting(EDDA):
        assert (Attempt.objects.count(), Verdict.objects.count()) == (0, 0)
        assert not Message.objects.filter(side="seller").exists()


def test_with_a_reason_it_is_sent_and_the_reason_is_kept_out_of_sight(asked: Ref) -> None:
    posted = reply(asked, TO_CONFIRM, confirmed=f" {WHY} ")
    assert [one.label for one in posted.findings] == [Label.INSULT]
    kept = verdict()
    assert (kept.entry_id, kept.decision, kept.source) == (posted.receipt.entry, "hold_author", "post")
    assert [one["action"] for one in kept.findings] == ["confirmed"]
    with acting(EDDA):
        entry = Entry.objects.get(kind="message.confirmed")
        reason = Value.objects.get(entry_id=entry.id, name="reason")
    said = json.loads(bytes(entry.leaf))
    assert said["ref"] == [["confirms", str(posted.receipt.entry)]]
    assert (bytes(reason.value).decode(), entry.audience, said["f"]["labels"]) == (WHY, 1, "D_INSULT")
    with acting(CLARA):
        assert not Entry.objects.filter(kind="message.confirmed").exists()


def test_a_reason_lifts_no_refusal(asked: Ref) -> None:
    with pytest.raises(Refused):
        reply(asked, f"{REFUSED} {TO_CONFIRM}", confirmed=WHY)


def test_a_reason_that_nobody_asked_for_is_not_kept(asked: Ref) -> None:
    reply(asked, "Yes, it fits.", confirmed=WHY)
    with acting(EDDA):
        assert not Entry.objects.filter(kind="message.confirmed").exists()


@pytest.mark.parametrize("why", ["", " \n", "\u200b", "x\x00"])
def test_a_reason_has_words(asked: Ref, why: str) -> None:
    with pytest.raises(Invalid) as refusal:
        reply(asked, TO_CONFIRM, confirmed=why)
    assert refusal.value.field == "confirmed"


def test_a_reason_is_short(asked: Ref) -> None:
    with pytest.raises(TooLarge):
        reply(asked, TO_CONFIRM, confirmed="x" * 501)


def test_a_remark_keeps_nothing_back(asked: Ref) -> None:
    posted = reply(asked, WARNED)
    assert [(one.label, one.decision) for one in posted.findings] == [(Label.PROMO, Decision.WARN)]
    kept = verdict()
    assert (kept.entry_id, kept.decision, kept.findings[0]["action"]) == (
        posted.receipt.entry,
        "warn",
        "sent",
    )


def test_a_weak_sign_is_kept_and_nobody_is_told(asked: Ref) -> None:
    posted = reply(asked, LOGGED)
    assert posted.findings == ()
    assert verdict().decision == "log"


def test_a_repeated_request_is_told_the_same(asked: Ref) -> None:
    first, again = reply(asked, WARNED), reply(asked, WARNED)
    assert again.replayed
    assert [(one.label, one.rule, one.start, one.end, one.decision) for one in again.findings] == [
        (one.label, one.rule, one.start, one.end, one.decision) for one in first.findings
    ]
    with acting(EDDA):
        assert Verdict.objects.count() == 1


def test_what_a_reviewer_must_see_first_waits_with_an_instant(asked: Ref) -> None:
    with pytest.raises(Refused, match=r"conduct\.held") as refusal:
        reply(asked, HELD)
    with acting(EDDA):
        attempt = Attempt.objects.get()
    assert attempt.check_by == attempt.id
    assert attempt.check_due_at == refusal.value.params["due_at"]
    assert attempt.check_due_at is not None
    assert attempt.check_due_at > attempt.at
    assert verdict().findings[0]["action"] == "held"


def test_marketing_is_a_matter_of_sellers(asked: Ref) -> None:
    assert question(asked, WARNED).findings == ()


def test_buyers_are_read_too(asked: Ref) -> None:
    with pytest.raises(Refused):
        question(asked, REFUSED)
    assert (verdict().side, verdict().audience) == ("buyer", 3)


def test_whoever_may_not_write_learns_nothing_of_rules(asked: Ref) -> None:
    with pytest.raises(Forbidden):
        reply(asked, REFUSED, actor=READER)
    with acting(EDDA):
        assert not Attempt.objects.exists()


def test_a_text_in_which_nothing_is_found_costs_no_statement_more(asked: Ref) -> None:
    question(asked, "And the lid?", key="warm")
    with statements() as count:
        reply(asked, "Yes, and please grease it thinly.", key="clean")
    assert count() == 2  # what it is judged by, and the post itself


def test_earlier_messages_cost_one_only_where_the_same_side_wrote_some(asked: Ref) -> None:
    question(asked, "And the lid?", key="warm")
    with statements() as first:
        reply(asked, "Take the 8 mm one.", key="first")
    question(asked, "And the other one?", key="again")
    with statements() as then:
        reply(asked, "And the 9 mm one.", key="then")
    assert (first(), then()) == (2, 3)


def test_the_record_stays_whole(asked: Ref) -> None:
    for draft in (REFUSED, HELD):
        with pytest.raises(Refused):
            reply(asked, draft, key=draft)
        with pytest.raises(Refused):
            question(asked, draft, key=draft)
    reply(asked, TO_CONFIRM, key="confirmed", confirmed=WHY)
    question(asked, LOGGED)
    assert not [found for found in verify(mirrors=MIRRORS) if isinstance(found, Fault)]


def test_what_could_not_be_read_in_time_waits_for_a_person(
    asked: Ref, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examining, "SECONDS", -1.0)
    with pytest.raises(Refused, match=r"conduct\.held"):
        reply(asked, "Yes, it fits.")
    assert (verdict().decision, verdict().findings) == ("hold_reviewer", [])
