"""Stamp a checkpoint: OpenSSL's authority dates it, OpenSSL verifies it, and no other answer is kept."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from django.conf import settings
from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

from helpdesk.archive import actions as archive
from helpdesk.archive import queries
from helpdesk.archive.actions import Unstamped
from helpdesk.archive.models import Timestamp
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.refusal import Forbidden
from tests.archive.authority import Authority, found_authority
from tests.archive.outsiders import Reply, server
from tests.archive.publishing import folder, grow
from tests.cast import ANNA, CLARA, EDDA, PLATFORM

stamping = import_module("helpdesk.archive.actions.stamp_checkpoint")
pytestmark = pytest.mark.usefixtures("database", "log_home")
KIND = "application/timestamp-reply"


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return found_authority(tmp_path_factory.mktemp("tsa") / "a")


@pytest.fixture(scope="session")
def other(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """With a root of its own, which nobody here trusts."""
    return found_authority(tmp_path_factory.mktemp("tsa") / "b")


@pytest.fixture
def asking(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """The settings name the authority; what it does may be replaced by a test."""
    does: dict[str, Any] = {"answer": lambda query: Reply(200, KIND, authority.reply(query)), "asked": 0}

    def answer(path: str, query: bytes) -> Reply | None:
        does["asked"] += 1
        reply: Reply | None = does["answer"](query)
        return reply

    with server(answer) as address:
        monkeypatch.setattr(settings.HELPDESK, "timestamp_url", f"{address}/tsa?of=us")
        monkeypatch.setattr(settings.HELPDESK, "timestamp_ca", authority.root)
        yield does


def stamp(days: int = 0) -> Timestamp | None:
    return archive.stamp_checkpoint(actor=SYSTEM, now=clock.now() + timedelta(days=days))


def test_openssl_verifies_what_we_keep(asking: dict[str, Any], authority: Authority) -> None:
    grow(3)
    stamp()
    (kept,) = queries.timestamps(tree=1, limit=5)
    note = folder().read_checkpoint() or b""
    assert (kept.note.encode(), kept.size) == (note, 5)
    assert abs(kept.at - clock.now()) < timedelta(minutes=2)
    assert authority.verifies(bytes(kept.response), note)
    assert not authority.verifies(bytes(kept.response), note.replace(b"\n5\n", b"\n6\n"))


def test_a_day_has_one_stamp_and_only_of_something_new(
    asking: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    grow(1)
    assert stamp() is not None
    grow(1)
    assert stamp() is None
    monkeypatch.setattr(stamping, "ADRIFT", timedelta(days=2))
    assert stamp(days=1) is not None
    assert stamp(days=1) is None
    assert asking["asked"] == 2
    assert [each.size for each in queries.timestamps(tree=1, limit=5)] == [4, 3]


def test_nothing_is_asked_where_nobody_is_set(
    asking: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert stamp() is None, "nothing is published yet"
    grow(1)
    monkeypatch.setattr(settings.HELPDESK, "timestamp_url", "")
    assert stamp() is None
    assert asking["asked"] == 0


@dataclass(frozen=True)
class Two:
    """The authority that is trusted, another one, and the note to be stamped."""

    ours: Authority
    theirs: Authority
    note: bytes


def ok(body: bytes) -> Reply:
    return Reply(200, KIND, body)


def note() -> bytes:
    return folder().read_checkpoint() or b""


HOSTILE: dict[str, tuple[str, Callable[[Two, bytes], Reply | None]]] = {
    "another digest": ("Mismatch|Nonce", lambda two, _: ok(two.ours.reply(two.ours.query(b"another")))),
    "another nonce": ("Nonce", lambda two, _: ok(two.ours.reply(two.ours.query(two.note)))),
    "no nonce": ("refused", lambda two, _: ok(two.ours.reply(two.ours.query(two.note, nonce=False)))),
    "another root": ("refused", lambda two, query: ok(two.theirs.reply(query))),
    "a cut token": ("refused", lambda two, query: ok(two.ours.reply(query)[:-7])),
    "a spoilt signature": ("refused", lambda two, query: ok(two.ours.reply(query)[:-7] + b"garbage")),
    "a page": ("refused", lambda *_: ok(b"<html>Welcome</html>")),
    "nothing": ("refused", lambda *_: ok(b"")),
    "a rejection": ("refused", lambda two, _: ok(two.ours.reply(b"0"))),
    "too much": ("more than 65536 bytes", lambda two, query: ok(two.ours.reply(query) + bytes(70_000))),
    "endless": ("more than 65536 bytes", lambda *_: Reply(200, KIND, bytes(1 << 20), announced=1 << 40)),
    "another place": ("status 302", lambda *_: Reply(302, KIND, b"", (("Location", "/tsa"),))),
    "the same again": ("status 307", lambda *_: Reply(307, KIND, b"", (("Location", "/tsa"),))),
    "an error": ("status 500", lambda two, query: Reply(500, KIND, two.ours.reply(query))),
    "another type": ("type text/html", lambda two, query: Reply(200, "text/html", two.ours.reply(query))),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_another_answer_is_refused(
    asking: dict[str, Any], authority: Authority, other: Authority, case: str
) -> None:
    grow(1)
    says, answer = HOSTILE[case]
    two = Two(authority, other, note())
    asking["answer"] = lambda query: answer(two, query)
    with pytest.raises(Unstamped, match=says):
        stamp()
    assert asking["asked"] == 1, "nobody is followed anywhere"
    assert not Timestamp.objects.exists()


@pytest.mark.parametrize("dripping", [False, True])
def test_who_is_silent_is_waited_for_so_long(
    asking: dict[str, Any], monkeypatch: pytest.MonkeyPatch, dripping: bool
) -> None:
    grow(1)
    monkeypatch.setattr(stamping, "SECONDS", 0.3)
    asking["answer"] = lambda _: Reply(200, KIND, b"", announced=100, drips=b"x" * 100) if dripping else None
    with pytest.raises(Unstamped, match="too long"):
        stamp()


def test_nobody_there_is_told(asking: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    grow(1)
    monkeypatch.setattr(settings.HELPDESK, "timestamp_url", "http://127.0.0.1:1/")
    with pytest.raises(Unstamped, match="Refused"):
        stamp()


def test_a_stamp_of_another_time_is_refused(asking: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    grow(1)
    with pytest.raises(Unstamped, match="it states"):
        stamp(days=1)


def test_no_altered_byte_of_a_token_breaks_anything(asking: dict[str, Any], authority: Authority) -> None:
    """Refused, or a stamp that OpenSSL takes too: not all bytes of an answer are under the signature."""
    grow(1)
    request = TimestampRequestBuilder().data(note()).hash_algorithm(HashAlgorithm.SHA256).build()
    reply = authority.reply(request.as_bytes())
    passed = []
    for at in range(0, len(reply), 3):
        altered = reply[:at] + bytes([reply[at] ^ 0x41]) + reply[at + 1 :]
        with suppress(Unstamped):
            stamping.verified(altered, request=request, note=note(), now=clock.now())
            passed.append(altered)
    assert len(passed) < len(reply) / 3 / 10
    assert all(authority.verifies(each, note()) for each in passed)


@pytest.mark.parametrize("actor", [ANNA, CLARA, EDDA, PLATFORM])
def test_nobody_else_stamps(actor: Actor) -> None:
    with pytest.raises(Forbidden):
        archive.stamp_checkpoint(actor=actor, now=clock.now())
