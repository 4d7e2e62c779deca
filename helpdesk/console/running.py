"""Run another `helpdesk` command to its end, as a step of this one."""

import os
import subprocess
import sys
from collections.abc import Sequence

from helpdesk.console import family


def command_line(*arguments: str) -> Sequence[str]:
    """How to start a command of this very installation."""
    return [sys.executable, "-m", "helpdesk.console", *arguments]


def child_environment() -> dict[str, str]:
    """Our environment, naming us as the parent to die with."""
    return {**os.environ, family.PARENT: str(os.getpid())}


def run_command(*arguments: str) -> None:
    """Run it and go on; its failure (it has said why) is ours, with the same exit code."""
    code = subprocess.run(command_line(*arguments), env=child_environment(), check=False).returncode
    if code:
        raise SystemExit(code)
