"""A package that somebody hands in on the integrity page: the verdict, by the keys of our own log."""

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Entry
from helpdesk.evidence.terms import Withheld
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, EDDA
from tests.evidence.handmade import whole
from tests.evidence.packages import package
from tests.evidence.spoiling import publish_in, spoilt, without
from tests.portal.conftest import QUESTION, SignIn

CHECKS = "/administrator/integrity/checks"


@pytest.fixture
def published(asked: Ref, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ref:
    """Clara's thread, in a signed log."""
    publish_in(tmp_path, monkeypatch)
    return asked


def handed_in(sign_in: SignIn, data: bytes) -> str:
    file = SimpleUploadedFile("helpdesk-evidence.zip", data)
    answer = sign_in(EDDA).post(CHECKS, {"file": file})
    assert answer.status_code == 200
    return str(answer.content.decode())


def verdict(shown: str) -> tuple[str, bool]:
    """The headline, and whether the seal is whole."""
    found = re.search(r'class="seal-state">([^<]*)<', shown)
    assert found
    return found[1], "seal-whole" in shown


def test_our_own_package_is_whole(sign_in: SignIn, published: Ref) -> None:
    shown = handed_in(sign_in, package(published, actor=ANNA).data)
    assert verdict(shown) == ("Whole", True)
    assert 'id="faults"' not in shown
    assert ("Key of this log" in shown, "Receipt key of this log" in shown) == (True, True)
    assert QUESTION not in shown  # whoever verifies reads nothing


def test_an_altered_text_is_said(sign_in: SignIn, published: Ref) -> None:
    data = spoilt(package(published).data, "conversation.json", b"8 mm gasket", b"9 mm gasket")
    shown = handed_in(sign_in, data)
    assert verdict(shown) == ("Altered", False)
    assert 'id="faults"' in shown


def test_a_withheld_text_is_whole_and_counted(sign_in: SignIn, published: Ref) -> None:
    with everything():
        entry = Entry.objects.get(chain=published.id, n=0).id
    data = package(published, withheld=[Withheld(entry=entry, name="body")]).data
    shown = handed_in(sign_in, data)
    assert verdict(shown) == ("Whole", True)
    assert re.search(r'tally-withheld"><b class="number">1</b>', shown)


def test_what_another_log_signed_is_not_trusted(sign_in: SignIn, published: Ref) -> None:
    shown = handed_in(sign_in, whole().write().zip())
    assert verdict(shown) == ("Key not trusted", False)
    assert "it was not handed out here" in shown
    assert "key of this log" not in shown.lower()


def test_a_member_that_is_gone_makes_it_incomplete(sign_in: SignIn, published: Ref) -> None:
    shown = handed_in(sign_in, without(package(published).data, "salts.json"))
    assert verdict(shown) == ("Incomplete", False)
