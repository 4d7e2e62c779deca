"""Who verified the record: somebody, the command line, or the worker by itself."""

from datetime import timedelta

import pytest

from helpdesk.config.wiring import MIRRORS
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions as oversight
from tests.cast import EDDA
from tests.portal.conftest import SignIn

LATER = timedelta(days=1, hours=1)
HERE = "/administrator/integrity"


@pytest.mark.parametrize(
    ("is_daily", "said", "other"),
    [(True, "by itself, daily", "command line"), (False, "command line", "by itself, daily")],
)
def test_the_machine_says_whether_anybody_asked(
    sign_in: SignIn, asked: Ref, is_daily: bool, said: str, other: str
) -> None:
    look = oversight.verify_daily if is_daily else oversight.verify
    assert [*look(actor=SYSTEM, now=clock.now() + LATER, mirrors=MIRRORS)]
    client = sign_in(EDDA)
    shown = client.get(HERE).content.decode()
    _, _, who = shown.partition('id="who"')
    assert (said in who, other in who) == (True, False)
    _, _, seal = client.get("/administrator/").content.decode().partition('class="seal-when"')
    assert said in seal.partition("</p>")[0]
