"""A package of a log that a witness cosigned: its line lies in checkpoint and proofs, and is verified."""

from pathlib import Path

import pytest
from django.conf import settings

from helpdesk.archive import actions as archive
from helpdesk.archive import queries
from helpdesk.archive.models import Cosignature
from helpdesk.config.environment import Witness
from helpdesk.evidence.shipped import verify as shipped
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.tlog.checkpoints import cosign
from helpdesk.tlog.keys import CosignatureSigner
from tests.evidence.packages import package

WITNESS = CosignatureSigner("witness.example.com/w", b"w" * 32)


@pytest.fixture
def witnessed(answered: Ref, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ref:
    """The thread under a signed and cosigned checkpoint."""
    monkeypatch.setattr(settings.HELPDESK, "log_folder", tmp_path / "log")
    monkeypatch.setattr(settings.HELPDESK, "guard_folder", tmp_path / "guard")
    named = [Witness(url="https://witness.example.com/w", key=WITNESS.vkey)]
    monkeypatch.setattr(settings.HELPDESK, "witnesses", named)
    archive.number_entries(actor=SYSTEM, now=clock.now())
    archive.publish_log(actor=SYSTEM, now=clock.now())
    head = queries.published()
    assert head is not None
    Cosignature.objects.using("sequencer").create(
        tree=head.tree,
        size=head.size,
        witness=WITNESS.vkey,
        note=head.own_note,
        line=cosign(head.own_note, signer=WITNESS, at=1_767_225_600).removeprefix(head.own_note),
        at=clock.now(),
    )
    return answered


def test_checkpoint_and_proofs_carry_the_line_and_all_is_whole(witnessed: Ref, tmp_path: Path) -> None:
    handed = package(witnessed)
    proofs = [data for name, data in handed.members.items() if name.startswith("proofs/")]
    assert proofs
    mark = f"— {WITNESS.name} ".encode()
    assert all(mark in data for data in [handed.members["checkpoint"], *proofs])
    assert WITNESS.vkey in handed.members["keys.txt"].decode()
    path = tmp_path / "package.zip"
    path.write_bytes(handed.data)
    report = shipped.verify(path, queries.log_keys())
    assert (report.verdict, report.findings) == ("whole", [])
