"""Erasures, holds and periods at the desk: what the pages say, to whom, and what their forms do."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from helpdesk.accounts import actions as accounts
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Role
from helpdesk.kernel.ids import Ref
from helpdesk.retention import actions
from tests.cast import ANNA, CLARA, EDDA, FELIX, GRETA, person
from tests.portal.conftest import SignIn
from tests.shops import Shops

PAULA = replace(EDDA, person=person("Paula"), name="Paula", roles=frozenset({Role.PLATFORM_ADMIN}))
FIONA = replace(FELIX, person=person("Fiona"), name="Fiona")


@pytest.fixture(autouse=True)
def desk(shops: Shops) -> None:
    """Everybody at the desk has an account."""
    for one in (FELIX, GRETA, PAULA, FIONA):
        now = clock.now()
        accounts.enrol_person(actor=SYSTEM, now=now, id=one.person, display_name=one.name, language="en")
        for role in one.roles:
            accounts.grant_role(actor=SYSTEM, now=now, person_id=one.person, role=role)


def text(answer: Any) -> str:
    return str(answer.content.decode())


def form(**other: Any) -> dict[str, Any]:
    return {"key": str(uuid4()), **other}


def asked_for(client: Client, asked: Ref, **other: Any) -> str:
    """The request's page."""
    said = {"scope": "conversation", "ground": "court_order", "note": "Docket <b>7</b>", **other}
    answer = client.post(f"/administrator/files/{asked}/erasures", form(**said))
    assert answer.status_code == 302, text(answer)
    return str(answer["Location"])


def test_from_the_request_to_the_erased_thread(sign_in: SignIn, asked: Ref) -> None:
    edda = sign_in(EDDA)
    place = asked_for(edda, asked)
    assert "Docket &lt;b&gt;7&lt;/b&gt;" in text(edda.get(place))
    assert "somebody else from compliance decides" in text(edda.get(place))
    assert "1 request waits for a second person" in text(edda.get("/administrator/"))
    assert "Somebody from compliance decides." in text(sign_in(GRETA).get(place))
    felix = sign_in(FELIX)
    assert "Erase it for everybody" in text(felix.get(place))
    assert felix.post(f"{place}/approval", form()).status_code == 302
    assert "the worker erases it within seconds" in text(felix.get(place))
    while actions.carry_out(actor=SYSTEM, now=clock.now()):
        pass
    assert "Erased." in text(felix.get(place))
    for actor, side in ((CLARA, "buyer"), (ANNA, "seller")):
        page = text(sign_in(actor).get(f"/{side}/conversations/{asked}"))
        assert 'class="note erased"' in page


def test_whoever_asked_cannot_approve(sign_in: SignIn, asked: Ref) -> None:
    place = asked_for(sign_in(FELIX), asked)
    answer = sign_in(FELIX).post(f"{place}/approval", form())
    assert (answer.status_code, "nobody decides on their own request" in text(answer)) == (403, True)
    assert sign_in(FIONA).post(f"{place}/refusal", form(denial="claims")).status_code == 302
    assert "It is needed for legal claims" in text(sign_in(GRETA).get(place))


def test_what_was_wrong_stands_above_the_form_which_keeps_what_was_chosen(
    sign_in: SignIn, asked: Ref
) -> None:
    edda = sign_in(EDDA)
    answer = edda.post(f"/administrator/files/{asked}/erasures", form(scope="messages", ground="court_order"))
    assert answer.status_code == 400
    assert "Please choose between one and 50 messages." in text(answer)
    assert 'value="court_order" required checked' in text(answer)
    odd = form(scope="messages", message="x")
    assert edda.post(f"/administrator/files/{asked}/erasures", odd).status_code == 400


def test_a_hold_is_seen_refuses_and_is_lifted_by_two(sign_in: SignIn, asked: Ref) -> None:
    edda, felix = sign_in(EDDA), sign_in(FELIX)
    answer = edda.post(f"/administrator/files/{asked}/holds", form(on="seller", reason="claim", note="R 7"))
    id = str(answer["Location"]).split("#hold-")[1]
    assert "R 7" in text(sign_in(GRETA).get("/administrator/holds"))
    refused = edda.post(
        f"/administrator/files/{asked}/erasures", form(scope="conversation", ground="court_order")
    )
    assert (refused.status_code, "A legal hold covers this." in text(refused)) == (409, True)
    assert "Under legal hold" in text(edda.get(f"/administrator/files/{asked}/erasure"))
    assert felix.post(f"/administrator/holds/{id}/lifting", form()).status_code == 409
    assert edda.post(f"/administrator/holds/{id}/lift-request", form()).status_code == 302
    assert felix.post(f"/administrator/holds/{id}/lifting", form()).status_code == 302
    assert "No hold is in force" in text(felix.get("/administrator/holds"))


def test_periods_are_shown_and_changed_by_two(sign_in: SignIn, asked: Ref) -> None:
    felix, paula = sign_in(FELIX), sign_in(PAULA)
    assert "6 years" in text(sign_in(GRETA).get("/administrator/retention"))
    later = (clock.now() + timedelta(days=40)).date().isoformat()
    period = {"kept": "presale", "months": "7", "effective_on": later, "market": ""}
    assert felix.post("/administrator/retention/periods", form(**period)).status_code == 302
    page = text(paula.get("/administrator/retention"))
    assert "7 months" in page
    place = page.split('action="/administrator/retention/proposals/')[1].split("/")[0]
    at = f"/administrator/retention/proposals/{place}"
    assert felix.post(f"{at}/approval", form()).status_code == 403
    assert paula.post(f"{at}/approval", form()).status_code == 302
    assert felix.post(f"{at}/withdrawal", form()).status_code == 409
    for wrong in ({"months": "many"}, {"effective_on": "soon"}, {"kept": "chats"}):
        assert felix.post("/administrator/retention/periods", form(**{**period, **wrong})).status_code == 400


def test_who_may_not_gets_no_form(sign_in: SignIn, asked: Ref) -> None:
    greta = sign_in(GRETA)
    for noun in ("erasure", "hold"):
        assert greta.get(f"/administrator/files/{asked}/{noun}").status_code == 403
    assert "Publish the period" not in text(greta.get("/administrator/retention"))
    assert sign_in(CLARA).get("/administrator/erasures").status_code == 404
