"""The pages of measures: the desk decides, the shop reads why, in its own language, and keeps a PDF."""

import pytest

from helpdesk.conduct.terms import Label
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, DMITRI, EDDA, FELIX
from tests.enforcement.told import WHY, Tale
from tests.past import any_present
from tests.portal.conftest import SignIn
from tests.shops import Shops

DESK = "/administrator/enforcement"
SHOP = "<bdi>Anna&#x27;s Espresso Parts</bdi>"
KEY = "0190f7a0-0000-7000-8000-00000000000{}"


@pytest.fixture
def tale(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> Tale:
    """A deal outside was found, and a notice is proposed."""
    present = any_present(monkeypatch)
    tale = Tale(shops, known=True)
    tale.found(Label.DEAL)
    tale.follow()
    present.set(tale.later())
    return tale


def proposed(tale: Tale) -> str:
    found = tale.proposed()
    assert found is not None
    return f"{DESK}/proposals/{found.id}"


def test_a_proposal_is_read_approved_and_told(sign_in: SignIn, tale: Tale) -> None:
    anna, felix, at = sign_in(ANNA), sign_in(FELIX), proposed(tale)
    assert "No measure was ever decided" in anna.get("/seller/measures").content.decode()
    assert at in felix.get(DESK).content.decode()
    page = felix.get(at).content.decode()
    assert "Deal outside the Platform" in page
    assert "What the Seller would read" in page
    empty = felix.post(f"{at}/approvals", {"measure": "notice", "key": KEY.format("a")})
    assert empty.status_code == 400
    skips = felix.post(f"{at}/approvals", {"measure": "demotion", "reason": WHY, "key": KEY.format("b")})
    assert skips.status_code == 400
    assert WHY in skips.content.decode()
    done = felix.post(
        f"{at}/approvals", {"measure": "notice", "reason": WHY, "key": KEY.format("c")}, follow=True
    )
    assert "the Seller has been told why" in done.content.decode()
    assert SHOP in felix.get(DESK).content.decode().partition('id="measures"')[2]
    listed = anna.get("/seller/measures").content.decode()
    [ref] = [part.split('"')[0] for part in listed.split('href="/seller/measures/')[1:]]
    told = anna.get(f"/seller/measures/{ref}").content.decode()
    assert WHY in told
    assert "Another person decides your appeal." in told
    printed = anna.get(f"/seller/measures/{ref}/statement.pdf")
    assert printed.content.startswith(b"%PDF-")
    lifted = felix.post(
        f"{DESK}/measures/{ref}/liftings",
        {"reason": "A quotation.", "key": KEY.format("d")},
        follow=True,
    )
    assert "is lifted" in lifted.content.decode()
    assert "A quotation." in anna.get(f"/seller/measures/{ref}").content.decode()


def test_declining_tells_the_shop_nothing(sign_in: SignIn, tale: Tale) -> None:
    felix, at = sign_in(FELIX), proposed(tale)
    done = felix.post(f"{at}/refusals", {"reason": "Once.", "key": KEY.format("a")}, follow=True)
    assert "Nothing was done." in done.content.decode()
    assert "Once." in felix.get(at).content.decode()
    assert "No measure was ever decided" in sign_in(ANNA).get("/seller/measures").content.decode()


def test_who_does_not_decide_only_reads(sign_in: SignIn, tale: Tale) -> None:
    edda, at = sign_in(EDDA), proposed(tale)
    assert "Compliance decides measures." in edda.get(at).content.decode()
    form = {"measure": "notice", "reason": WHY, "key": KEY.format("a")}
    assert edda.post(f"{at}/approvals", form).status_code == 403
    for stranger in (ANNA, CLARA):
        assert sign_in(stranger).get(at).status_code == 404


def test_strangers_find_no_measure(sign_in: SignIn, tale: Tale) -> None:
    done = tale.approve()
    assert isinstance(done.measure, Ref)
    for stranger in (DMITRI, CLARA):
        assert sign_in(stranger).get(f"/seller/measures/{done.measure}").status_code == 404
    assert sign_in(FELIX).get(f"{DESK}/measures/{done.measure}").status_code == 200
