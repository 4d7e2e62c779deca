"""Launches: a link for one person, once, within five minutes, and on record."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.db import connections

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.models import Launch
from helpdesk.accounts.queries import launch_for_system
from helpdesk.accounts.terms import LAUNCH_KEPT, LAUNCH_LASTS, Doing, Hat, LaunchShown, Target
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor, Role
from helpdesk.kernel.refusal import Forbidden, NotFound, Refused
from tests.accounts.people import CHIEF, enrol
from tests.archive.entries import at_once
from tests.cast import ANNA, CLARA, EDDA, PLATFORM
from tests.statements import statements

pytestmark = pytest.mark.usefixtures("cast")
US = timedelta(microseconds=1)
ORDER = Target(doing=Doing.ASK, what="order", place="1111111KpCo73aFR4CziDM2SjPbDXjj")


@pytest.fixture
def cast(database: str) -> None:
    enrol(ANNA, CLARA, EDDA, PLATFORM)


def hat_of(actor: Actor) -> Hat:
    return Hat(person=actor.person, side=actor.side, seller_id=actor.seller_id)


def issue(hat: Actor = CLARA, actor: Actor = PLATFORM, target: Target = ORDER, **more: object) -> str:
    said = {"now": clock.now(), "hat": hat_of(hat), "target": target, **more}
    return accounts.issue_launch(actor=actor, **said).secret  # type: ignore[arg-type]


def opened(secret: str, *, now: datetime | None = None) -> LaunchShown:
    return accounts.open_launch(actor=SYSTEM, now=now or clock.now(), secret=secret)


def entries() -> list[Entry]:
    with acting(SYSTEM):
        return list(Entry.objects.filter(kind="launch.opened").order_by("n"))


def test_it_lets_in_whom_it_was_made_for() -> None:
    for actor in (ANNA, CLARA):
        found = opened(issue(actor))
        assert (found.hat, found.target) == (hat_of(actor), ORDER)


def test_it_lets_in_once() -> None:
    secret = issue()
    opened(secret)
    with pytest.raises(NotFound):
        opened(secret)
    assert len(entries()) == 1


def test_of_many_clicks_at_once_one_comes_in() -> None:
    secret = issue()

    def click(_: int) -> LaunchShown | None:
        try:
            return opened(secret)
        except NotFound:
            return None

    assert sum(came is not None for came in at_once(4, click)) == 1
    assert len(entries()) == 1


def test_it_ends_at_its_instant() -> None:
    now = clock.now()
    late, just = issue(now=now), issue(now=now)
    with pytest.raises(NotFound):
        opened(late, now=now + LAUNCH_LASTS)
    assert opened(just, now=now + LAUNCH_LASTS - US).opened_at == now + LAUNCH_LASTS - US
    assert launch_for_system(secret=late).opened_at is None  # type: ignore[union-attr]


def test_only_the_digest_is_kept() -> None:
    secret = issue()
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT l::text, encode(digest, 'escape') FROM accounts_launch l")
        row = "".join(cursor.fetchone())
    assert all(secret[n : n + 9] not in row for n in range(len(secret) - 9))


def test_what_was_never_issued_opens_nothing() -> None:
    nearly = issue()[:-1]
    for secret in ("", "x", "ż", "\x00", "a" * 100_000, nearly):
        assert launch_for_system(secret=secret) is None
        with pytest.raises(NotFound):
            opened(secret)


def test_the_record_says_who_came_in_and_no_word_of_theirs() -> None:
    opened(issue(ANNA))
    (entry,) = entries()
    leaf = bytes(entry.leaf).decode()
    assert '"side":"seller"' in leaf
    assert '"doing":"ask"' in leaf
    assert '"role":"system"' in leaf
    for hidden in (str(ANNA.person), "Anna", ORDER.place):
        assert hidden not in leaf


def test_each_person_has_a_chain_of_their_own() -> None:
    for actor in (ANNA, CLARA, ANNA):
        opened(issue(actor))
    assert sorted(entry.n for entry in entries()) == [0, 0, 1]


def test_nobody_but_the_platform_makes_them() -> None:
    for actor in (ANNA, CLARA, EDDA, CHIEF, SYSTEM):
        with pytest.raises(Forbidden):
            issue(actor=actor)
    assert not Launch.objects.exists()


def test_a_closed_account_is_not_opened() -> None:
    accounts.disable_person(actor=SYSTEM, now=clock.now(), person_id=CLARA.person)
    with pytest.raises(Refused, match=r"launch\.shut"):
        issue()


def test_people_of_the_operator_come_in_by_themselves_only() -> None:
    secret = issue(ANNA)
    accounts.grant_role(actor=SYSTEM, now=clock.now(), person_id=ANNA.person, role=Role.SUPPORT)
    with pytest.raises(Refused, match=r"launch\.administrator"):
        issue(ANNA)
    with pytest.raises(NotFound):
        opened(secret)
    assert entries() == []


def test_old_ones_go_with_new_ones() -> None:
    now = clock.now()
    secret, much_later = issue(now=now), now + LAUNCH_LASTS + LAUNCH_KEPT
    issue(now=much_later)
    assert launch_for_system(secret=secret) is not None
    issue(now=much_later + US)
    assert launch_for_system(secret=secret) is None


def test_a_link_has_one_side() -> None:
    for actor in (replace(ANNA, seller_id=None), replace(CLARA, seller_id=1), EDDA):
        with pytest.raises(Exception, match="accounts_launch_whose"):
            issue(actor)


def ceiling(ask: Callable[[], object], most: int) -> None:
    with statements() as count:
        ask()
    assert count() <= most


def test_few_statements_do() -> None:
    secret = issue()
    ceiling(issue, 4)
    ceiling(lambda: launch_for_system(secret=secret), 1)
    ceiling(lambda: opened(secret), 12)
