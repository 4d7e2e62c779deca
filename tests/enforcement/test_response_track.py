"""The response track from end to end: late answers, a snapshot, a proposal, persons, a measure, the feed."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from uuid import uuid4

import pytest

from helpdesk.archive.database.scope import everything
from helpdesk.enforcement import actions, queries
from helpdesk.enforcement.terms import Choice, Decided, MeasureKind, Phase, ProposalShown, Track
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.refusal import Invalid
from helpdesk.marketplace.models import Seller
from helpdesk.standing import queries as standing
from helpdesk.standing.models import Point
from tests.cast import ANNA, ANNAS_SHOP, FELIX, PLATFORM, person
from tests.conversations.clocks import Story
from tests.past import any_present
from tests.shops import open_shops
from tests.standing.rated import follow, publish, snapshot

DAY = timedelta(days=1)
IRIS = replace(FELIX, person=person("Iris"), name="Iris")
WHY = "Most questions of the last weeks were answered after their time."


@pytest.fixture
def story(database: str, monkeypatch: pytest.MonkeyPatch) -> Story:
    """Clara asks on Monday, and Anna answers on Friday."""
    any_present(monkeypatch)
    story = Story(open_shops())
    story.later(4 * DAY)
    story.reply()
    return story


def late(story: Story, *, count: int) -> None:
    """So many further answers like the first one, each to a Buyer of its own, due a day ago."""
    due = clock.to_us(story.now - DAY)
    with everything():
        row = Point.objects.filter(state="late")[0]
        kept = {field.attname: getattr(row, field.attname) for field in Point._meta.concrete_fields}
        Point.objects.bulk_create(
            Point(**(kept | {"id": uuid4(), "pair": uuid4(), "deadline_us": due})) for _ in range(count)
        )


def counted(story: Story) -> None:
    """The night after: yesterday's scores, what the tracks make of them, and what the search is told."""
    on = story.now.date()
    story.later(DAY)
    story.now = datetime.combine(story.now.date(), time(3), tzinfo=UTC)
    snapshot(on, story.now)


def proposed(story: Story) -> ProposalShown | None:
    """What the machine asks for now; asked twice it asks for the same."""
    for _ in range(2):
        actions.propose_measures(actor=SYSTEM, now=story.later(), limit=10)
    waits = queries.waiting(actor=FELIX)
    assert len(waits) <= 1
    return waits[0] if waits else None


def approve(story: Story, proposal: ProposalShown, *, actor: Actor = FELIX) -> Decided:
    return actions.approve_measure(
        actor=actor,
        now=story.later(),
        proposal=proposal.id,
        choice=Choice(measure=proposal.step.kind, reason=WHY),
        key=story.key(),
    )


def rank(story: Story) -> tuple[str, str, str]:
    """The latest row of Anna's shop in the feed: factor, visibility, measure."""
    publish(story.later())
    follow(story.now)
    with everything():
        seller = Seller.objects.values_list("external_id", flat=True).get(seller_id=ANNAS_SHOP)
    rows = standing.feed(actor=PLATFORM, now=story.now, after=-1, limit=1000).rows
    row = [one for one in rows if one["seller"] == seller][-1]
    return str(row["rank_factor"]), str(row["visibility"]), str(row["measure"])


def step(story: Story) -> ProposalShown:
    """A month and twenty late answers on: the next one."""
    story.later(31 * DAY)
    late(story, count=20)
    counted(story)
    found = proposed(story)
    assert found is not None
    return found


def test_from_late_answers_to_a_place_further_down(story: Story) -> None:
    follow(story.now)
    late(story, count=18)
    counted(story)
    assert proposed(story) is None, "nineteen answers are luck"
    late(story, count=21)
    counted(story)
    first = proposed(story)
    assert first is not None
    assert (first.step.track, first.step.kind, first.persons) == (Track.RESPONSE, MeasureKind.NOTICE, 1)
    assert first.basis.answers is not None
    assert first.basis.answers.upper < 800
    before = rank(story)
    assert approve(story, first).measure is not None
    assert rank(story) == before, "a notice takes nothing away"

    story.later(31 * DAY)
    late(story, count=19)
    counted(story)
    assert proposed(story) is None, "nineteen obligations are too few, however many days"
    late(story, count=1)
    counted(story)
    second = proposed(story)
    assert second is not None
    assert (second.step.kind, second.persons) == (MeasureKind.WARNING, 1)
    assert approve(story, second).measure is not None

    story.later(25 * DAY)
    late(story, count=40)
    counted(story)
    assert proposed(story) is None, "thirty days, however many obligations"
    third = step(story)
    assert (third.step.kind, third.step.days, third.persons) == (MeasureKind.DEMOTION, 14, 2)
    assert approve(story, third).waits_for == 1
    with pytest.raises(Invalid, match=r"measure\.same_person"):
        approve(story, third)
    low = rank(story)
    assert low[2] == "1.000", "one person alone changes nothing"
    assert approve(story, third, actor=IRIS).measure is not None
    told = rank(story)
    assert told[2] == "0.800"
    assert told[1] == low[1]
    assert float(told[0]) == pytest.approx(float(low[0]) * 0.8, abs=0.001)
    assert [one.kind for one in queries.measures_of(actor=ANNA)] == [
        MeasureKind.DEMOTION,
        MeasureKind.WARNING,
        MeasureKind.NOTICE,
    ]
    story.later(15 * DAY)
    counted(story)
    assert queries.measures_of(actor=ANNA)[0].phase(at=story.now) is Phase.ENDED
    assert rank(story)[2] == "1.000", "it ended by itself, and the night told the search"
