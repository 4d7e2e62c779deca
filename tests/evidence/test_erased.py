"""What was erased is said to be erased, is nowhere in the package, and all else is still proved."""

import json
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.conf import settings

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import log_keys, receipt_vkeys
from helpdesk.archive.terms import Audience, Chain, ChainName
from helpdesk.conversations.models import Conversation
from helpdesk.evidence.shipped import verify as shipped
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.queries import stand_in_of
from tests.cast import FELIX
from tests.evidence.conftest import ANSWER, QUESTION
from tests.evidence.packages import package


def order_erasure(conversation: Ref, entry: UUID) -> None:
    """Ordered, not carried out: the values are still there."""
    with acting(SYSTEM):
        row = Conversation.objects.get(seller_id=conversation.seller_id, id=conversation.id)
        chain = Chain(
            seller_id=conversation.seller_id,
            id=conversation.id,
            name=ChainName.SHARED,
            audience=Audience.BOTH,
            seller=stand_in_of(seller_id=conversation.seller_id),
            pair=row.pair,
            buyer_id=row.buyer_id,
        )
        archive.erase(
            actor=FELIX,
            now=clock.now(),
            chain=chain,
            entries=[entry],
            ground="request",
            values={"approvers": str(uuid4()).encode()},
        )


@pytest.fixture
def signed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("log_folder", "guard_folder"):
        monkeypatch.setattr(settings.HELPDESK, folder, tmp_path / folder)


def sign() -> None:
    while archive.number_entries(actor=SYSTEM, now=clock.now()):
        pass
    archive.publish_log(actor=SYSTEM, now=clock.now())


@pytest.mark.usefixtures("signed")
def test_from_the_order_on_it_is_erased_in_every_package(answered: Ref, tmp_path: Path) -> None:
    entry = UUID(json.loads(package(answered).members["conversation.json"])["messages"][0]["entry"])
    order_erasure(answered, entry)
    sign()
    handed = package(answered, key="after")
    values = json.loads(handed.members["salts.json"])[str(entry)]
    assert set(map(str, values)) >= {"by", "body", "about"}
    assert all(value == {"state": "erased"} for value in values.values())
    first, second = json.loads(handed.members["conversation.json"])["messages"]
    assert (first["state"], first["name_state"], second["text"]) == ("erased", "erased", ANSWER)
    assert QUESTION.encode() not in b"".join(handed.members.values())
    path = tmp_path / "package.zip"
    path.write_bytes(handed.data)
    assert shipped.verify(path, [*log_keys(), *receipt_vkeys()]).as_dict()["exit_code"] == 0
    (event,) = json.loads(handed.members["conversation.json"])["events"]
    assert event["kind"] == "erased"
