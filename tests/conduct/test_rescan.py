"""Rescan: a newer recognition reads the archive anew, and only adds to what was found."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connections, transaction

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.conduct import actions as conduct
from helpdesk.conduct import models, queries
from helpdesk.conduct.rules.packs import VERSION, not_yet
from helpdesk.conduct.terms import Decision, Source, Verdict
from helpdesk.conversations import actions
from helpdesk.conversations.actions import reread
from helpdesk.conversations.models import Message
from helpdesk.conversations.terms.starting import SellerReason
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, EDDA, FELIX
from tests.conversations.conftest import asked, shops
from tests.past import any_present

__all__ = ["asked", "shops"]
PHRASE = {"phrases": [{"label": "C_PROMO", "words": "square copper gasket"}]}
EXAMINE = "helpdesk.conversations.queries.examining.conduct.examine"
CLUB = "It is the square copper gasket."


def number() -> None:
    archive.number_entries(actor=SYSTEM, now=clock.now())


def say(asked: Ref, text: str) -> None:
    actions.post_reply(
        actor=ANNA,
        now=clock.now(),
        conversation=asked,
        draft=text,
        key=str(uuid4()),
        heard=["C_PROMO", "D_SHOUT"],
        reason=SellerReason.INVOICE,
    )
    number()


def amend(content: dict[str, Any]) -> None:
    conduct.publish_amendment(
        actor=FELIX,
        now=clock.now(),
        market="",
        content=content,
        effective_at=None,
        expected_number=0,
        key=str(uuid4()),
    )


def scan(version: str = "next") -> int:
    """All steps of a version."""
    read = 0
    while step := conduct.rescan(actor=SYSTEM, now=clock.now(), read=reread._as_then, version=version):
        read += step
    return read


def rescanned() -> Sequence[models.Verdict]:
    with acting(SYSTEM):
        return list(models.Verdict.objects.filter(source=Source.RESCAN.value))


def test_a_first_version_begins_where_the_log_stands(asked: Ref) -> None:
    number()
    assert scan(VERSION) == 0
    shown = queries.rescan_shown(actor=EDDA)
    assert shown is not None
    assert (shown.version, shown.read, shown.found) == (VERSION, 0, 0)
    assert shown.finished_at is not None


def test_a_newer_version_keeps_what_the_older_did_not_see(
    asked: Ref, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan(VERSION)
    with monkeypatch.context() as patch:
        patch.setattr(EXAMINE, blind)
        say(asked, "WHY DO YOU NOT LOOK AT THE MANUAL FIRST!!!")
    assert rescanned() == []
    assert scan() == 2
    (verdict,) = rescanned()
    assert {one["label"] for one in verdict.findings} == {"D_SHOUT"}
    assert {one["action"] for one in verdict.findings} == {"sent"}
    assert scan() == 0
    assert scan("after that") == 2
    assert len(rescanned()) == 1


def blind(**asked: object) -> object:
    """A recognition that sees nothing."""
    return Verdict(pack="0")


def test_what_was_found_as_it_was_sent_is_not_found_again(asked: Ref) -> None:
    scan(VERSION)
    say(asked, "WHY DO YOU NOT LOOK AT THE MANUAL FIRST!!!")
    assert scan() == 2
    assert rescanned() == []


def test_what_was_sent_before_it_was_forbidden_never_counts(
    asked: Ref, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan(VERSION)
    present, start = any_present(monkeypatch), clock.now()
    amend(PHRASE)
    for days in (10, 16):
        present.set(start + timedelta(days=days))
        with monkeypatch.context() as patch:
            patch.setattr(EXAMINE, blind)
            say(asked, CLUB)
    assert scan() == 3
    (verdict,) = rescanned()
    with acting(SYSTEM):
        sent = Message.objects.get(seller_id=asked.seller_id, id=verdict.entry_id)
    assert sent.at == start + timedelta(days=16)


def test_what_is_allowed_by_now_is_not_found(asked: Ref, monkeypatch: pytest.MonkeyPatch) -> None:
    scan(VERSION)
    with monkeypatch.context() as patch:
        patch.setattr(EXAMINE, blind)
        say(asked, "See gls.example/track?n=5 please.")
    amend({"hosts": ["gls.example"]})
    assert scan() == 2
    assert rescanned() == []


def test_neither_the_author_nor_the_other_side_sees_it(asked: Ref, monkeypatch: pytest.MonkeyPatch) -> None:
    scan(VERSION)
    with monkeypatch.context() as patch:
        patch.setattr(EXAMINE, blind)
        say(asked, "WHY DO YOU NOT LOOK AT THE MANUAL FIRST!!!")
    scan()
    for one in (ANNA, CLARA):
        with acting(one):
            assert not models.Verdict.objects.filter(source=Source.RESCAN.value).exists()


def test_a_step_is_left_to_the_worker_that_is_at_it(database: str, asked: Ref) -> None:
    scan(VERSION)
    number()
    assert scan("begun") == 1
    with acting(SYSTEM):
        models.Rescan.objects.filter(version="begun").update(finished_at=None, number=-1)
    row = "SELECT 1 FROM conduct_rescan WHERE version = 'begun' FOR UPDATE"
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute(row)
        assert scan("begun") == 0
    assert scan("begun") == 1


def test_a_prohibition_of_a_release_holds_from_its_day() -> None:
    day = clock.now().date()
    since = {"C_PROMO": day, "D_SHOUT": day + timedelta(days=1)}
    assert not_yet(on=day, since=since) == {"D_SHOUT": Decision.NONE}
