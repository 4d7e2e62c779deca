"""Before a process serves or works: what is wrong stops it, with the remedy."""

from itertools import chain

from helpdesk.console.checks import release, server
from helpdesk.console.checks.finding import Grade
from helpdesk.console.embedded.trouble import Trouble


def refuse_to_run_on_failures() -> None:
    """Raise Trouble for the first thing that is wrong."""
    for finding in chain(server.findings(), release.findings()):
        if finding.grade is Grade.WRONG:
            raise Trouble(finding.sentence, remedy=finding.remedy)
