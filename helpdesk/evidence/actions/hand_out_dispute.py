"""Hand out a dispute: a case and its thread told in order of time, beside the package that proves it."""

import time
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from helpdesk.archive import queries as archive
from helpdesk.archive.database.scope import everything
from helpdesk.archive.terms import Chain
from helpdesk.cases import queries as cases
from helpdesk.cases.terms.deeds import CaseShown
from helpdesk.evidence import queries
from helpdesk.evidence.actions.making import Made, made
from helpdesk.evidence.actions.packing import Packing
from helpdesk.evidence.actions.printing import printed
from helpdesk.evidence.actions.taking import Dispute, may_take, seal, unshown
from helpdesk.evidence.rules import dispute as said
from helpdesk.evidence.shipped import verify as shipped
from helpdesk.evidence.terms import Checked, Disputed, Fault, Package, Wording
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref

_CHUNK = 1 << 18


def hand_out_dispute(
    *,
    actor: Actor,
    now: datetime,
    case: Ref,
    language: str,
    key: str,
    wording: Wording,
    zone: str | None = None,
    desk: Chain | None = None,
) -> Package:
    """A .zip with the dispute for people (PDF) and for programs (JSON), and the evidence package of the
    thread, which the shipped verifier has looked at before; in `language`, on the wall clock of `zone` (IANA;
    None: the market's).

    One entry, as `hand_out` makes it, which also commits the digests of both. Raises NotFound (for strangers
    too), Forbidden.
    """
    may_take(actor=actor, backstage=(), desk=desk)
    shown = cases.case_of(actor=actor, now=now, case=case)
    record = queries.record(actor=actor, conversation=shown.conversation)
    withheld = unshown(actor=actor, now=now, record=record)
    began = time.monotonic()
    package = made(
        record=record,
        withheld=withheld,
        at=now,
        language=language,
        zone=zone or record.zone,
        wording=wording,
    )
    with closing(package.file):
        told = Disputed(
            told=package.told,
            case=shown,
            line=said.in_order(conversation=package.told.conversation),
            dates=said.case_dates(conversation=package.told.conversation),
            replies=said.replies(conversation=package.told.conversation, facts=package.told.facts),
            attached=said.attached(record=record, withheld=withheld),
            checked=_checked(package.file),
            package=f"evidence-{shown.conversation}.zip",
            digest=_digest(package.file),
        )
        file, dispute = _packed(told, package, wording)
    try:
        entry = seal(
            actor=actor,
            at=now + timedelta(seconds=time.monotonic() - began),
            record=record,
            withheld=withheld,
            language=language,
            package=package,
            key=key,
            desk=desk,
            dispute=dispute,
        )
    except BaseException:
        file.close()
        raise
    return Package(file=file, name=_name(shown), size=dispute.size, entry=entry)


def _name(case: CaseShown) -> str:
    return f"dispute-{case.number}.zip"


def _checked(package: IO[bytes]) -> Checked:
    """What the verifier that lies in the package says of it, by the keys that our own log publishes."""
    with everything():  # keys are published
        keys = [*archive.log_keys(), *archive.receipt_vkeys()]
    with NamedTemporaryFile(suffix=".zip") as copy:
        for chunk in iter(lambda: package.read(_CHUNK), b""):
            copy.write(chunk)
        copy.flush()
        report = shipped.verify(Path(copy.name), keys=keys)
    package.seek(0)
    faults = [Fault(one.code, one.entry, one.name) for one in report.findings]
    return Checked(verdict=report.verdict, faults=faults)


def _digest(package: IO[bytes]) -> str:
    digest = sha256()
    for chunk in iter(lambda: package.read(_CHUNK), b""):
        digest.update(chunk)
    package.seek(0)
    return digest.hexdigest()


def _packed(told: Disputed, package: Made, wording: Wording) -> tuple[IO[bytes], Dispute]:
    at = told.told.made_at
    names = _names(told)
    with Packing(made_at=at) as packing:
        packing.add(path=names[0], chunks=[printed(document=wording.dispute(told), made_at=at)])
        packing.add(path=names[1], chunks=[canonical(wording.retold(told))])
        packing.add_stream(path=told.package, stream=package.file)
    digests = {name: packing.digests[name][1] for name in names}
    return packing.file, Dispute(case=told.case.ref, size=packing.size, digests=digests)


def _names(told: Disputed) -> Sequence[str]:
    return f"dispute.{told.told.language}.pdf", "dispute.json"
