"""Hand out a file: with it open, or by compliance, and on the administrator's own desk."""

import json
from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from uuid import uuid5
from zipfile import ZipFile

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.archive.terms import Audience, ChainName
from helpdesk.evidence.words import WORDING
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor, Role
from helpdesk.kernel.ids import OPERATOR, Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.oversight import actions as oversight
from tests.cast import ANNA, CLARA, EDDA, FELIX, GRETA, PLATFORM, person
from tests.conversations.attempts import refused_reply

ROOT = replace(EDDA, person=person("root"), name="root", roles=frozenset({Role.PLATFORM_ADMIN}))


def hand_out(
    file: Ref, actor: Actor = EDDA, *, late: bool = False, backstage: Collection[Audience] = ()
) -> dict[str, bytes]:
    made = oversight.hand_out(
        actor=actor,
        now=clock.now() + (timedelta(hours=1) if late else timedelta()),
        conversation=file,
        language="en",
        key="k",
        wording=WORDING,
        backstage=backstage,
    )
    with made.file, ZipFile(BytesIO(made.file.read())) as package:
        return {name: package.read(name) for name in package.namelist()}


def open_file(file: Ref, actor: Actor = EDDA) -> None:
    oversight.open_file(actor=actor, now=clock.now(), conversation=file, reason="legal_request", key="o")


def entries() -> list[Entry]:
    with acting(SYSTEM):
        return list(Entry.objects.filter(kind="evidence.handed_out"))


@pytest.mark.parametrize("actor", [EDDA, GRETA])
def test_with_the_file_open(asked: Ref, actor: Actor) -> None:
    open_file(asked, actor)
    assert json.loads(hand_out(asked, actor)["manifest.json"])["conversation"] == str(asked.id)
    (entry,) = entries()
    assert (entry.seller_id, entry.actor) == (OPERATOR, actor.person)
    assert entry.chain == uuid5(actor.person, ChainName.DESK)


@pytest.mark.parametrize("actor", [EDDA, GRETA, ROOT])
def test_not_without_a_reading_in_force(asked: Ref, actor: Actor) -> None:
    with pytest.raises(Forbidden, match=r"evidence\.not_yours"):
        hand_out(asked, actor)
    assert entries() == []


def test_not_once_the_reading_is_over(asked: Ref) -> None:
    open_file(asked)
    with pytest.raises(Forbidden, match=r"evidence\.not_yours"):
        hand_out(asked, late=True)


def test_compliance_answers_courts_without_one(asked: Ref) -> None:
    hand_out(asked, FELIX)
    assert len(entries()) == 1


@pytest.mark.parametrize("actor", [ANNA, CLARA, PLATFORM])
def test_the_other_sides_do_not_come_this_way(asked: Ref, actor: Actor) -> None:
    with pytest.raises(NotFound):
        hand_out(asked, actor)


def test_what_is_not_there_leaves_no_trace(asked: Ref) -> None:
    with pytest.raises(NotFound):
        hand_out(Ref(asked.seller_id + 1, asked.id), FELIX)
    assert entries() == []


def test_what_lies_behind_the_thread_comes_by_choice_only(asked: Ref) -> None:
    refused_reply(asked)
    open_file(asked)
    plain = json.loads(hand_out(asked)["manifest.json"])
    assert [chain["name"] for chain in plain["chains"]] == ["shared"]
    members = hand_out(asked, backstage=[Audience.SELLER, Audience.BUYER])
    more = json.loads(members["manifest.json"])
    assert [(chain["name"], chain["audience"]) for chain in more["chains"]] == [
        ("shared", 0),
        ("backstage", 1),
    ]
    (event,) = json.loads(members["conversation.json"])["events"]
    assert event["kind"] == "attempt.refused"
    assert event["texts"]["body"]
