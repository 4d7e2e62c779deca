"""A third colleague, and short ways to be away."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from helpdesk.archive.database.scope import acting
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Role
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Member
from helpdesk.teamwork import actions
from tests.cast import ANNA, ANNAS_SHOP, BRUNO, PLATFORM, READER, person

NOON = datetime(2026, 11, 17, 12, tzinfo=UTC)  # a Tuesday; 13:00 in Warsaw
TODAY = NOON.date()
NADIA = Actor(
    person=person("Nadia"),
    name="Nadia",
    side=ANNA.side,
    roles=frozenset({Role.AGENT}),
    seller_id=ANNAS_SHOP,
    language="pl",
)


def hire(*people: Actor) -> None:
    """More members of Anna's shop."""
    with acting(PLATFORM):
        for one in people:
            Member.objects.create(
                seller_id=ANNAS_SHOP,
                external_id=one.name,
                person_id=one.person,
                name=one.name,
                role=next(iter(one.roles)).value,
            )


def team() -> tuple[Actor, ...]:
    """Nadia answers, too; one more only reads."""
    hire(NADIA, READER)
    return (ANNA, BRUNO, NADIA)


def day(after: int) -> date:
    """So many days after today."""
    return TODAY + timedelta(days=after)


def away(
    who: Actor,
    cover: Actor,
    first: int = 0,
    last: int = 3,
    *,
    actor: Actor | None = None,
    now: datetime | None = None,
    key: str = "",
) -> Ref:
    """Away from a day to a day, counted from today."""
    return actions.say_away(
        actor=actor or who,
        now=now or clock.now(),
        person=who.person,
        first_on=day(first),
        last_on=day(last),
        cover=cover.person,
        key=key or str(uuid4()),
    )
