"""A shop appeals on its pages, the desk decides, and everybody may read the figures."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from helpdesk.accounts import actions as accounts
from helpdesk.archive.database.scope import everything
from helpdesk.attachments.models import File
from helpdesk.conduct.terms import Label
from helpdesk.enforcement.terms import MeasureKind
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, DMITRI, EDDA, FELIX, HANIA
from tests.enforcement.appealed import JONAS
from tests.enforcement.refusals import confirmed
from tests.enforcement.told import IRIS, Tale
from tests.past import any_present
from tests.portal.conftest import SignIn
from tests.portal.uploads import PDF, examine_all
from tests.shops import Shops

WORDS = "The number was the courier's."
KEY = "0190f7a0-0000-7000-8000-00000000000{}"


@pytest.fixture
def measure(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> Ref:
    """A limit of messages, by Iris and a colleague of hers."""
    any_present(monkeypatch)
    tale = Tale(shops)
    accounts.enrol_person(actor=SYSTEM, now=tale.now, id=ANNA.person, display_name="Anna", language="en")
    tale.found(Label.DEAL)
    tale.follow()
    tale.approve(IRIS, MeasureKind.MESSAGING_LIMIT, grave=True)
    done = tale.approve(JONAS, MeasureKind.MESSAGING_LIMIT, grave=True)
    assert done.measure is not None
    return done.measure


def test_it_goes_from_the_form_to_a_decision(sign_in: SignIn, measure: Ref) -> None:
    anna, felix = sign_in(ANNA), sign_in(FELIX)
    page = f"/seller/measures/{measure}/appeal"
    assert "File the appeal" in anna.get(page).content.decode()
    empty = anna.post(f"{page}s", {"words": " ", "key": KEY.format(1)})
    assert empty.status_code == 400
    sent = anna.post(f"{page}s", {"words": WORDS, "stay": "1", "key": KEY.format(2)}, follow=True)
    shown = sent.content.decode()
    assert "Your appeal is on record." in shown
    assert anna.get(page).status_code == 302
    assert "Limit of messages" in anna.get("/seller/appeals").content.decode()
    listed = felix.get("/administrator/appeals").content.decode()
    assert WORDS not in listed
    at = "/administrator/appeals/" + listed.split('href="/administrator/appeals/')[1].split('"')[0]
    opened = felix.get(at).content.decode()
    assert "courier" in opened
    assert "Deal outside the Platform" in opened
    assert "Compliance decides appeals." in sign_in(EDDA).get(at).content.decode()
    wrong = felix.post(f"{at}/settlements", {"verdict": "", "words": "No.", "key": KEY.format(3)})
    assert wrong.status_code == 400
    odd = felix.post(
        f"{at}/settlements",
        {"verdict": "reversed", "words": "No.", "take_back": "x", "key": KEY.format(3)},
    )
    assert odd.status_code == 400
    decision = {"verdict": "reversed", "words": "You were right.", "key": KEY.format(4)}
    done = felix.post(f"{at}/settlements", decision, follow=True)
    assert "Your decision is on record." in done.content.decode()
    mine = anna.get(page, follow=True).content.decode()
    assert "You were right." in mine
    public = Client().get("/appeals?year=2026").content.decode()
    assert "Limit of messages" in public
    table = Client().get("/appeals/2026.csv")
    assert (table.status_code, table["Content-Type"]) == (200, "text/csv; charset=utf-8")
    assert "2026,measure,messaging_limit,1,1,0,0,1,0" in table.content.decode()


def test_what_shows_it_is_opened_with_a_trace(sign_in: SignIn, measure: Ref) -> None:
    anna, felix = sign_in(ANNA), sign_in(FELIX)
    page = f"/seller/measures/{measure}/appeal"
    refused = anna.post(
        f"{page}s",
        {"words": " ", "key": KEY.format(6), "files": SimpleUploadedFile("parcel.pdf", PDF)},
    )
    assert refused.status_code == 400
    kept = refused.content.decode()
    assert "parcel.pdf" in kept, "nothing is lost"
    upload = kept.split('name="file" value="')[1].split('"')[0]
    sent = anna.post(f"{page}s", {"words": WORDS, "file": upload, "key": KEY.format(7)}, follow=True)
    assert "parcel.pdf" in sent.content.decode()
    examine_all()
    at = anna.get(page).headers["Location"].replace("/seller/", "/administrator/")
    closed = felix.get(at).content.decode()
    assert "1 file came with this appeal." in closed
    assert "parcel.pdf" not in closed
    with everything():
        [file] = File.objects.all()
    address = f"/administrator/files/{Ref(file.seller_id, file.chain)}/files/{Ref(file.seller_id, file.id)}"
    assert felix.get(address).headers["Location"] == at
    opened = felix.post(f"{at}/readings", {"key": KEY.format(8)}, follow=True).content.decode()
    assert address in opened
    assert felix.get(address).getvalue() == PDF
    own = address.replace("/administrator/files/", "/seller/conversations/")
    assert anna.get(own).getvalue() == PDF
    assert sign_in(DMITRI).get(own).status_code == 404


def test_right_in_part_a_milder_measure_is_chosen_at_the_desk(sign_in: SignIn, measure: Ref) -> None:
    anna, felix = sign_in(ANNA), sign_in(FELIX)
    anna.post(f"/seller/measures/{measure}/appeals", {"words": WORDS, "key": KEY.format(1)})
    listed = felix.get("/administrator/appeals").content.decode()
    at = "/administrator/appeals/" + listed.split('href="/administrator/appeals/')[1].split('"')[0]
    shown = felix.get(at).content.decode()
    assert 'value="warning"' in shown
    assert 'value="demotion"' not in shown, "a graver one"
    chosen = {"verdict": "changed", "words": "A warning is enough.", "instead": "messaging_limit"}
    for wrong in ({"days": "30"}, {"days": "x"}, {"days": ""}, {"instead": "x", "days": "1"}):
        assert felix.post(f"{at}/settlements", chosen | wrong | {"key": KEY.format(2)}).status_code == 400
    done = felix.post(f"{at}/settlements", chosen | {"instead": "warning", "key": KEY.format(3)}, follow=True)
    assert "Your decision is on record." in done.content.decode()
    assert "Warning" in anna.get("/seller/measures").content.decode()


def test_a_buyer_appeals_where_the_reasons_stand(
    sign_in: SignIn, shops: Shops, monkeypatch: pytest.MonkeyPatch
) -> None:
    any_present(monkeypatch)
    tale = Tale(shops, known=False)
    attempt = confirmed(tale)
    clara, felix = sign_in(CLARA), sign_in(FELIX)
    page = f"/buyer/refusals/{attempt}"
    assert page in clara.get(f"/buyer/conversations/{tale.thread()}").content.decode()
    shown = clara.get(page).content.decode()
    assert "A person of the Platform looked at it and confirmed it." in shown
    box = {"words": " ", "key": KEY.format(1), "files": SimpleUploadedFile("box.pdf", PDF)}
    empty = clara.post(f"{page}/appeals", box)
    assert empty.status_code == 400
    upload = empty.content.decode().split('name="file" value="')[1].split('"')[0]
    said = {"words": "It is a name.", "file": upload, "key": KEY.format(2)}
    sent = clara.post(f"{page}/appeals", said, follow=True).content.decode()
    assert "Your appeal is on record." in sent
    assert "box.pdf" in sent
    listed = felix.get("/administrator/appeals").content.decode()
    at = "/administrator/appeals/" + listed.split('href="/administrator/appeals/')[1].split('"')[0]
    closed = felix.get(at).content.decode()
    assert "It is a name." in closed
    assert "on the box" not in closed
    assert "box.pdf" not in closed
    examine_all()
    opened = felix.post(f"{at}/readings", {"key": KEY.format(3)}, follow=True).content.decode()
    assert "on the box" in opened
    assert "box.pdf" in opened
    [address] = re.findall(r"/administrator/files/[^\"]*/files/[^\"/]+", opened)[:1]
    assert felix.get(address).getvalue() == PDF
    own = address.replace("/administrator/files/", "/buyer/conversations/")
    assert clara.get(own).getvalue() == PDF
    assert sign_in(ANNA).get(own.replace("buyer", "seller")).status_code == 404
    decision = {"verdict": "reversed", "words": "It is one.", "key": KEY.format(4)}
    assert felix.post(f"{at}/settlements", decision, follow=True).status_code == 200
    told = clara.get(at.replace("administrator", "buyer"), follow=True).content.decode()
    assert "It is one." in told
    assert "You may send it again." in told
    for actor in (ANNA, DMITRI, HANIA):
        assert sign_in(actor).get(page).status_code in (403, 404)
    assert "Refused messages of Buyers" in Client().get("/appeals?year=2026").content.decode()


def test_strangers_find_nothing(sign_in: SignIn, measure: Ref) -> None:
    page = f"/seller/measures/{measure}/appeal"
    for actor in (DMITRI, CLARA):
        client = sign_in(actor)
        assert client.get(page).status_code in (403, 404)
        assert client.post(f"{page}s", {"words": WORDS, "key": KEY.format(5)}).status_code in (403, 404)
    assert sign_in(DMITRI).get(page).status_code == 404
    assert sign_in(ANNA).get(f"/seller/violations/{measure}/appeal").status_code == 404
    assert sign_in(ANNA).get("/administrator/appeals").status_code in (403, 404)


def test_figures_of_no_year_are_those_of_this_one(sign_in: SignIn) -> None:
    for odd in ("", "?year=1", "?year=9999", "?year=x", "?year=²²²²"):
        assert Client().get(f"/appeals{odd}").status_code == 200
    assert Client().get("/appeals/1999.csv").status_code == 404
