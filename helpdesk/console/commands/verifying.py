"""`helpdesk archive verify`: the whole record, one conversation, a log's folder, a package, or a receipt."""

import json
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from django.conf import settings

from helpdesk.archive import queries as archive
from helpdesk.archive.terms import Finding, Progress, Standing
from helpdesk.console import ground, say
from helpdesk.evidence.shipped import verify as shipped
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import InvalidRef, Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.oversight import actions as oversight
from helpdesk.oversight import queries
from helpdesk.oversight.terms import Verified
from helpdesk.oversight.words import STANDINGS
from helpdesk.tlog.refusals import Refused

WHOLE, ALTERED, INCOMPLETE, UNTRUSTED = 0, 1, 2, 3  # exit codes, as those of a package's own verifier
SHOWN_SECONDS = 0.5
"""Between two progress lines: a big log is not to be buried under them."""

_STANDING = {
    Standing.UNKNOWN_KEY: UNTRUSTED,
    Standing.FORGED: ALTERED,
    Standing.MISSING: INCOMPLETE,
    Standing.ALTERED: ALTERED,
    Standing.WAITING: WHOLE,
    Standing.LATE: INCOMPLETE,
    Standing.IN_LOG: WHOLE,
}

Conversation = Annotated[str, typer.Option(help="Of one conversation, by its id.")]
Package = Annotated[
    Path | None,
    typer.Option(exists=True, help="An evidence package: a .zip or a folder."),
]
Receipt = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, help="A receipt, as JSON, against the record."),
]
LogOnly = Annotated[
    Path | None,
    typer.Option(exists=True, file_okay=False, help="The folder of a published log, without a database."),
]
Keys = Annotated[list[str] | None, typer.Option("--key", help="With --log-only: a key that you trust.")]
AsJson = Annotated[bool, typer.Option("--json", help="Lines of JSON, for programs.")]


def verify(
    conversation: Conversation = "",
    package: Package = None,
    receipt: Receipt = None,
    log_only: LogOnly = None,
    key: Keys = None,
    as_json: AsJson = False,
) -> None:
    """Check entries, chains, numbers, values, rows, and the signed log with its guard; remember the result.

    Exit codes: 0 whole, 1 altered, 2 incomplete, 3 key not trusted.
    """
    if len([part for part in (conversation, package, receipt, log_only) if part]) > 1:
        raise typer.BadParameter("one thing at a time, please")
    said = _Said(as_json=as_json)
    if log_only is not None:
        raise SystemExit(_folder(said, log_only, key or []))
    with ground.database():
        if package is not None:
            raise SystemExit(_package(said, package))
        if receipt is not None:
            raise SystemExit(_receipt(said, receipt))
        raise SystemExit(_record(said, conversation))


class _Said:
    """Steps as lines for people, or as JSON."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json
        self._shown_at = 0.0

    def step(self, step: Progress | Finding) -> None:
        """A finding always, progress now and then; what is done in one step, only where it takes its time."""
        if isinstance(step, Finding):
            row = {"finding": step.code, "row": step.row, "detail": step.detail}
            self.line(f"✗ {step.row}: {step.detail} [{step.code}]", **row)
        elif step.done == step.total > 1 or time.monotonic() - self._shown_at > SHOWN_SECONDS:
            self._shown_at = time.monotonic()
            said = f"  {step.stage}: {step.done:,} of {step.total:,}"
            self.line(said, stage=step.stage, done=step.done, total=step.total)

    def line(self, text: str, **said: object) -> None:
        """The line, or what it says for a program."""
        say.line(json.dumps(said) if self.as_json else text)


def _record(said: _Said, conversation: str) -> int:
    now, mirrors, of = clock.now(), settings.HELPDESK_MIRRORS, _conversation(conversation)
    for step in oversight.verify(actor=SYSTEM, now=now, mirrors=mirrors, conversation=of):
        if isinstance(step, Verified):
            return _conclude(said, step)
        said.step(step)
    raise AssertionError("a look at the record ends with its result")


def _conversation(text: str) -> Ref | None:
    try:
        return Ref.parse(text) if text else None
    except InvalidRef:
        raise NotFound("conversation.not_found") from None


def _conclude(said: _Said, verified: Verified) -> int:
    seconds = (verified.finished_at - verified.started_at).total_seconds()
    end = {"entries": verified.entries, "pending": verified.pending, "findings": verified.findings}
    if verified.pending and not said.as_json:
        say.line(f"  {verified.pending:,} entries wait for their numbers")
    mark = "✓ The record is as it was sealed: {:,} entries" if not verified.findings else "✗ {:,} findings"
    text = mark.format(verified.findings or verified.entries)
    said.line(f"{text} ({seconds:.1f} s)", **end, seconds=round(seconds, 3))
    return ALTERED if verified.findings else WHOLE


def _folder(said: _Said, folder: Path, keys: Iterable[str]) -> int:
    began, leaves, codes = time.monotonic(), 0, set[str]()
    try:
        for step in archive.verify_folder(path=folder, vkeys=[*keys]):
            said.step(step)
            if isinstance(step, Progress):
                leaves = step.done
            else:
                codes.add(step.code)
    except Refused as refused:
        raise typer.BadParameter(f"no key: {refused}", param_hint="--key") from None
    seconds = time.monotonic() - began
    rate = round(leaves / seconds) if seconds else 0
    end = {"leaves": leaves, "findings": len(codes), "seconds": round(seconds, 3), "leaves_a_second": rate}
    mark = "✗" if codes else "✓"
    said.line(f"{mark} {leaves:,} leaves in {seconds:.1f} s: {rate:,} leaves/s", **end)
    return _code_of(codes)


def _code_of(codes: set[str]) -> int:
    """Altered before incomplete, incomplete before not trusted."""
    untrusted = {code for code in codes if code.startswith("key.")}
    missing = {"log.missing", "checkpoint.missing"} & codes
    if codes - untrusted - missing:
        return ALTERED
    return INCOMPLETE if missing else UNTRUSTED if untrusted else WHOLE


def _package(said: _Said, path: Path) -> int:
    report = queries.package_verdict(actor=SYSTEM, path=path)
    if said.as_json:
        said.line("", **report.as_dict())
    else:
        for line in shipped.lines(report):
            say.line(line)
    return report.exit_code


def _receipt(said: _Said, path: Path) -> int:
    found = queries.receipt_verdict(actor=SYSTEM, now=clock.now(), text=path.read_bytes())
    code = _STANDING[found.standing]
    text = f"{'✗' if code else '✓'} {STANDINGS[found.standing]}"
    said.line(text, standing=found.standing.value, entry=str(found.receipt.entry), number=found.number)
    return code
