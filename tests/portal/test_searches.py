"""The page that searches what people wrote: it asks why first, and shows where, never what."""

from dataclasses import replace
from uuid import uuid4

from helpdesk.accounts import actions as accounts
from helpdesk.archive import actions as archive
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Role
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, EDDA
from tests.portal.conftest import SignIn
from tests.search.conftest import ONLY_SEARCH
from tests.statements import statements

PAGE = "/administrator/searches"


def test_it_asks_why_and_shows_where_the_words_stand(sign_in: SignIn, asked: Ref) -> None:
    archive.number_entries(actor=SYSTEM, now=clock.now())
    archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring=ONLY_SEARCH)
    edda = sign_in(EDDA)
    assert "Your search becomes part of the record." in edda.get(PAGE).content.decode()
    form = {"key": str(uuid4()), "words": "gasket"}
    refused = edda.post(PAGE, form)
    assert refused.status_code == 400
    assert 'value="gasket"' in refused.content.decode(), "what was typed stays"
    way = edda.post(PAGE, form | {"reason": "dispute"})["Location"]
    with statements() as count:
        shown = edda.get(way).content.decode()
    assert count() <= 20
    assert f"/administrator/files/{asked}" in shown
    assert "Found once" in shown
    assert "8 mm gasket" not in shown


def test_it_is_no_page_of_the_sides_and_not_for_platform_administrators(sign_in: SignIn, asked: Ref) -> None:
    for actor in (ANNA, CLARA):
        assert sign_in(actor).get(PAGE).status_code == 404
    only = replace(EDDA, person=uuid4(), roles=frozenset({Role.PLATFORM_ADMIN}))
    accounts.enrol_person(actor=SYSTEM, now=clock.now(), id=only.person, display_name="Ina", language="en")
    accounts.grant_role(actor=SYSTEM, now=clock.now(), person_id=only.person, role=Role.PLATFORM_ADMIN)
    assert sign_in(only).get(PAGE).status_code == 403
