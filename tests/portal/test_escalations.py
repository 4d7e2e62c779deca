"""Escalations at the desk: by due date, opened with the case as the reason, decided, appealed, told."""

import html
import json
import re
from copy import copy
from dataclasses import replace
from io import BytesIO
from typing import Any
from uuid import uuid4
from zipfile import ZipFile

import pytest
from django.test import Client

from helpdesk.accounts import actions as accounts
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.cases.terms.deeds import Opening
from helpdesk.cases.terms.names import Situation
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.notifications import queries
from helpdesk.portal.administrator.escalations.case import frame
from tests.cases.told import Tale
from tests.cast import ANNA, CLARA, EDDA, FELIX, person
from tests.notifications.told import react
from tests.past import any_present
from tests.portal.conftest import SignIn
from tests.portal.test_statements import statements
from tests.shops import Shops

IDA = replace(EDDA, person=person("Ida"), name="Ida")
CLAIM = Opening(situation=Situation.OTHER, amount=1_500)
QUEUE = "/administrator/escalations"
DECISION = {"decision": "for_buyer", "remedy": "carry_out", "text": "The table was scratched by the carton."}


@pytest.fixture
def tale(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> Tale:
    """A claim, refused, put before the Platform; pages see the tale's own present."""
    present = any_present(monkeypatch)
    tale = Tale(shops.claras_order)
    tale.open(CLAIM, words="The carton scratched my table.")
    tale.step("refuse", words="The carton has no edges.")
    tale.step("escalate", CLARA, words="It has four.")
    present.set(tale.later())
    return tale


@pytest.fixture
def ida(tale: Tale, sign_in: SignIn) -> Client:
    """Edda's colleague."""
    enrol(IDA)
    return sign_in(IDA)


def enrol(actor: Actor) -> None:
    now = clock.now()
    accounts.enrol_person(actor=SYSTEM, now=now, id=actor.person, display_name=actor.name, language="en")
    for role in actor.roles:
        accounts.grant_role(actor=SYSTEM, now=now, person_id=actor.person, role=role)


def address(tale: Tale, rest: str = "") -> str:
    return f"{QUEUE}/{tale.case}{rest}"


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return shown(answer.content)


def shown(content: bytes) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", content.decode())).split())


def opened(client: Client, tale: Tale) -> None:
    answer = client.post(address(tale, "/readings"), {"key": str(uuid4())})
    assert answer.headers["Location"] == address(tale)


def take(client: Client, tale: Tale, step: str, **said: str) -> Any:
    seen = tale.shown(EDDA).last_n
    return client.post(
        address(tale, "/steps"), {"key": str(uuid4()), "step": step, "seen_n": str(seen), **said}
    )


def readings() -> list[Entry]:
    with acting(SYSTEM):
        return list(Entry.objects.filter(kind="reading"))


def test_the_queue_says_what_is_due_and_not_a_word_of_it(tale: Tale, sign_in: SignIn) -> None:
    said = text(sign_in(EDDA), QUEUE)
    assert tale.shown().number in said
    assert "Answer of the Platform" in said
    assert "Evidence of the Buyer" in said
    assert "Decision of the Platform" in said
    assert "carton" not in said
    assert readings() == []


def test_the_most_urgent_comes_first(tale: Tale, sign_in: SignIn) -> None:
    later = copy(tale)
    later.case = None
    later.open(CLAIM, words="And the floor, too.")
    later.step("refuse", words="No.")
    later.step("escalate", CLARA, words="Yes.")
    later.step("take_up", EDDA)  # its decision is due in fourteen days, the first one's answer in two
    said = text(sign_in(EDDA), QUEUE)
    assert said.index(tale.shown().number) < said.index(later.shown().number)


def test_whoever_asked_sees_for_whom_they_wait(tale: Tale, sign_in: SignIn) -> None:
    edda = sign_in(EDDA)
    assert "Information was asked for" not in text(edda, QUEUE)
    tale.step("ask_information", EDDA, words="How old is the table?", of="buyer")
    said = text(edda, QUEUE)
    assert tale.shown().number in said
    assert "Information was asked for. Waiting for the Buyer" in said


def test_the_case_is_the_reason_of_the_reading(tale: Tale, sign_in: SignIn) -> None:
    edda = sign_in(EDDA)
    assert "carton" not in text(edda, address(tale))
    opened(edda, tale)
    assert tale.case is not None
    (reading,) = readings()
    leaf = json.loads(bytes(reading.leaf))
    assert leaf["ref"] == [["reviews", str(tale.case.id)]]
    assert leaf["f"]["reason"] == "dispute"
    said = text(edda, address(tale))
    assert "The carton scratched my table." in said
    assert "The carton has no edges." in said
    opened(edda, tale)
    assert len(readings()) == 1


def test_a_decision_with_reasons_and_remedy(tale: Tale, sign_in: SignIn) -> None:
    edda = sign_in(EDDA)
    opened(edda, tale)
    assert take(edda, tale, "take_up").status_code == 302
    assert take(edda, tale, "decide", **DECISION).headers["Location"] == f"{QUEUE}?done=1"
    assert tale.shown().stage == "decided_for_buyer"
    assert "Your decision is on record" in text(edda, f"{QUEUE}?done=1")
    assert tale.shown().number not in text(edda, QUEUE)


@pytest.mark.parametrize("reasons", ["", "frame"])
def test_reasons_are_asked_for_and_what_was_chosen_stays(tale: Tale, sign_in: SignIn, reasons: str) -> None:
    edda = sign_in(EDDA)
    opened(edda, tale)
    answer = take(edda, tale, "decide", **DECISION | {"text": frame() if reasons else ""})
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "Something is missing" in page
    assert re.search(r'value="for_buyer"[^>]* checked', page)
    assert tale.shown().stage == "escalated"


def test_only_remedies_that_the_flow_goes_on_with_are_offered(tale: Tale, sign_in: SignIn) -> None:
    edda = sign_in(EDDA)
    opened(edda, tale)
    page = edda.get(address(tale)).content.decode()
    form = page[page.index('value="decide"') :]
    offered = re.findall(r'name="remedy" value="(\w*)"([^>]*)', form[: form.index("</form>")])
    assert [code for code, _ in offered] == ["", "refund", "carry_out"]
    assert ["checked" in more for _, more in offered] == [True, False, False]


def test_another_person_decides_the_appeal(tale: Tale, sign_in: SignIn, ida: Client) -> None:
    edda = sign_in(EDDA)
    opened(edda, tale)
    take(edda, tale, "decide", **DECISION)
    tale.now = clock.now()
    tale.step("appeal", ANNA, words="The table was old.")
    said = text(edda, address(tale))
    assert "Edda took the decision that is appealed" in said
    assert DECISION["text"] in said  # whoever hears the appeal reads the first reasons
    appeal = DECISION | {"decision": "for_seller", "remedy": "", "text": "The table was old."}
    answer = take(edda, tale, "decide_appeal", **appeal)
    assert answer.status_code in (409, 422)
    assert "Another person decides an appeal." in shown(answer.content)
    assert tale.shown().stage == "appealed"
    opened(ida, tale)
    assert json.loads(bytes(readings()[-1].leaf))["f"]["reason"] in ("dispute", "appeal")
    assert take(ida, tale, "decide_appeal", **appeal).status_code == 302
    assert tale.shown().outcome == "for_seller"


def test_without_a_reading_nothing_is_decided(tale: Tale, sign_in: SignIn) -> None:
    assert take(sign_in(EDDA), tale, "decide", **DECISION).status_code == 403
    assert tale.shown().stage == "escalated"


def test_others_read_and_do_not_decide(tale: Tale, sign_in: SignIn) -> None:
    felix = sign_in(FELIX)
    opened(felix, tale)
    said = text(felix, address(tale))
    assert "Support decides what is put before the Platform." in said
    assert take(felix, tale, "decide", **DECISION).status_code == 403


def test_the_sides_have_pages_of_their_own(tale: Tale, sign_in: SignIn) -> None:
    for actor in (ANNA, CLARA):
        client = sign_in(actor)
        assert client.get(QUEUE).status_code == 404
        assert client.get(address(tale)).status_code == 404


def test_one_press_gives_each_of_them_the_dispute_pack(tale: Tale, sign_in: SignIn) -> None:
    edda = sign_in(EDDA)
    opened(edda, tale)
    places = {
        edda: address(tale, "/dispute-packs"),
        sign_in(ANNA): f"/seller/cases/{tale.case}/dispute-packs",
        sign_in(CLARA): f"/buyer/cases/{tale.case}/dispute-packs",
    }
    for client, path in places.items():
        answer: Any = client.post(path, {"key": str(uuid4())})
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/zip")
        with ZipFile(BytesIO(b"".join(answer.streaming_content))) as file:
            assert {"dispute.en.pdf", "dispute.json"} < set(file.namelist())
    with acting(SYSTEM):
        assert Entry.objects.filter(kind="evidence.handed_out").count() == 3


def test_pages_keep_their_ceilings(tale: Tale, sign_in: SignIn) -> None:
    edda = sign_in(EDDA)
    assert len(statements(edda, QUEUE)) <= 6
    opened(edda, tale)
    assert len(statements(edda, address(tale))) <= 14


def test_a_notice_leads_to_the_case(tale: Tale, sign_in: SignIn) -> None:
    edda = sign_in(EDDA)
    react(tale.later())
    [line] = queries.notices_of(actor=EDDA)
    answer = edda.get(f"/administrator/notices/{line.id}")
    assert answer.headers["Location"] == address(tale)
    assert "A case was put before the Platform." in text(edda, "/administrator/notices")


def test_the_desk_leads_there(tale: Tale, sign_in: SignIn) -> None:
    said = text(sign_in(EDDA), "/administrator/")
    assert "1 case waits for the Platform" in said
