"""Browsers without a screen: Django's client, signed in as one of the cast."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.queries import ticket
from helpdesk.accounts.terms import Hat
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, FELIX, HANIA
from tests.portal.uploads import kept_in
from tests.shops import Shops, open_shops

SignIn = Callable[..., Client]
QUESTION = "Is the 8 mm gasket the right one?"


@pytest.fixture
def shops(database: str, settings: Settings, tmp_path: Path) -> Shops:
    """Two shops in a demo, and people who speak English unless a test says otherwise; files of its own."""
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"demo": True})
    settings.STORAGES = kept_in(tmp_path / "files")
    now = clock.now()
    opened = open_shops()
    for one in (ANNA, BRUNO, CLARA, DMITRI, EDDA, FELIX, HANIA):
        accounts.enrol_person(actor=SYSTEM, now=now, id=one.person, display_name=one.name, language="en")
    for one in (EDDA, FELIX):
        for role in one.roles:
            accounts.grant_role(actor=SYSTEM, now=now, person_id=one.person, role=role)
    return opened


@pytest.fixture
def asked(shops: Shops) -> Ref:
    """The thread that Clara's question opened."""
    posted = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft=QUESTION, key="clara-1"
    )
    return posted.conversation


@pytest.fixture
def sign_in(shops: Shops) -> SignIn:
    """A client that went through the sign-in link."""

    def come_in(actor: Actor, *, csrf: bool = False) -> Client:
        client = Client(enforce_csrf_checks=csrf)
        hat = Hat(person=actor.person, side=actor.side, seller_id=actor.seller_id)
        assert client.get(f"/demo/sign-in/{ticket(hat=hat)}").status_code == 302
        return client

    return come_in
