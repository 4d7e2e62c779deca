"""What the Buyer will read of a step stands beside its button, in the Buyer's language, before it is sent."""

import html
import re
from typing import Any

import pytest

from helpdesk.accounts import actions as accounts
from tests.cases.told import Tale
from tests.cast import ANNA, CLARA
from tests.past import Present, any_present
from tests.portal.conftest import SignIn
from tests.portal.test_escalations import text
from tests.portal.test_statements import statements
from tests.shops import Shops

WITH: dict[str, dict[str, Any]] = {"repair_notice": {}, "accept": {"remedy": "repair"}}


@pytest.fixture
def present(database: str, monkeypatch: pytest.MonkeyPatch) -> Present:
    return any_present(monkeypatch)


@pytest.fixture
def tale(present: Present, shops: Shops) -> Tale:
    """A complaint of Clara's, who reads German."""
    tale = Tale(shops.claras_order)
    tale.open()
    present.set(tale.later())
    return tale


def forms(page: str) -> dict[str, list[str]]:
    """The sentences beside each step."""
    found = re.findall(r'name="step" value="(\w+)">(.*?)</form>', page, re.DOTALL)
    return {
        step: [
            html.unescape(re.sub(r"<[^>]+>", "", one)) for one in re.findall(r'<q lang="de">(.*?)</q>', form)
        ]
        for step, form in found
    }


def test_each_choice_says_what_follows(tale: Tale, sign_in: SignIn) -> None:
    said = forms(sign_in(ANNA).get(f"/seller/cases/{tale.case}").content.decode())
    assert [len(said[step]) for step in ("repair_notice", "accept", "delayed", "refuse")] == [1, 4, 2, 1]
    assert len({*said["accept"]}) == 4
    assert said["delayed"][0] != said["delayed"][1]


def test_what_was_shown_is_what_is_read(tale: Tale, present: Present, sign_in: SignIn) -> None:
    anna = sign_in(ANNA)
    for step in ("repair_notice", "accept"):
        [shown, *_] = forms(anna.get(f"/seller/cases/{tale.case}").content.decode())[step]
        tale.step(step, **WITH[step])
        present.set(tale.later())
        clara = sign_in(CLARA)
        accounts.choose_language(actor=CLARA, now=tale.now, person_id=CLARA.person, language="de")
        assert shown in text(clara, f"/buyer/cases/{tale.case}")


def test_numbers_and_days_have_their_place(tale: Tale, present: Present, sign_in: SignIn) -> None:
    for step in ("repair_notice", "accept"):
        tale.step(step, **WITH[step])
    for step in ("receive", "start_repair", "complete"):
        tale.step(step)
    present.set(tale.later())
    page = sign_in(ANNA).get(f"/seller/cases/{tale.case}").content.decode()
    form = page[page.index('value="dispatch"') :]
    slots = re.findall(r'data-slot="(\w+)"[^>]*>([^<]*)<', form[: form.index("</form>")])
    assert [name for name, _ in slots] == ["carrier", "tracking", "expected_on"]
    assert slots[2][1] == "Mittwoch, 18. November"


def test_the_buyer_is_shown_none_of_it(tale: Tale, sign_in: SignIn) -> None:
    assert "news-said" not in sign_in(CLARA).get(f"/buyer/cases/{tale.case}").content.decode()


def test_the_page_keeps_its_ceiling(tale: Tale, sign_in: SignIn) -> None:
    assert len(statements(sign_in(ANNA), f"/seller/cases/{tale.case}")) <= 16
