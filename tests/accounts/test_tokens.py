"""Tokens: a secret shown once, that speaks for one hat until it ends."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, connections

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.models import Token
from helpdesk.accounts.queries import actor_for_token_for_system
from helpdesk.accounts.rules import digest, new_token
from helpdesk.accounts.terms import TOKEN_PREFIX, Scope
from helpdesk.kernel.actor import SYSTEM, Actor, Role
from helpdesk.kernel.refusal import Forbidden
from tests.accounts.people import CHIEF, LATER, NOW, enrol
from tests.cast import ANNA, CLARA, EDDA, GRETA, PLATFORM
from tests.statements import statements

pytestmark = pytest.mark.usefixtures("cast")


@pytest.fixture
def cast(database: str) -> None:
    """The people that tokens are issued for."""
    enrol(ANNA, CLARA, EDDA, PLATFORM, with_roles=True)


def issue(hat: Actor = ANNA, actor: Actor = SYSTEM, **more: object) -> str:
    return accounts.issue_token(actor=actor, now=NOW, hat=hat, **more)  # type: ignore[arg-type]


def asked(token: str, scope: str = Scope.WRITE) -> Actor | None:
    return actor_for_token_for_system(token=token, now=LATER, scope=scope)


@pytest.mark.parametrize("hat", [ANNA, CLARA, EDDA, PLATFORM])
def test_a_token_speaks_for_its_hat(hat: Actor) -> None:
    assert asked(issue(hat)) == hat


def test_only_the_digest_is_kept() -> None:
    token = issue()
    assert Token.objects.get().digest == digest(token)
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT t::text, encode(digest, 'escape') FROM accounts_token t")
        row = "".join(cursor.fetchone())
    secret = token.removeprefix(TOKEN_PREFIX)
    assert secret not in row
    assert all(secret[n : n + 9] not in row for n in range(8, len(secret) - 9))


def test_tokens_are_256_random_bits_behind_a_prefix() -> None:
    tokens = {new_token() for _ in range(200)}
    assert len(tokens) == 200
    assert all(re.fullmatch(rf"{TOKEN_PREFIX}[A-Za-z0-9_-]{{43}}", token) for token in tokens)


@pytest.mark.parametrize(
    "token",
    ["", "hd_", "hd_unknown", "Bearer x", "hd_ż", "hd_\ud800", "hd_\x00", "hd_" + "a" * 100_000, "x" * 46],
)
def test_what_was_never_issued_is_nobody(token: str) -> None:
    assert asked(token) is None


def test_nearly_the_token_is_nobody() -> None:
    token = issue()
    for wrong in (token[:-1], token + "a", token.upper(), token.swapcase(), " " + token, token[3:]):
        assert asked(wrong) is None


def test_a_revoked_token_is_nobody() -> None:
    token, other = issue(), issue()
    accounts.revoke_token(actor=SYSTEM, now=LATER, token=token)
    accounts.revoke_token(actor=SYSTEM, now=LATER + timedelta(days=1), token=token)
    assert asked(token) is None
    assert asked(other) == ANNA
    assert Token.objects.get(digest=digest(token)).revoked_at == LATER


def test_a_token_ends_at_its_instant() -> None:
    token = issue(expires_at=LATER)
    us = timedelta(microseconds=1)
    assert actor_for_token_for_system(token=token, now=LATER - us) == ANNA
    assert actor_for_token_for_system(token=token, now=LATER) is None


def test_a_disabled_persons_tokens_are_nobody() -> None:
    token = issue()
    accounts.disable_person(actor=SYSTEM, now=LATER, person_id=ANNA.person)
    assert asked(token) is None


def test_a_token_for_reading_does_not_write() -> None:
    token = issue(scopes=[Scope.READ])
    assert asked(token, Scope.READ) == ANNA
    assert asked(token, Scope.WRITE) is None
    assert asked(token, "admin") is None


def test_a_name_or_language_that_changed_is_shown_at_once() -> None:
    token = issue()
    accounts.enrol_person(actor=SYSTEM, now=LATER, id=ANNA.person, display_name="Anna Nowak", language="en")
    shown = asked(token)
    assert shown is not None
    assert (shown.name, shown.language, shown.roles) == ("Anna Nowak", "en", ANNA.roles)


def test_an_administrators_token_follows_the_roles_in_force() -> None:
    token = issue(EDDA)
    accounts.revoke_role(actor=SYSTEM, now=LATER, person_id=EDDA.person, role=Role.REVIEWER)
    accounts.grant_role(actor=SYSTEM, now=LATER, person_id=EDDA.person, role=Role.COMPLIANCE)
    shown = asked(token)
    assert shown is not None
    assert shown.roles == frozenset({Role.SUPPORT})
    accounts.revoke_role(actor=SYSTEM, now=LATER, person_id=EDDA.person, role=Role.SUPPORT)
    assert asked(token) is None


def test_asking_is_one_statement() -> None:
    token = issue()
    with statements() as count:
        asked(token)
    assert count() == 1
    with statements() as count:
        asked("not ours at all")
    assert count() == 0


@pytest.mark.parametrize("actor", [PLATFORM, CHIEF, SYSTEM])
def test_the_platform_and_its_chief_administrators_issue_tokens(actor: Actor) -> None:
    assert asked(issue(actor=actor)) == ANNA


@pytest.mark.parametrize("actor", [ANNA, CLARA, EDDA, GRETA])
def test_nobody_else_issues_or_revokes_them(actor: Actor) -> None:
    with pytest.raises(Forbidden):
        issue(actor=actor)
    token = issue()
    with pytest.raises(Forbidden):
        accounts.revoke_token(actor=actor, now=LATER, token=token)
    assert asked(token) == ANNA


def test_a_token_without_a_shop_for_a_seller_cannot_be_stored() -> None:
    for hat in (replace(ANNA, seller_id=None), replace(EDDA, seller_id=1), replace(CLARA, seller_id=1)):
        with pytest.raises(IntegrityError, match="accounts_token_whose"):
            issue(hat)
