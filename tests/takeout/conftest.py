"""Two shops with threads, and what API tests share."""

from pathlib import Path

import pytest
from pytest_django import Settings

from helpdesk.archive import actions as archive
from helpdesk.config.files import files
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from tests.api.conftest import call, shops
from tests.cast import ANNA, CLARA, HANIA
from tests.shops import Shops

__all__ = ["call", "shops", "talk"]

SECRET = "canary of what was said"
PLACES = (("attachments", "files"), ("exports", "exports"))


def talk(shops: Shops) -> None:
    """Clara asks both shops, Anna answers her; Hania asks Anna. All of it has its number."""
    now = clock.now()
    for buyer, order in (
        (CLARA, shops.claras_order),
        (CLARA, shops.dmitris_order),
        (HANIA, shops.hanias_order),
    ):
        asked = conversations.ask_about_order(actor=buyer, now=now, order=order, draft=SECRET, key=str(order))
        if order == shops.claras_order:
            conversations.post_reply(
                actor=ANNA, now=now, conversation=asked.conversation, draft="Yes, it is.", key="yes"
            )
    archive.number_entries(actor=SYSTEM, now=clock.now())


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    """Where this test's exports are kept."""
    mine = {what: files("", home=tmp_path, what=where) for what, where in PLACES}
    settings.STORAGES = {**settings.STORAGES, **mine}
    return tmp_path / "exports"
