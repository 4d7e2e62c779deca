"""The signed log: its guard and folder, what waits for a signature, its witnesses and its time stamps."""

from collections.abc import Iterator
from datetime import timedelta
from time import sleep

from cryptography.x509 import load_pem_x509_certificates
from django.conf import settings

from helpdesk.archive import queries as archive
from helpdesk.archive.terms import Trouble
from helpdesk.archive.words import STANDSTILL
from helpdesk.console.checks.finding import Finding, fine, warning, wrong
from helpdesk.kernel import clock
from helpdesk.tlog.refusals import Refused

UNSEEN = timedelta(minutes=15)
"""So long a witness may not have seen a newer checkpoint: after failures, it is asked each ten minutes."""

UNSTAMPED = timedelta(days=2)

WORKER = "Start a worker: `helpdesk work` (or `helpdesk up`)."
ASKS = "The worker's log says what was answered. Is the address of HELPDESK_WITNESSES right, and reachable?"
GUARD = "See docs/howto/restore-or-move-the-guard.md."

_SAYS = {
    Trouble.SILENT: "does not answer",
    Trouble.REFUSES: "refuses to cosign",
    Trouble.ANSWERS_WRONG: "answers what cannot be verified",
    Trouble.KNOWS_MORE: "has seen more entries than this log has",
    Trouble.KNOWS_ANOTHER: "has seen another history under this log's key",
}
_GRAVE = {Trouble.KNOWS_MORE, Trouble.KNOWS_ANOTHER}


def findings() -> Iterator[Finding]:
    """All of them; nothing is asked over the network."""
    yield standstill()
    yield from here()
    yield unsigned()
    yield from witnesses()
    yield from stamps()


def standstill() -> Finding:
    """Did the worker stop signing?"""
    refusal = archive.log_refusal()
    if refusal is None:
        return fine("Nothing keeps the log from being signed")
    return wrong(f"Nothing is numbered or signed: {STANDSTILL[refusal.code]}", remedy=GUARD)


def here() -> Iterator[Finding]:
    """Are guard and folder on this machine, and whole?"""
    found = archive.signing()
    needed = "Machines that run workers need it, and all of them the same one."
    if not found.has_guard:
        yield warning(f"The guard is not in {settings.HELPDESK.guard}.", remedy=f"{needed} {GUARD}")
    if not found.has_folder:
        yield warning(f"The published log is not in {settings.HELPDESK.log}.", remedy=needed)
        return
    try:
        archive.published()
        yield fine(f"The published log is in {settings.HELPDESK.log}")
    except Refused as refused:
        yield wrong(
            f"The checkpoint in {settings.HELPDESK.log} is damaged: {refused}.",
            remedy="Run `helpdesk archive publish --anew`: the files are written again from the rows.",
        )


def unsigned() -> Finding:
    """Do numbered entries get their signature? Looks twice when some wait."""
    before = archive.signing().unsigned
    if not before:
        return fine("No entry waits for its signature")
    sleep(1)
    after = archive.signing()
    if after.unsigned < before:
        return fine(f"{after.unsigned} entries wait for their signature, fewer than a second ago")
    since = f" since {after.signed_at:%Y-%m-%d %H:%M} UTC" if after.signed_at else ""
    says = f"{after.unsigned} entries wait for their signature; nothing was signed{since}."
    return warning(says, remedy=WORKER)


def witnesses() -> Iterator[Finding]:
    """Does each witness cosign what is signed?"""
    found = archive.signing()
    for each in archive.witnesses():
        known = each.size if each.tree == found.tree else 0
        yield _witness(each, behind=found.signed_size - known)


def _witness(each: archive.WitnessStanding, *, behind: int) -> Finding:
    name = f"The witness {each.name}"
    if each.asked_at is None:
        return warning(f"{name} was never asked.", remedy=WORKER)
    if each.trouble:
        since = f"{each.since:%Y-%m-%d %H:%M} UTC"
        says = f"{name} {_SAYS[each.trouble]}, since {since}; it has cosigned no entry of the last {behind}."
        if each.trouble in _GRAVE:
            says = f"{name} {_SAYS[each.trouble]}, since {since}."
            return wrong(says, remedy=f"Was an older database restored together with its guard? {GUARD}")
        return warning(says, remedy=ASKS)
    if behind > 0 and clock.now() - each.asked_at > UNSEEN:
        return warning(f"{name} was not asked since {each.asked_at:%Y-%m-%d %H:%M} UTC.", remedy=WORKER)
    return fine(f"{name} cosigns; it has seen {each.size} entries")


def stamps() -> Iterator[Finding]:
    """Is there a time stamp of the last days, where an authority is set?"""
    path = settings.HELPDESK.timestamp_ca
    if not settings.HELPDESK.timestamp_url or path is None:
        return
    try:
        load_pem_x509_certificates(path.read_bytes())
    except (OSError, ValueError) as error:
        yield wrong(f"No time stamp can be verified: {error}.", remedy="Mend HELPDESK_TIMESTAMP_CA.")
        return
    found = archive.signing()
    newest = next(iter(archive.timestamps(tree=found.tree, limit=1)), None)
    if newest and (clock.now() - newest.at < UNSTAMPED or newest.size >= found.signed_size):
        yield fine(f"The log was time-stamped on {newest.at:%Y-%m-%d}, with {newest.size} entries")
        return
    last = f"since {newest.at:%Y-%m-%d}" if newest else "yet"
    yield warning(
        f"The log was not time-stamped {last}.",
        remedy="The worker's log says why. A new machine takes its first stamp within ten minutes.",
    )
