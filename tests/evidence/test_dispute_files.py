"""Files of case steps in a dispute pack: name, digest, what the verifier says of each; the bytes beside."""

import json
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pytest_django import Settings

from helpdesk.attachments import actions as attachments
from helpdesk.cases import queries
from helpdesk.evidence.terms import Checked, Fault
from helpdesk.evidence.words.dispute import _file
from tests.cases.told import Tale
from tests.cast import ANNA, CLARA
from tests.evidence.test_hand_out_dispute import CLAIM, pack, retold
from tests.evidence.test_printed import plain, text_of
from tests.past import any_present
from tests.portal.uploads import examine_all, kept_in, picture
from tests.shops import Shops

CRACK, CARTON = picture(colour="red"), picture()


@pytest.fixture
def tale(shops: Shops, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tale:
    """Clara showed the scratch at the opening, Anna the carton with her refusal."""
    present = any_present(monkeypatch)
    settings.STORAGES = kept_in(tmp_path / "files")
    tale = Tale(shops.claras_order)
    present.set(tale.now)
    tale.open(CLAIM, words="Look.", files=[uploaded(tale, "scratch.jpg", CRACK, CLARA)])
    tale.step("refuse", words="No edges.", files=[uploaded(tale, "carton.jpg", CARTON, ANNA)])
    present.set(tale.later())
    return tale


def uploaded(tale: Tale, name: str, content: bytes, actor: Any) -> Any:
    made = attachments.upload(
        actor=actor,
        now=tale.now,
        seller_id=tale.order.seller_id,
        name=name,
        chunks=[content],
        key=name,
    )
    return made.ref.id


def test_each_is_named_with_its_digest_and_lies_beside(tale: Tale) -> None:
    examine_all()
    members = pack(tale)
    first, second = retold(members)["attachments"]
    assert (first["name"], first["side"], first["verdict"]) == ("scratch.jpg", "buyer", "whole")
    assert (second["name"], second["side"], second["verdict"]) == ("carton.jpg", "seller", "whole")
    [inner] = [data for name, data in members.items() if name.startswith("evidence-")]
    with ZipFile(BytesIO(inner)) as evidence:
        for said, content in ((first, CRACK), (second, CARTON)):
            assert evidence.read(said["path"]) == content
            assert said["sha256"] == sha256(content).hexdigest()


def test_people_read_digest_and_result(tale: Tale) -> None:
    examine_all()
    text = plain(text_of(pack(tale)["dispute.en.pdf"]))
    for content in (CRACK, CARTON):
        assert plain(sha256(content).hexdigest()) in text
    assert text.count(plain("It lies beside, and fits this digest.")) == 2


def test_what_nobody_has_examined_does_not_lie_beside(tale: Tale) -> None:
    first, second = retold(pack(tale, CLARA))["attachments"]
    assert (first["verdict"], second["verdict"]) == ("whole", "absent")
    assert second["sha256"] == sha256(CARTON).hexdigest()


def test_one_that_was_altered_is_said_to_be(tale: Tale) -> None:
    """Whatever the verifier finds of a file stands beside that file."""
    examine_all()
    one = retold(pack(tale))["attachments"][0]
    found = Checked(verdict="altered", faults=[Fault("file.altered", one["entry"], one["value"])])
    of: Any = type("Of", (), {"checked": found})
    assert _file(one, of)["result"] == "It lies beside, and does NOT fit this digest."


def test_the_digest_is_what_the_record_commits(tale: Tale) -> None:
    members = pack(tale)
    said = json.loads(members["dispute.json"])["attachments"]
    [shown] = [one for one in tale_files(tale) if one.name == "scratch.jpg"]
    assert said[0]["sha256"] == shown.digest


def tale_files(tale: Tale) -> list[Any]:
    assert tale.case is not None
    return [file for step in queries.steps_of(actor=CLARA, case=tale.case) for file in step.files]
