"""The examples of docs/howto/use-the-api.md, run as they stand there, against the application as served."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from helpdesk.accounts import actions as accounts
from helpdesk.cases import actions as cases
from helpdesk.cases.terms.deeds import Opening
from helpdesk.cases.terms.names import Situation
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.marketplace import actions as marketplace
from tests.architecture.house import ROOT
from tests.cast import ANNA, CLARA, HANIA
from tests.shops import Shops

pytestmark = pytest.mark.journey
PAGE = ROOT / "docs" / "howto" / "use-the-api.md"
BLOCK = re.compile(r"^```(sh|python|js)\n(.*?)^```", re.DOTALL | re.MULTILINE)
RUN = {"sh": ("bash", "-eu"), "python": (sys.executable,), "js": ("node", "--input-type=module")}
SECONDS = 120


@pytest.fixture
def given(live: str, shops: Shops) -> Mapping[str, str]:
    """The environment that the page asks for, where Clara waits for an answer and Hania has a case."""
    now = clock.now()
    conversations.ask_about_order(
        actor=CLARA, now=now, order=shops.claras_order, draft="Is the 8 mm gasket the right one?", key="q"
    )
    made = marketplace.make_key(
        actor=ANNA, now=clock.now(), name="Warehouse", scopes=["read", "reply", "cases"], key="k"
    )
    cases.open_case(
        actor=HANIA,
        now=clock.now(),
        order=shops.hanias_order,
        opening=Opening(situation=Situation.DAMAGED, wanted="refund"),
        key="c",
        words="The handle is broken.",
    )
    client, secret = accounts.add_client(actor=SYSTEM, now=clock.now(), name="Shop backend")
    ours = {"HELPDESK_URL": live, "HELPDESK_KEY": made.secret or ""}
    return {"PATH": os.environ["PATH"], **ours, "CLIENT_ID": str(client), "CLIENT_SECRET": secret}


def test_every_block_of_the_page_works(given: Mapping[str, str], tmp_path: Path) -> None:
    blocks = BLOCK.findall(PAGE.read_text("utf-8"))
    assert [language for language, _ in blocks] == ["sh", "sh", "sh", "python", "js"]
    said = [run(language, text, given, tmp_path) for language, text in blocks]
    assert '"token_type":"Bearer"' in said[0]
    assert "Is the 8 mm gasket the right one?" in said[1]
    assert '"leaf_hash":' in said[2]
    assert re.search(r"^[A-Z0-9-]{13} [0-9a-f]{64}$", said[3], re.MULTILINE)
    assert "valid until 20" in said[4]


def run(language: str, text: str, given: Mapping[str, str], folder: Path) -> str:
    """What a block prints."""
    program, *options = RUN[language]
    assert shutil.which(program), f"{program} is needed to try the examples"
    done = subprocess.run(
        [program, *options],
        input=text,
        env=given,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
