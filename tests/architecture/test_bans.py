"""Ruff refuses what the house bans, wherever it is written."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture import house

BANNED = [
    "from django.db.models import signals\n\nprint(signals)\n",
    "from django.db.models.signals import post_save\n\npost_save.connect(print)\n",
    "from django.dispatch import receiver\n\nreceiver(print)\n",
    "from datetime import datetime\n\ndatetime.now()\n",
    "import datetime\n\ndatetime.datetime.now(datetime.UTC)\n",
    "import datetime\n\ndatetime.datetime.utcnow()\n",
    "import datetime\n\ndatetime.date.today()\n",
    "from django.utils import timezone\n\ntimezone.now()\n",
    "from django.utils.timezone import now\n\nnow()\n",
    "import time\n\ntime.time()\n",
    "from time import time\n\ntime()\n",
]


def banned(source: str, path: str) -> bool:
    """Whether ruff refuses the source under TID251, were it to stand at `path`."""
    ruff = Path(sys.executable).with_name("ruff")
    command = [str(ruff), "check", "--no-cache", "--output-format=concise", "--stdin-filename", path, "-"]
    result = subprocess.run(command, input=source, cwd=house.ROOT, capture_output=True, text=True, timeout=60)
    assert result.returncode in {0, 1}, result.stderr
    return "TID251" in result.stdout


@pytest.mark.parametrize("source", BANNED)
def test_ruff_notices_what_is_banned(source: str) -> None:
    assert banned(source, "helpdesk/conversations/actions/post_reply.py")


def test_only_the_kernel_reads_the_clock() -> None:
    source = "from datetime import UTC, datetime\n\ndatetime.now(UTC)\n"
    assert not banned(source, "helpdesk/kernel/clock.py")
    assert banned(source, "helpdesk/kernel/ids.py")
    assert banned(source, "helpdesk/portal/seller/inbox.py")
    assert banned(source, "tests/conversations/test_post_reply.py")
