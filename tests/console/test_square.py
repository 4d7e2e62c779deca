"""The small marketplace beside a demo: a program of its own, which needs Python alone and fails open."""

import ast
import base64
import hmac
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from helpdesk.console.commands import demo
from helpdesk.console.embedded.trouble import Trouble
from helpdesk.standing.rules.feeding import note
from helpdesk.tlog import notes
from helpdesk.tlog.keys import Signer
from tests.journeys.square import PROGRAM, a_port

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SECRET = "whsec_" + base64.b64encode(b"k" * 32).decode()


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Imports one of the program's modules, as the program does; none of them stays."""
    monkeypatch.syspath_prepend(str(PROGRAM))
    names = {path.stem for path in PROGRAM.glob("*.py")}
    kept = {name: sys.modules.pop(name) for name in names & sys.modules.keys() if name != "__main__"}

    def load(name: str) -> ModuleType:
        return import_module(name)

    yield load
    for name in names - {"__main__"}:
        sys.modules.pop(name, None)
    sys.modules.update(kept)


def test_it_imports_nothing_but_python_and_itself() -> None:
    ours = {path.stem for path in PROGRAM.glob("*.py")} | set(sys.stdlib_module_names)
    for path in [*PROGRAM.glob("*.py"), PROGRAM.parent / "webhook.py"]:
        for part in ast.walk(ast.parse(path.read_text("utf-8"))):
            named = [one.name for one in part.names] if isinstance(part, ast.Import) else []
            named += [part.module or ""] if isinstance(part, ast.ImportFrom) else []
            assert {name.split(".")[0] for name in named} <= ours, path.name


def test_a_demo_allows_it_one_port_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELPDESK_OUTGOING_ALLOWED", "tools.example:443")
    port = a_port()
    child = demo._square("localhost", 8000, port)
    assert os.environ["HELPDESK_OUTGOING_ALLOWED"] == f"tools.example:443,localhost:{port}"
    assert child.arguments[0] == "square"
    assert str(PROGRAM) in child.arguments


def test_without_its_folder_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "SQUARE", PROGRAM / "nowhere")
    with pytest.raises(Trouble, match="is not in"):
        demo._square("localhost", 8000, a_port())


def test_search_goes_by_the_feed_and_without_it_by_fit_alone(own: Any) -> None:
    search = own("ranking").search
    offers = [
        {"id": id, "seller": seller, "title": {"en": "Lamp"}, "markets": {"de": {}}}
        for id, seller in (("1", "low"), ("2", "high"), ("3", "unknown"))
    ]
    standings = {
        "low": {"rank_factor": "0.560", "level": "rated"},
        "high": {"rank_factor": "0.990", "level": "rated"},
    }
    told = {"offers": offers, "words": "lamp", "language": "en", "market": "de", "standings": standings}
    for until, order in ((NOW + timedelta(days=1), "321"), (NOW, "123"), (None, "123")):
        hits = search(**told, valid_until=until, now=NOW)
        assert "".join(hit.offer["id"] for hit in hits) == order, until


def test_a_feed_that_somebody_else_signed_or_changed_is_refused(own: Any) -> None:
    signatures = own("signatures")
    signer, other = (Signer(f"helpdesk.example/{n}", bytes([n]) * 32) for n in (1, 2))
    rows: list[dict[str, int | str]] = [{"number": 4, "seller": "Ł", "rank_factor": "0.940"}]
    text = note(rows=rows, after=3, valid_until=NOW)
    page = {"data": rows, "valid_until": text.splitlines()[3], "note": notes.sign(text, signer)}
    keys = [signer.verifier.vkey]
    signatures.check_standings(page=page, after=3, keys=keys)
    better = [{**rows[0], "rank_factor": "1.000"}]
    for changed in ({"data": better}, {"valid_until": "2099-01-01T00:00:00.000000Z"}, {"note": text}):
        with pytest.raises(signatures.Unverified):
            signatures.check_standings(page=page | changed, after=3, keys=keys)
    with pytest.raises(signatures.Unverified):
        signatures.check_standings(page=page, after=2, keys=keys)
    with pytest.raises(signatures.Unverified):
        signatures.check_standings(page=page, after=3, keys=[other.verifier.vkey])


def test_a_webhook_is_ours_by_its_secret_and_of_now(own: Any) -> None:
    signatures = own("signatures")
    at, body = str(int(NOW.timestamp())), b'{"type": "helpdesk.message"}'
    signed = base64.b64encode(
        hmac.digest(b"k" * 32, b"msg_1." + at.encode() + b"." + body, "sha256")
    ).decode()
    headers = {"webhook-id": "msg_1", "webhook-timestamp": at, "webhook-signature": f"v1,AAAA v1,{signed}"}
    told = {"secrets": ["whsec_AAAA", SECRET], "headers": headers, "body": body, "now": NOW.timestamp()}
    assert signatures.check_webhook(**told) == "msg_1"
    spoilt: tuple[dict[str, Any], ...] = (
        {"body": body + b" "},
        {"secrets": ["whsec_AAAA"]},
        {"now": NOW.timestamp() + 301},
        {"headers": headers | {"webhook-id": "msg_2"}},
        {"headers": {}},
    )
    for changed in spoilt:
        with pytest.raises(signatures.Unverified):
            signatures.check_webhook(**(told | changed))
