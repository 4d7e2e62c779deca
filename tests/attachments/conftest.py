"""What attachments are tested with: two shops, Clara's thread, and a folder of the test's own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django import Settings

from helpdesk.attachments import actions as attachments
from helpdesk.attachments.terms import Uploaded
from helpdesk.config.files import files
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from tests.attachments.made import picture
from tests.cast import ANNAS_SHOP, CLARA
from tests.shops import Shops, open_shops

Upload = Callable[..., Uploaded]


@pytest.fixture
def shops(database: str) -> Shops:
    """Anna's and Dmitri's shops."""
    return open_shops()


@pytest.fixture
def asked(shops: Shops) -> Ref:
    """The thread that Clara's question opened."""
    posted = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft="Is it this one?", key="clara-1"
    )
    return posted.conversation


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    """Where this test's files are kept."""
    settings.STORAGES = {**settings.STORAGES, "attachments": files("", home=tmp_path)}
    return tmp_path / "files"


@pytest.fixture
def upload(shops: Shops, folder: Path) -> Upload:
    """`upload(actor, content, name)`: towards Anna's shop."""

    def do(
        actor: Actor = CLARA, content: bytes | None = None, name: str = "gasket.png", key: str = "u"
    ) -> Uploaded:
        chunks = [picture() if content is None else content]
        return attachments.upload(
            actor=actor, now=clock.now(), seller_id=ANNAS_SHOP, name=name, chunks=chunks, key=key
        )

    return do
