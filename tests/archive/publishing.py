"""A log of the test's own: entries, numbers, steps of publishing, and what must hold of the files."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.test import override_settings

from helpdesk.archive import actions as archive
from helpdesk.archive import queries
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import State, Tree
from helpdesk.archive.queries.folder import LogFolder, folder_of, guard_path
from helpdesk.archive.terms import Draft
from helpdesk.config.environment import Environment
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.tlog.checkpoints import Opened, open_checkpoint
from helpdesk.tlog.keys import Verifier
from helpdesk.tlog.proofs import consistency_proof, hashes_in_tiles, verify_consistency
from helpdesk.tlog.verifying import Folder, Found, check_log
from tests.archive.entries import chain, number
from tests.cast import ANNA


def post(count: int) -> list[UUID]:
    """So many entries on a chain of their own, in one transaction."""
    drafts = [Draft(kind="memo", key=f"n{n}", values={"body": b"note %d" % n}) for n in range(count)]
    to = chain()
    drafts = [Draft(kind=each.kind, key=f"{to.id}{each.key}", values=each.values) for each in drafts]
    with acting(ANNA):
        kept = archive.append_many(chain=to, actor=ANNA, now=clock.now(), drafts=drafts)
    return [each.receipt.entry for each in kept]


def publish(*, anew: bool = False) -> int:
    """One step; leaves that are newly signed."""
    return archive.publish_log(actor=SYSTEM, now=clock.now(), anew=anew)


def grow(count: int) -> list[UUID]:
    """So many entries, numbered and signed."""
    entries = post(count)
    number()
    publish()
    return entries


def tree() -> Tree:
    """The tree that grows."""
    return Tree.objects.order_by("-number")[0]


def state() -> State:
    """Its right edge in the database."""
    return State.objects.order_by("-tree")[0]


def folder() -> LogFolder:
    """Where it is published."""
    return folder_of(log_id=tree().log_id)


def guard_file() -> Path:
    """The guard's file."""
    return guard_path(guard_id=state().guard_id)


def opened(note: bytes | str) -> Opened:
    """A checkpoint of the tree that grows."""
    mine = tree()
    return open_checkpoint(note, origin=mine.origin, verifiers=[Verifier.parse(mine.vkey)])


def refusal() -> str:
    """Why nothing is signed; empty where all is well."""
    found = queries.log_refusal()
    return found.code if found else ""


def files(root: Path) -> dict[str, bytes]:
    """Every tile and bundle, and the checkpoint, by path."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and "aside" not in path.parts
    }


@contextmanager
def elsewhere(log: Path, guard: Path) -> Iterator[None]:
    """Another machine: the same database and keys, other folders."""
    here = settings.HELPDESK
    with override_settings(
        HELPDESK=Environment(home=here.home, log_folder=log, guard_folder=guard, public_url=here.public_url)
    ):
        yield


def is_whole() -> bool:
    """Whether every file of the newest checkpoint is there and right, by the verifier of the whole log."""
    head = opened(folder().read_checkpoint() or b"")
    held = Folder(read_tile=folder().read_tile, read_bundle=folder().read_bundle)
    steps = check_log(size=head.size, root=head.root, folder=held)
    return not [step for step in steps if isinstance(step, Found)]


def is_consistent(older: Opened) -> bool:
    """Whether the published tree begins with that of an older checkpoint; raises tlog.Refused if not."""
    head = opened(folder().read_checkpoint() or b"")
    read = hashes_in_tiles(folder().read_tile, head.size)
    proof = consistency_proof(first=older.size, second=head.size, read=read)
    verify_consistency(
        first=older.size, second=head.size, first_root=older.root, second_root=head.root, proof=proof
    )
    return True
