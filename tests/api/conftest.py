"""Two shops, Clara's question about an order, and a client for each of the cast."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django import Settings

from helpdesk.config.files import files
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from tests.api.client import Api, token_of
from tests.cast import CLARA
from tests.shops import Shops, open_shops

QUESTION = "Is the 8 mm gasket the right one?"
CallAs = Callable[[Actor], Api]


@pytest.fixture
def shops(database: str) -> Shops:
    """Anna's and Dmitri's shops."""
    return open_shops()


@pytest.fixture
def asked(shops: Shops) -> Ref:
    """The thread that Clara's question opened."""
    posted = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft=QUESTION, key="clara-1"
    )
    return posted.conversation


@pytest.fixture
def call(database: str) -> CallAs:
    """Everybody's client, with a token issued on the first use."""
    known: dict[Actor, Api] = {}

    def calling(actor: Actor) -> Api:
        if actor not in known:
            known[actor] = Api(token_of(actor))
        return known[actor]

    return calling


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    """Where this test's files are kept."""
    settings.STORAGES = {**settings.STORAGES, "attachments": files("", home=tmp_path)}
    return tmp_path / "files"
