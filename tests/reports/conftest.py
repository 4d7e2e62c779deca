"""Anna's shop, a thread with an answer of hers in it, and files of the test's own."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from pytest_django import Settings

from helpdesk.config.files import files
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.queries import thread
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA
from tests.shops import Shops, open_shops

QUESTION = "Is the 8 mm gasket the right one?"
ANSWER = "Yes, it fits your machine."


@dataclass(frozen=True, kw_only=True)
class Thread:
    """Where Clara asked and Anna answered: the entries of both messages."""

    ref: Ref
    question: UUID
    answer: UUID


@pytest.fixture
def shops(database: str) -> Shops:
    """Anna's and Dmitri's shops."""
    return open_shops()


@pytest.fixture
def talk(shops: Shops) -> Thread:
    """Clara's thread with Anna's shop."""
    asked = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft=QUESTION, key="clara-1"
    )
    conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=asked.conversation, draft=ANSWER, key="anna-1"
    )
    question, answer = thread(actor=CLARA, conversation=asked.conversation).messages
    return Thread(ref=asked.conversation, question=question.id, answer=answer.id)


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    """Where this test's files are kept."""
    settings.STORAGES = {**settings.STORAGES, "attachments": files("", home=tmp_path)}
    return tmp_path / "files"
