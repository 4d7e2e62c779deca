"""A Seller disputes a verdict: a person decides in time, and the score follows the decision alone."""

from datetime import timedelta
from uuid import uuid4

import pytest

from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Entry
from helpdesk.archive.terms import Kept
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound, TooLarge
from helpdesk.standing import actions, queries
from helpdesk.standing.terms import State, Why
from helpdesk.standing.terms.disputes import MAX_WORDS, Claim
from tests.cast import ANNA, ANNAS_SHOP, BRUNO, CLARA, DMITRI, EDDA, FELIX, PLATFORM, READER
from tests.conversations.clocks import Story, findings
from tests.standing.rated import follow
from tests.statements import statements

DAY = timedelta(days=1)


def late_point(story: Story) -> Ref:
    """Clara waited from Monday to Thursday for her answer."""
    story.later(3 * DAY)
    story.reply("Sorry, here it is: 8 mm.")
    follow(story.now)
    [line] = queries.explained(actor=ANNA, now=story.now).lines
    assert line.point.stands is State.LATE
    return Ref(ANNAS_SHOP, line.point.id)


def dispute(
    story: Story,
    point: Ref,
    *,
    actor: Actor = ANNA,
    claim: str = Claim.HOLIDAY,
    words: str = "It was our holiday.",
    key: str = "",
) -> Kept:
    return actions.dispute_verdict(
        actor=actor, now=story.later(), point=point, claim=claim, words=words, key=key or story.key()
    )


def test_it_waits_for_a_person_for_five_business_days_and_moves_nothing(story: Story) -> None:
    point = late_point(story)
    before = queries.explained(actor=ANNA, now=story.now).score
    kept = dispute(story, point)
    [waits] = queries.disputes_waiting(actor=EDDA, limit=10)
    assert (waits.ref.id, waits.point, waits.claim, waits.market) == (
        kept.receipt.entry,
        point,
        Claim.HOLIDAY,
        "de",
    )
    assert waits.due_at - waits.at == 7 * DAY, "from Thursday over one weekend"
    assert (waits.words, waits.is_late(now=waits.due_at), waits.is_late(now=waits.due_at + DAY)) == (
        "",
        False,
        True,
    )
    follow(story.now)
    assert queries.explained(actor=ANNA, now=story.now).score.n == before.n
    assert findings() == []


def test_its_entry_says_what_is_disputed_and_only_the_shop_and_the_desk_see_it(story: Story) -> None:
    point = late_point(story)
    kept = dispute(story, point, actor=BRUNO)
    with everything():
        entry = Entry.objects.get(id=kept.receipt.entry)
    assert (entry.kind, entry.audience, entry.buyer_id) == ("verdict.disputed", 1, None)
    assert b"holiday" in entry.leaf
    assert b"our holiday" not in entry.leaf
    ref = Ref(ANNAS_SHOP, kept.receipt.entry)
    for actor in (ANNA, READER):
        assert queries.dispute_of(actor=actor, dispute=ref).words == "It was our holiday."
    for actor in (CLARA, DMITRI, PLATFORM):
        with pytest.raises(NotFound):
            queries.dispute_of(actor=actor, dispute=ref)
    assert queries.disputes_of(actor=DMITRI, points=[point.id]) == {}


def test_the_same_verdict_is_disputed_once(story: Story) -> None:
    point = late_point(story)
    first = dispute(story, point, key="one")
    assert dispute(story, point, key="one").receipt == first.receipt
    with pytest.raises(KeyReused):
        dispute(story, point, key="one", claim=Claim.SPAM)
    with pytest.raises(Conflict, match=r"dispute\.disputed"):
        dispute(story, point, actor=BRUNO)
    [line] = queries.explained(actor=ANNA, now=story.now).lines
    assert not queries.own_point(actor=ANNA, now=story.now, point=point).may_dispute
    assert line.why is Why.COUNTS


def test_only_what_counts_against_the_shop_is_disputed(story: Story) -> None:
    follow(story.now)
    [line] = queries.explained(actor=ANNA, now=story.now).lines
    point = Ref(ANNAS_SHOP, line.point.id)
    with pytest.raises(Conflict, match=r"dispute\.nothing_against"):
        dispute(story, point)
    story.later(3 * DAY)  # overdue and still open counts as never
    assert queries.own_point(actor=ANNA, now=story.now, point=point).may_dispute
    dispute(story, point, claim=Claim.OUTAGE, words="")
    assert queries.disputes_waiting(actor=FELIX, limit=1)[0].claim is Claim.OUTAGE


def test_who_may_not(story: Story) -> None:
    point = late_point(story)
    with pytest.raises(Forbidden):
        dispute(story, point, actor=READER)
    for actor in (DMITRI, CLARA, EDDA, PLATFORM):
        with pytest.raises(NotFound):
            dispute(story, point, actor=actor)
    with pytest.raises(NotFound):
        dispute(story, Ref(ANNAS_SHOP, uuid4()))
    for actor in (ANNA, CLARA, PLATFORM):
        with pytest.raises(Forbidden):
            queries.disputes_waiting(actor=actor, limit=1)


def test_what_is_sent_must_make_sense(story: Story) -> None:
    point = late_point(story)
    with pytest.raises(Invalid):
        dispute(story, point, claim="weather")
    with pytest.raises(TooLarge):
        dispute(story, point, words="a" * (MAX_WORDS + 1))
    with pytest.raises(Invalid):
        dispute(story, point, words="a\x00")
    assert queries.own_disputes(actor=ANNA, limit=10) == []


def test_it_asks_as_often_however_many_there_are(story: Story) -> None:
    point = late_point(story)
    dispute(story, point)
    with statements() as count:
        queries.own_disputes(actor=ANNA, limit=10)
    assert count() <= 6
    with statements() as count:
        queries.disputes_waiting(actor=EDDA, limit=10)
    assert count() <= 5
    assert queries.own_disputes(actor=ANNA, limit=10)[0].outcome is None
