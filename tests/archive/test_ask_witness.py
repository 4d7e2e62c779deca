"""Ask a witness: its line stands under our checkpoint, for foreign tools too; hostile answers are refused."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module

import pytest
from django.conf import settings
from django.db import connections
from django.test import Client
from tlog_scales.signing import Vkey, VkeySet
from tlog_scales.tlog import Checkpoint as Foreign

from helpdesk.archive import actions as archive
from helpdesk.archive import queries
from helpdesk.archive.models import Cosignature
from helpdesk.archive.terms import Trouble
from helpdesk.config.environment import Witness
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.refusal import Forbidden
from helpdesk.tlog.checkpoints import Checkpoint, open_checkpoint
from helpdesk.tlog.keys import CosignatureSigner, Verifier
from helpdesk.tlog.notes import Line, split
from tests.archive.outsiders import Reply, server
from tests.archive.publishing import folder, grow, opened, tree
from tests.archive.witness import PLAIN, StrictWitness
from tests.cast import ANNA, CLARA, EDDA, PLATFORM

pytestmark = pytest.mark.usefixtures("database", "log_home")
asking = import_module("helpdesk.archive.actions.ask_witness")
SIGNER = CosignatureSigner("witness.example.com/w", b"w" * 32)
OTHER = CosignatureSigner("witness.example.com/w", b"x" * 32)
SIZE = "text/x.tlog.size"


@dataclass
class Scene:
    """A witness, its address, and what answers there."""

    witness: StrictWitness
    url: str
    answer: Callable[[str, bytes], Reply | None]

    def reply(self, path: str, body: bytes) -> Reply | None:
        """By what answers there now."""
        return self.answer(path, body)

    def ask(self) -> bool:
        return archive.ask_witness(actor=SYSTEM, now=clock.now(), url=self.url, vkey=SIGNER.vkey)


@pytest.fixture
def scene(monkeypatch: pytest.MonkeyPatch) -> Iterator[Scene]:
    """A published log of three leaves that the witness has never seen."""
    grow(1)
    strict = StrictWitness(log=tree().vkey, signer=SIGNER, at=int(clock.now().timestamp()))
    made = Scene(strict, "", strict.answer)
    with server(made.reply) as address:
        made.url = f"{address}/w/"
        named = [Witness(url=made.url, key=SIGNER.vkey)]
        monkeypatch.setattr(settings.HELPDESK, "witnesses", named)
        yield made


def standing() -> queries.WitnessStanding:
    (found,) = queries.witnesses()
    return found


def note() -> str:
    head = queries.published()
    assert head is not None
    return head.note


def is_cosigned(text: str) -> bool:
    """As tlog-scales has it, with the keys of log and witness."""
    head = Foreign.from_text(text)
    keys = VkeySet(Vkey.from_string(tree().vkey), Vkey.from_string(SIGNER.vkey))
    return {key.name for key, _ in keys.verify(head.signatures, head)} == {tree().origin, SIGNER.name}


def test_its_line_stands_under_the_checkpoint(scene: Scene) -> None:
    assert standing().asked_at is None
    assert not is_cosigned(note())
    assert scene.ask()
    assert is_cosigned(note())
    assert scene.witness.size == 3
    assert (standing().size, standing().trouble) == (3, None)
    keys = [Verifier.parse(tree().vkey), Verifier.parse(SIGNER.vkey)]
    head = open_checkpoint(note(), origin=tree().origin, verifiers=keys)
    assert [line.at for line in head.note.signatures] == [None, scene.witness.at]


def test_everybody_is_served_the_line_and_proofs_carry_it(scene: Scene) -> None:
    (entry,) = grow(1)
    address = f"/archive/{tree().log_id.hex}/checkpoint"
    before = Client().get(address)
    assert scene.ask()
    after = Client().get(address, headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200, "another note has another tag"
    assert is_cosigned(after.content.decode())
    proof = queries.inclusion_of(seller_id=ANNA.seller_id or 0, entry_id=entry)
    assert proof is not None
    assert proof.note == after.content.decode()
    assert folder().read_checkpoint() == before.content, "the folder holds the log's own word"


def test_growth_is_proved_from_where_the_witness_stands(scene: Scene) -> None:
    for count in (1, 300, 7):
        assert scene.ask()
        assert scene.ask(), "no second question of the same size"
        grow(count)
        assert not is_cosigned(note()), "the line is of the smaller tree"
    assert scene.ask()
    assert scene.witness.asked == [0, 3, 4, 304]
    assert scene.witness.size == 311
    newest = queries.newest_cosigned(tree=1)
    assert newest is not None
    assert newest == note()
    grow(1)
    assert queries.newest_cosigned(tree=1) == newest


def test_a_witness_that_knows_more_than_we_thought_says_so(scene: Scene) -> None:
    scene.witness.size, scene.witness.root = 2, opened(note()).root
    scene.ask()
    assert standing().trouble is Trouble.KNOWS_ANOTHER, "the root of two leaves is another one"
    assert scene.witness.asked == [0, 2]


def test_what_it_cosigned_and_we_lost_is_asked_for_again(scene: Scene) -> None:
    scene.witness.size, scene.witness.root = 3, opened(note()).root
    assert scene.ask()
    assert scene.witness.asked == [0, 3]
    assert is_cosigned(note())


def test_another_history_under_our_key_is_found(scene: Scene) -> None:
    """Database and guard restored together: nothing here knows of the larger tree, but the witness does."""
    assert scene.ask()
    scene.witness.size = 900
    grow(1)
    assert not scene.ask()
    assert (standing().trouble, standing().size) == (Trouble.KNOWS_MORE, 900)
    since = standing().since
    assert not scene.ask()
    assert standing().since == since
    scene.witness.size, scene.witness.root = 4, bytes(32)
    assert not scene.ask()
    assert standing().trouble is Trouble.KNOWS_ANOTHER


def line(signer: CosignatureSigner, text: str, ahead: timedelta = timedelta()) -> bytes:
    """A cosignature of a checkpoint's text as a witness makes it."""
    at = int((clock.now() + ahead).timestamp())
    return Line(signer.name, signer.key_id, signer.sign(text, at=at)).written().encode()


def shown(body: bytes) -> str:
    """The text of the checkpoint that was sent."""
    return body.partition(b"\n\n")[2].decode().partition("\n\n")[0] + "\n"


def of_another_root(body: bytes) -> bytes:
    origin, size, _ = shown(body).splitlines()
    return line(SIGNER, Checkpoint(origin, int(size), bytes(32)).text())


def ok(body: bytes) -> Reply:
    return Reply(200, PLAIN, body)


def moved(status: int) -> Reply:
    return Reply(status, PLAIN, b"", (("Location", "/w/add-checkpoint"),))


WRONG, REFUSES, SILENT = Trouble.ANSWERS_WRONG, Trouble.REFUSES, Trouble.SILENT
HOSTILE: dict[str, tuple[Trouble, int, Callable[[bytes], Reply | None]]] = {
    "another key": (WRONG, 1, lambda body: ok(line(OTHER, shown(body)))),
    "another root": (WRONG, 1, lambda body: ok(of_another_root(body))),
    "the future": (WRONG, 1, lambda body: ok(line(SIGNER, shown(body), timedelta(hours=1)))),
    "a spoilt line": (WRONG, 1, lambda body: ok(line(SIGNER, shown(body)).replace(b"A", b"B"))),
    "no newline": (WRONG, 1, lambda body: ok(line(SIGNER, shown(body))[:-1])),
    "two lines of one key": (WRONG, 1, lambda body: ok(line(SIGNER, shown(body)) * 2)),
    "a text of its own": (WRONG, 1, lambda body: ok(b"\n" + line(SIGNER, shown(body)))),
    "a whole note": (WRONG, 1, lambda body: ok(body.partition(b"\n\n")[2] + line(SIGNER, shown(body)))),
    "a page": (WRONG, 1, lambda _: ok(b"<html>Welcome</html>")),
    "bytes": (WRONG, 1, lambda _: ok(bytes(range(256)))),
    "nothing": (WRONG, 1, lambda _: ok(b"")),
    "too much": (SILENT, 1, lambda body: ok(line(SIGNER, shown(body)) * 200)),
    "endless": (SILENT, 1, lambda _: Reply(200, PLAIN, b"x" * (1 << 20), announced=1 << 40)),
    "another place": (REFUSES, 1, lambda _: moved(302)),
    "the same again": (REFUSES, 1, lambda _: moved(308)),
    "not its log": (REFUSES, 1, lambda _: Reply(404, PLAIN, b"")),
    "an error with a line": (REFUSES, 1, lambda body: Reply(500, PLAIN, line(SIGNER, shown(body)))),
    "a size of no type": (WRONG, 1, lambda _: Reply(409, PLAIN, b"2\n")),
    "a size in words": (WRONG, 1, lambda _: Reply(409, SIZE, b"two\n")),
    "a size with zeros": (WRONG, 1, lambda _: Reply(409, SIZE, b"02\n")),
    "a negative size": (WRONG, 1, lambda _: Reply(409, SIZE, b"-2\n")),
    "a huge size": (WRONG, 1, lambda _: Reply(409, SIZE, b"9" * 400 + b"\n")),
    "the same size": (WRONG, 1, lambda _: Reply(409, SIZE, b"0\n")),
    "a size that changes": (WRONG, 3, lambda body: Reply(409, SIZE, b"1\n" if b"old 2" in body else b"2\n")),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_another_answer_is_refused_and_noted(scene: Scene, case: str) -> None:
    trouble, times, answer = HOSTILE[case]
    asked = []

    def answered(path: str, body: bytes) -> Reply | None:
        asked.append(path)
        return answer(body)

    scene.answer = answered
    before = note()
    assert not scene.ask()
    assert standing().trouble is trouble
    assert len(asked) == times, "nobody is followed anywhere"
    assert not Cosignature.objects.exists()
    assert note() == before
    scene.answer = scene.witness.answer
    assert scene.ask(), "and nothing of it stays in the way"
    assert standing().trouble is None


@pytest.mark.parametrize("dripping", [False, True])
def test_who_is_silent_is_waited_for_so_long(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, dripping: bool
) -> None:
    monkeypatch.setattr(asking, "SECONDS", 0.3)
    drips = Reply(200, PLAIN, b"", announced=100, drips=b"x" * 100)
    scene.answer = lambda *_: drips if dripping else None
    assert not scene.ask()
    assert standing().trouble is Trouble.SILENT


def test_lines_of_other_keys_are_passed_over(scene: Scene) -> None:
    scene.answer = lambda path, body: ok(line(OTHER, shown(body)) + scene.witness.answer(path, body).body)
    assert scene.ask()
    assert is_cosigned(note())
    assert OTHER.key_id not in {each.key_id for each in split(note())[1]}


def test_a_line_that_was_altered_in_the_database_is_not_shown(scene: Scene) -> None:
    assert scene.ask()
    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE archive_cosignature DISABLE TRIGGER append_only")
        cursor.execute("UPDATE archive_cosignature SET line = replace(line, 'A', 'B')")
    assert note() == (folder().read_checkpoint() or b"").decode()


def test_a_witness_that_is_trusted_no_more_is_not_shown(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert scene.ask()
    monkeypatch.setattr(settings.HELPDESK, "witnesses", [])
    assert not is_cosigned(note())
    assert [*queries.witnesses()] == []


@pytest.mark.parametrize("actor", [ANNA, CLARA, EDDA, PLATFORM])
def test_nobody_else_asks(actor: Actor) -> None:
    with pytest.raises(Forbidden):
        archive.ask_witness(actor=actor, now=clock.now(), url="http://127.0.0.1:1", vkey=SIGNER.vkey)
