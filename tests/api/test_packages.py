"""POST /conversations/{c}/packages: the same package as the pages give."""

import json
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from helpdesk.kernel.ids import Ref
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, DMITRI, EDDA, FELIX


def take(call: CallAs, actor: Any, conversation: Ref, **body: Any) -> Any:
    return call(actor).post(f"/conversations/{conversation}/packages", body)


@pytest.mark.parametrize("actor", [ANNA, CLARA, FELIX])
def test_the_package_with_the_stamp_of_its_entry(call: CallAs, asked: Ref, actor: Any) -> None:
    answer = take(call, actor, asked, language="de", time_zone="Europe/Rome")
    assert answer.status_code == 201
    assert answer["Content-Type"] == "application/zip"
    with ZipFile(BytesIO(b"".join(answer))) as package:
        assert "conversation.de.pdf" in package.namelist()
        first = json.loads(package.read("leaves.jsonl").splitlines()[0])
    assert first["chain"] == str(asked.id)
    assert {"entry", "leaf_hash", "receipt"} <= json.loads(answer["Helpdesk-Archive"]).keys()


def test_values_are_withheld(call: CallAs, asked: Ref) -> None:
    with ZipFile(BytesIO(b"".join(take(call, ANNA, asked)))) as package:
        leaf = json.loads(json.loads(package.read("leaves.jsonl").splitlines()[0])["leaf"])
    answer = take(call, ANNA, asked, withheld=[{"entry": leaf["id"], "value": "body"}])
    with ZipFile(BytesIO(b"".join(answer))) as package:
        assert json.loads(package.read("salts.json"))[leaf["id"]]["body"] == {"state": "withheld"}


@pytest.mark.parametrize(
    ("actor", "body", "status"),
    [
        (DMITRI, {}, 404),
        (EDDA, {}, 403),
        (ANNA, {"backstage": ["seller"]}, 403),
        (ANNA, {"language": "tlh"}, 422),
        (ANNA, {"time_zone": "Mars/Olympus"}, 422),
        (ANNA, {"backstage": ["everything"]}, 422),
        (ANNA, {"withheld": [{"entry": "x", "value": "body"}]}, 422),
        (ANNA, {"withheld": [{"entry": "0190a0a0-0000-7000-8000-000000000000", "value": "body"}]}, 422),
        (ANNA, {"surprise": 1}, 422),
    ],
)
def test_refusals(call: CallAs, asked: Ref, actor: Any, body: dict[str, Any], status: int) -> None:
    answer = take(call, actor, asked, **body)
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
