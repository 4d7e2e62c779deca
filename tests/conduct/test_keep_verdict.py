"""Keep a verdict: one row of codes and places; never a word, and nothing where nothing was found."""

import pytest
from django.db import IntegrityError, transaction

from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience, Chain, ChainName
from helpdesk.conduct import actions as conduct
from helpdesk.conduct import models
from helpdesk.conduct.queries import told_in, verdicts_of
from helpdesk.conduct.terms import Decision, Finding, Label, Place, Source, Verdict
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import uuid7
from tests.cast import ANNA, ANNAS_SHOP, CLARA, DMITRI, EDDA, HANIA

pytestmark = pytest.mark.usefixtures("database")
CONVERSATION, ENTRY = uuid7(), uuid7()
SPELLED = Finding(
    label=Label.PHONE,
    rule="phone.spelled",
    start=3,
    end=40,
    score=0.98765,
    view="digits",
    evidence=("number plan",),
    against=("order word",),
    as_read="+48600700800",
    decision=Decision.REFUSE,
)
NAMED = Finding(
    label=Label.URL,
    rule="url.host",
    start=None,
    end=None,
    score=0.4,
    place=Place.NAME,
    file=2,
    decision=Decision.LOG,
)
FOUND = Verdict(pack="1", decision=Decision.REFUSE, findings=(SPELLED, NAMED))


def keep(verdict: Verdict, actor: Actor = ANNA, audience: Audience = Audience.SELLER) -> None:
    chain = Chain(
        seller_id=ANNAS_SHOP,
        id=uuid7(),
        name=ChainName.BACKSTAGE,
        audience=audience,
        buyer_id=CLARA.buyer_id,
    )
    with acting(actor):
        conduct.keep_verdict(
            actor=actor,
            now=clock.now(),
            chain=chain,
            conversation=CONVERSATION,
            entry=ENTRY,
            side=actor.side,
            language="pl",
            verdict=verdict,
            source=Source.POST,
            action="sent",
        )


def seen_by(actor: Actor) -> int:
    with acting(actor):
        return models.Verdict.objects.count()


def test_it_is_read_back_without_what_it_was_read_as() -> None:
    keep(FOUND)
    with acting(EDDA):
        ((kept,),) = verdicts_of(seller_id=ANNAS_SHOP, entries=[ENTRY, uuid7()]).values()
    first, second = kept.findings
    assert (first.label, first.rule, first.start, first.end, first.view) == (
        Label.PHONE,
        "phone.spelled",
        3,
        40,
        "digits",
    )
    assert (first.score, first.as_read, first.evidence, first.against) == (
        0.988,
        "",
        ("number plan",),
        ("order word",),
    )
    assert (second.place, second.file, second.start) == (Place.NAME, 2, None)
    assert (kept.decision, kept.pack, kept.language, kept.actions) == (
        Decision.REFUSE,
        "1",
        "pl",
        ["sent", "sent"],
    )
    assert [one.label for one in kept.told] == [Label.PHONE]


def test_its_author_is_told_of_warnings_and_more() -> None:
    keep(FOUND)
    with acting(ANNA):
        row = models.Verdict.objects.get()
    assert [one.label for one in told_in(findings=row.findings)] == [Label.PHONE]
    assert "600700800" not in str(row.findings)


def test_nothing_found_is_nothing_kept() -> None:
    keep(Verdict(pack="1"))
    assert seen_by(EDDA) == 0


def test_what_was_not_read_to_the_end_is_kept_as_such() -> None:
    keep(Verdict(pack="1", decision=Decision.HOLD_REVIEWER, unread=True))
    assert seen_by(EDDA) == 1


def test_each_side_sees_its_own() -> None:
    keep(FOUND)
    keep(FOUND, actor=CLARA, audience=Audience.BUYER)
    assert [seen_by(one) for one in (ANNA, CLARA, DMITRI, HANIA, EDDA)] == [1, 1, 0, 0, 2]


def test_a_verdict_of_nothing_is_no_verdict() -> None:
    with acting(EDDA), pytest.raises(IntegrityError), transaction.atomic():
        models.Verdict.objects.create(
            seller_id=ANNAS_SHOP,
            entry_id=ENTRY,
            chain=CONVERSATION,
            buyer_id=CLARA.person,
            audience=1,
            side="seller",
            language="en",
            pack="1",
            decision="none",
            findings=[],
            at=clock.now(),
            source="post",
        )
