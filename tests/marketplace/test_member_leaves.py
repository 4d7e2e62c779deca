"""The Platform's record takes a colleague off the team: their tokens end with it, and with another role."""

import pytest

from helpdesk.accounts import actions as accounts
from helpdesk.accounts import queries
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.marketplace.queries import hats_for_system, resolve_for_system
from helpdesk.marketplace.terms.kinds import Kind
from tests.marketplace import samples
from tests.marketplace.samples import put

pytestmark = pytest.mark.usefixtures("database")


def token_of(member: samples.Record) -> str:
    person = resolve_for_system(kind=Kind.PERSON, external_id=member["person"]).id
    (hat,) = hats_for_system(person_id=person)
    accounts.enrol_person(actor=SYSTEM, now=clock.now(), id=person, display_name="Anna", language="en")
    return accounts.issue_token(actor=SYSTEM, now=clock.now(), hat=hat)


def opens(token: str) -> bool:
    return queries.actor_for_token_for_system(token=token, now=clock.now()) is not None


@pytest.mark.parametrize("change", [{"removed_at": "2026-11-01T00:00:00Z"}, {"role": "reader"}])
def test_a_token_ends_with_the_membership_or_the_role(change: dict[str, str]) -> None:
    for record in samples.everything():
        put(record)
    member = next(record for record in samples.everything() if record["type"] == "member")
    token = token_of(member)
    put(member | {"version": member["version"] + 1, "name": "Anna N."})
    assert opens(token), "another name changes nothing"
    put(member | {"version": member["version"] + 2} | change)
    assert not opens(token)
