"""Keys of a shop's tools: several, named, renewed side by side, ended at once; on record without a secret."""

import sys
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.queries import actor_for_token_for_system
from helpdesk.accounts.terms import MAX_KEYS, Bearer, Scope
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry, Value
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Role, Side
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound
from helpdesk.marketplace import actions, queries
from helpdesk.marketplace.queries.keys import roles_of_key
from helpdesk.marketplace.terms.keys import KeyMade
from tests.cast import ANNA, ANNAS_SHOP, BRUNO, CLARA, DMITRI, EDDA, PLATFORM, READER
from tests.shops import Shops, open_shops

WEEK, US = timedelta(days=7), timedelta(microseconds=1)


@pytest.fixture
def shops(database: str) -> Shops:
    return open_shops()


def make(name: str = "Warehouse", *, key: str = "k", scopes: tuple[str, ...] = ("read", "reply")) -> KeyMade:
    return actions.make_key(actor=ANNA, now=clock.now(), name=name, scopes=scopes, key=key)


def bearer(secret: str | None, at: datetime | None = None) -> Bearer | None:
    return queries.bearer_for_system(token=secret or "", now=at or clock.now())


def test_a_key_acts_under_its_own_name_with_its_scopes(shops: Shops) -> None:
    made = make()
    found = bearer(made.secret)
    assert found is not None
    assert (found.actor.name, found.actor.side, found.actor.seller_id) == (
        "Warehouse",
        Side.SELLER,
        ANNAS_SHOP,
    )
    assert found.actor.person not in (ANNA.person, BRUNO.person)
    assert found.token == made.key.id
    assert set(found.scopes) == {"read", "reply"}
    assert made.key.prefix == (made.secret or "")[:10]


@pytest.mark.parametrize(
    ("scopes", "role"),
    [
        (("read",), Role.READER),
        (("read", "export"), Role.READER),
        (("reply",), Role.AGENT),
        (("cases",), Role.AGENT),
        (("read", "team"), Role.OWNER),
        (("webhooks",), Role.OWNER),
    ],
)
def test_a_key_has_no_more_of_a_role_than_it_needs(scopes: tuple[str, ...], role: Role) -> None:
    assert roles_of_key(scopes=scopes) == {role}


def test_write_holds_every_trade_but_reading() -> None:
    whole = Bearer(token=UUID(int=0), actor=ANNA, scopes=frozenset({"write"}))
    assert all(whole.may(scope) for scope in Scope if scope is not Scope.READ)
    assert not whole.may(Scope.READ)
    part = Bearer(token=UUID(int=0), actor=ANNA, scopes=frozenset({"read", "reply"}))
    assert [scope.value for scope in Scope if part.may(scope)] == ["read", "reply"]


def test_only_owners_make_see_and_end_keys(shops: Shops) -> None:
    made = make()
    for actor in (BRUNO, READER, CLARA, EDDA, PLATFORM):
        with pytest.raises(Forbidden):
            actions.make_key(actor=actor, now=clock.now(), name="x", scopes=["read"], key="x")
        with pytest.raises(Forbidden):
            queries.keys_of(actor=actor, now=clock.now())
        with pytest.raises(Forbidden):
            actions.end_key(actor=actor, now=clock.now(), old=made.key.id, key="e")
    assert bearer(made.secret)


def test_another_shop_knows_nothing_of_it(shops: Shops) -> None:
    made = make()
    assert queries.keys_of(actor=DMITRI, now=clock.now()) == []
    with pytest.raises(NotFound):
        actions.end_key(actor=DMITRI, now=clock.now(), old=made.key.id, key="e")
    with pytest.raises(NotFound):
        actions.renew_key(actor=DMITRI, now=clock.now(), old=made.key.id, keep_days=0, key="r")
    assert bearer(made.secret)


def test_the_same_request_makes_one_key_and_shows_its_secret_once(shops: Shops) -> None:
    first, again = make(), make()
    assert (again.key.id, again.secret, again.kept.replayed) == (first.key.id, None, True)
    with pytest.raises(KeyReused):
        make(scopes=("read",))
    assert len(queries.keys_of(actor=ANNA, now=clock.now())) == 1


def test_what_cannot_be_is_refused(shops: Shops) -> None:
    make()
    for name, scopes, code in (
        ("", ("read",), "text.empty"),
        ("A", (), "key.no_scope"),
        ("A", ("write",), "key.scope"),
        ("A", ("read", "fly"), "key.scope"),
    ):
        with pytest.raises(Invalid, match=code):
            make(name, key=str(uuid4()), scopes=scopes)
    with pytest.raises(Conflict, match=r"key\.named"):
        make(key="other")
    now = clock.now()
    now = clock.now()
    with pytest.raises(Invalid, match=r"key\.past"):
        actions.make_key(actor=ANNA, now=now, name="B", scopes=["read"], key="p", ends_at=now)


def test_a_shop_has_no_more_keys_than_it_can_look_after(
    shops: Shops, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert MAX_KEYS == 50
    monkeypatch.setattr(sys.modules["helpdesk.marketplace.actions.make_key"], "MAX_KEYS", 1)
    make()
    with pytest.raises(Conflict, match=r"key\.most"):
        make("Second", key="2")


def test_two_keys_live_side_by_side_while_a_tool_changes_over(shops: Shops) -> None:
    old = make()
    new = actions.renew_key(actor=ANNA, now=clock.now(), old=old.key.id, keep_days=7, key="r")
    first, second = bearer(old.secret), bearer(new.secret)
    assert first is not None
    assert second is not None
    assert (first.actor, first.scopes) == (second.actor, second.scopes)
    listed = queries.keys_of(actor=ANNA, now=clock.now())
    assert [(one.id, one.successor) for one in listed] == [(old.key.id, new.key.id), (new.key.id, None)]
    ends_at = new.key.made_at + WEEK
    assert (listed[0].ends_at, listed[1].ends_at) == (ends_at, None)
    assert bearer(old.secret, ends_at - US)
    assert bearer(old.secret, ends_at) is None
    assert bearer(new.secret, ends_at)
    with pytest.raises(Conflict, match=r"key\.two_live"):
        actions.renew_key(actor=ANNA, now=clock.now(), old=new.key.id, keep_days=1, key="r2")


def test_without_an_overlap_the_old_key_is_out_at_once(shops: Shops) -> None:
    old = make()
    new = actions.renew_key(actor=ANNA, now=clock.now(), old=old.key.id, keep_days=0, key="r")
    assert bearer(old.secret) is None
    assert bearer(new.secret)
    assert actions.renew_key(actor=ANNA, now=clock.now(), old=new.key.id, keep_days=0, key="r2").secret


def test_a_renewed_key_lives_as_long_as_the_old_one_was_made_for(shops: Shops) -> None:
    now = clock.now()
    old = actions.make_key(actor=ANNA, now=now, name="A", scopes=["read"], key="a", ends_at=now + WEEK)
    later = clock.now()
    new = actions.renew_key(actor=ANNA, now=later, old=old.key.id, keep_days=30, key="r")
    assert new.key.ends_at == later + WEEK
    ends = {one.id: one.ends_at for one in queries.keys_of(actor=ANNA, now=later)}
    assert ends[old.key.id] == now + WEEK  # never later than it would have ended anyway


def test_an_ended_key_is_out_at_once(shops: Shops) -> None:
    made = make()
    actions.end_key(actor=ANNA, now=clock.now(), old=made.key.id, key="e")
    assert bearer(made.secret) is None
    assert queries.keys_of(actor=ANNA, now=clock.now()) == []
    assert actions.end_key(actor=ANNA, now=clock.now(), old=made.key.id, key="e").replayed
    with pytest.raises(NotFound):
        actions.end_key(actor=ANNA, now=clock.now(), old=made.key.id, key="again")


def test_each_deed_is_an_entry_of_the_shop_without_a_secret(shops: Shops) -> None:
    made = make()
    renewed = actions.renew_key(actor=ANNA, now=clock.now(), old=made.key.id, keep_days=1, key="r")
    actions.end_key(actor=ANNA, now=clock.now(), old=made.key.id, key="e")
    with acting(SYSTEM):
        entries = list(Entry.objects.filter(kind__startswith="connection.").order_by("n"))
        said = b"".join(bytes(value.value) for value in Value.objects.all())
    assert [one.kind for one in entries] == ["connection.made", "connection.renewed", "connection.ended"]
    assert {(one.seller_id, one.audience, one.actor) for one in entries} == {(ANNAS_SHOP, 1, ANNA.person)}
    written = said + b"".join(bytes(one.leaf) for one in entries)
    for secret in (made.secret, renewed.secret):
        assert secret
        assert secret[3:13].encode() not in written


def test_a_key_outlives_whoever_made_it(shops: Shops) -> None:
    """The tool is the shop's: a colleague who leaves does not stop it, and the list says who made it."""
    made = make()
    assert made.key.made_by == ANNA.person
    accounts.revoke_tokens(actor=SYSTEM, now=clock.now(), person_id=ANNA.person, seller_id=ANNAS_SHOP)
    assert actor_for_token_for_system(token=made.secret or "", now=clock.now(), scope="read")


def test_a_key_outlives_its_makers_right_and_owners_are_told(shops: Shops) -> None:
    (bruno,) = (member.ref for member in queries.team_of(actor=ANNA) if member.person == BRUNO.person)
    actions.change_role(actor=ANNA, now=clock.now(), member=bruno, role=Role.OWNER)
    owner = replace(BRUNO, roles=ANNA.roles)
    made = actions.make_key(actor=owner, now=clock.now(), name="B", scopes=["read"], key="b")
    mine = make()
    assert behind() == frozenset()
    actions.change_role(actor=ANNA, now=clock.now(), member=bruno, role=Role.AGENT)
    assert behind() == {made.key.id}
    actions.remove_member(actor=ANNA, now=clock.now(), member=bruno)
    assert behind() == {made.key.id}
    assert bearer(made.secret)
    renewed = actions.renew_key(actor=ANNA, now=clock.now(), old=made.key.id, keep_days=1, key="r")
    assert behind() == frozenset()
    assert all(bearer(one.secret) for one in (made, renewed, mine))
    actions.end_key(actor=ANNA, now=clock.now(), old=made.key.id, key="e")
    assert bearer(made.secret) is None
    assert queries.left_behind(actor=DMITRI, keys=queries.keys_of(actor=DMITRI, now=clock.now())) == set()


def behind() -> frozenset[UUID]:
    return queries.left_behind(actor=ANNA, keys=queries.keys_of(actor=ANNA, now=clock.now()))
