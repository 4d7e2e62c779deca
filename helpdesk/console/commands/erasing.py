"""`helpdesk archive erase-again`: what an older backup brought back goes once more."""

import typer

from helpdesk.console import exits, ground, say
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.retention import actions
from helpdesk.retention.terms import Again
from helpdesk.tlog.refusals import Refused

_REGISTER = "Compare your own list of erasures."


def register(group: typer.Typer) -> None:
    """Add the command to `helpdesk archive`."""
    group.command("erase-again")(erase_again)


def erase_again() -> None:
    """After a restore: erase once more what the logs on this machine say was erased since the backup.

    Exit code 1 where a log is not what was signed; then nothing is erased.
    """
    with ground.database():
        try:
            again = actions.erase_again(actor=SYSTEM, now=clock.now())
        except Refused as refused:
            say.line(f"✗ A log on this machine is not what was signed: {refused}. Nothing was erased again.")
            raise SystemExit(exits.FOUND) from None
    for line in told(again):
        say.line(line)


def told(again: Again) -> list[str]:
    """What was done, and what nobody here can know."""
    if again.known == 0:
        return [f"! There is no log here: what was erased since the backup is not known. {_REGISTER}"]
    if again.orders == 0:
        said = [f"✓ None of the orders to erase among {again.known:,} signed entries is lost."]
    else:
        said = [
            f"✓ {again.orders:,} orders to erase were lost with the newer database.",
            f"  Of what had come back, {again.entries:,} entries are erased again.",
            f"  {again.buyers:,} profiles of Buyers are forgotten again.",
        ]
    if again.held:
        said.append(f"! {again.held:,} of them are left alone: a hold of this backup covers what they name.")
    if again.unnamed:
        said.append(f"! {again.unnamed:,} erasures of a whole Buyer name nobody who came back. {_REGISTER}")
    return [*said, f"  What was erased after the last of these entries is not known here. {_REGISTER}"]
