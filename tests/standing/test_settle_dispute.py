"""A person decides a dispute, or rules without one: the score follows the record, and any ruling can go."""

from datetime import datetime, timedelta

import pytest

from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Entry
from helpdesk.archive.terms import Kept
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound
from helpdesk.oversight import actions as oversight
from helpdesk.oversight import queries as desk
from helpdesk.oversight.terms import Reason
from helpdesk.standing import actions, queries
from helpdesk.standing.models import Point as Row
from helpdesk.standing.terms import Ruled, Score, State, Why
from helpdesk.standing.terms.disputes import Claim, Outcome
from tests.cast import ANNA, ANNAS_SHOP, CLARA, DMITRI, EDDA, FELIX, GRETA
from tests.conversations.clocks import Story, findings
from tests.standing.rated import differences, follow, publish, snapshot, stored
from tests.standing.test_dispute_verdict import dispute, late_point

DAY = timedelta(days=1)
WHY = "The record shows it."


def read(story: Story, actor: Actor) -> None:
    oversight.open_file(
        actor=actor,
        now=story.later(),
        conversation=story.thread,
        reason=Reason.DISPUTE.value,
        key=story.key(),
    )


def settle(
    story: Story,
    of: Kept,
    outcome: str = Outcome.EXCLUDED,
    reason: str = Ruled.SPAM,
    *,
    actor: Actor = FELIX,
    words: str = WHY,
    key: str = "",
) -> Kept:
    return oversight.settle_dispute(
        actor=actor,
        now=story.later(),
        dispute=Ref(ANNAS_SHOP, of.receipt.entry),
        outcome=outcome,
        words=words,
        key=key or story.key(),
        reason=reason,
    )


def score(story: Story) -> Score:
    follow(story.now)
    return queries.explained(actor=ANNA, now=story.now).score


def rows() -> list[tuple[object, ...]]:
    with everything():
        return list(Row.objects.order_by("id").values_list())


def midnight(story: Story) -> datetime:
    return datetime.combine(story.now.date() + DAY, datetime.min.time(), tzinfo=story.now.tzinfo)


@pytest.fixture
def disputed(story: Story) -> tuple[Story, Ref, Kept]:
    """Anna answered late and disputes it; Felix has the file open."""
    point = late_point(story)
    kept = dispute(story, point)
    read(story, FELIX)
    return story, point, kept


def test_an_excluded_obligation_counts_neither_way_and_is_explained(
    disputed: tuple[Story, Ref, Kept],
) -> None:
    story, point, of = disputed
    before = score(story)
    assert before.m < before.n
    settle(story, of)
    after = score(story)
    assert after.n == 0
    assert after.m == 0
    found = queries.own_point(actor=ANNA, now=story.now, point=point)
    assert (found.line.why, found.line.point.why_excluded) == (Why.EXCLUDED, "spam")
    assert found.ruling is not None
    assert (found.ruling.ruled, found.ruling.words) == (Ruled.SPAM, WHY)
    [one] = found.disputes
    assert (one.outcome, one.reason, one.answer) == (Outcome.EXCLUDED, "spam", WHY)
    assert findings() == []


@pytest.mark.parametrize("reason", [Claim.HOLIDAY, Claim.ANSWERED_ELSEWHERE])
def test_what_the_record_shows_to_be_in_time_counts_as_that(
    disputed: tuple[Story, Ref, Kept], reason: Claim
) -> None:
    story, point, of = disputed
    settle(story, of, Outcome.MET, reason)
    after = score(story)
    assert after.n == after.m > 0
    found = queries.own_point(actor=ANNA, now=story.now, point=point)
    assert found.line.point.stands is State.MET
    assert found.line.lost == 0


def test_an_upheld_verdict_changes_nothing_and_cannot_be_disputed_again(
    disputed: tuple[Story, Ref, Kept],
) -> None:
    story, point, of = disputed
    before, points = score(story), rows()
    settle(story, of, Outcome.UPHELD, "")
    assert score(story).m == before.m
    assert rows() == points
    assert queries.disputes_of(actor=ANNA, points=[point.id])[point.id].outcome is Outcome.UPHELD
    with pytest.raises(Conflict, match=r"dispute\.disputed"):
        dispute(story, point)
    assert queries.disputes_waiting(actor=EDDA, limit=10) == []
    assert len(queries.disputes_settled(actor=GRETA, limit=10)) == 1


def test_taken_back_it_is_as_if_nobody_had_ruled(disputed: tuple[Story, Ref, Kept]) -> None:
    story, point, of = disputed
    before, points = score(story), rows()
    settle(story, of)
    score(story)
    assert rows() != points
    oversight.include_obligation(
        actor=FELIX, now=story.later(), point=point, words="It was none.", key=story.key()
    )
    assert (score(story).n, score(story).m) == (before.n, before.m)
    assert rows() == points
    assert findings() == []


def test_the_corrected_score_is_sent_out_again_and_leaves_alone_say_the_same(
    disputed: tuple[Story, Ref, Kept],
) -> None:
    story, _, of = disputed
    on = story.now.date()
    snapshot(on, midnight(story))
    [*_, was] = [one for one in publish(midnight(story)) if one.seller_id == ANNAS_SHOP]
    low = stored(ANNAS_SHOP, on)
    story.now = midnight(story) + timedelta(hours=9)
    read(story, FELIX)
    settle(story, of, Outcome.MET, Claim.HOLIDAY)
    snapshot(on + DAY, midnight(story))
    [*_, now] = [one for one in publish(midnight(story)) if one.seller_id == ANNAS_SHOP]
    assert now.id != was.id
    assert stored(ANNAS_SHOP, on + DAY).m > low.m
    assert differences(on) == []
    assert differences(on + DAY) == []


def test_an_answer_that_comes_while_it_is_left_out_is_there_when_it_counts_again(story: Story) -> None:
    story.later(3 * DAY)
    follow(story.now)
    [line] = queries.explained(actor=ANNA, now=story.now).lines
    point = Ref(ANNAS_SHOP, line.point.id)
    read(story, EDDA)
    oversight.exclude_obligation(
        actor=EDDA,
        now=story.later(),
        point=point,
        reason=Ruled.LINKED,
        words="One and the same.",
        key=story.key(),
    )
    story.reply("Sorry, here it is: 8 mm.")
    assert score(story).n == 0
    assert queries.own_point(actor=ANNA, now=story.now, point=point).line.point.state is State.LATE
    read(story, EDDA)
    oversight.include_obligation(
        actor=EDDA, now=story.later(), point=point, words="Two persons.", key=story.key()
    )
    after = score(story)
    assert 0 < after.m < after.n
    on = story.now.date()
    snapshot(on, midnight(story))
    assert differences(on) == []


def test_a_ruling_names_the_obligation_and_is_made_once(story: Story) -> None:
    point = late_point(story)
    read(story, EDDA)

    def exclude(key: str) -> Kept:
        return oversight.exclude_obligation(
            actor=EDDA, now=story.later(), point=point, reason=Ruled.SPAM, words=WHY, key=key
        )

    first = exclude("one")
    follow(story.now)
    assert exclude("one").receipt == first.receipt
    with pytest.raises(Conflict, match=r"dispute\.ruled"):
        exclude("two")
    with everything():
        leaf = bytes(Entry.objects.get(id=first.receipt.entry).leaf)
    assert str(point.id).encode() in leaf
    with pytest.raises(Conflict, match=r"dispute\.nothing_against"):
        dispute(story, point)
    assert queries.own_point(actor=ANNA, now=story.now, point=point).ruling is not None


def test_nothing_is_taken_back_where_nobody_ruled(story: Story) -> None:
    point = late_point(story)
    read(story, EDDA)
    with pytest.raises(Conflict, match=r"dispute\.not_ruled"):
        oversight.include_obligation(actor=EDDA, now=story.later(), point=point, words=WHY, key=story.key())


def test_it_is_decided_once_with_the_file_open_and_words_that_the_shop_reads(
    disputed: tuple[Story, Ref, Kept],
) -> None:
    story, _, of = disputed
    with pytest.raises(Forbidden, match=r"oversight\.no_reading"):
        settle(story, of, actor=EDDA)
    for outcome, reason in ((Outcome.MET, Ruled.SPAM), (Outcome.EXCLUDED, ""), (Outcome.UPHELD, "spam")):
        with pytest.raises(Invalid, match=r"dispute\.reason"):
            settle(story, of, outcome, reason)
    with pytest.raises(Invalid, match=r"dispute\.outcome"):
        settle(story, of, "perhaps", "")
    with pytest.raises(Invalid, match=r"dispute\.words"):
        settle(story, of, words="  ")
    first = settle(story, of, key="one")
    assert settle(story, of, key="one").receipt == first.receipt
    with pytest.raises(KeyReused):
        settle(story, of, Outcome.UPHELD, "", key="one")
    with pytest.raises(Conflict, match=r"dispute\.settled"):
        settle(story, of)


def test_whoever_made_the_verdict_does_not_decide_about_it(disputed: tuple[Story, Ref, Kept]) -> None:
    story, point, of = disputed
    mine = settle(story, of)
    follow(story.now)
    oversight.include_obligation(actor=FELIX, now=story.later(), point=point, words=WHY, key=story.key())
    follow(story.now)
    with everything():  # a verdict of Felix's own, as where he had judged a sample
        Row.objects.filter(id=point.id).update(by_entry=mine.receipt.entry)
    again = dispute(story, point)
    with pytest.raises(Forbidden, match=r"dispute\.own_verdict"):
        settle(story, again)
    read(story, EDDA)
    settle(story, again, actor=EDDA)


def test_who_may_not(disputed: tuple[Story, Ref, Kept]) -> None:
    story, point, of = disputed
    for actor in (ANNA, CLARA, DMITRI, GRETA):
        with pytest.raises((Forbidden, NotFound)):
            settle(story, of, actor=actor)
        with pytest.raises((Forbidden, NotFound)):
            oversight.exclude_obligation(
                actor=actor, now=story.now, point=point, reason=Ruled.SPAM, words=WHY, key=story.key()
            )
        with pytest.raises((Forbidden, NotFound)):
            actions.include_obligation(actor=actor, now=story.now, point=point, words=WHY, key=story.key())
    for actor in (ANNA, CLARA, EDDA):
        with pytest.raises((Forbidden, NotFound)):
            desk.read_dispute(actor=actor, now=story.now, dispute=Ref(ANNAS_SHOP, of.receipt.entry))
    assert desk.read_dispute(
        actor=FELIX, now=story.now, dispute=Ref(ANNAS_SHOP, of.receipt.entry)
    ).words.startswith("It was")
    [(one, ruling)] = desk.read_obligations(actor=FELIX, now=story.now, conversation=story.thread)
    assert (one.id, ruling) == (point.id, None)
