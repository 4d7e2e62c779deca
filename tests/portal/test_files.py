"""The administrator's desk: no word without a reason, and the reason on record."""

from datetime import timedelta
from uuid import uuid4

import pytest

from helpdesk.kernel.ids import Ref
from helpdesk.oversight.models import Reading
from tests.cast import CLARA, EDDA, FELIX
from tests.conversations.clocks import MONDAY, Story
from tests.deadlines import swept
from tests.oversight.tampering import spoil
from tests.past import any_present
from tests.portal.conftest import QUESTION, SignIn
from tests.shops import Shops


def test_lists_show_no_words_and_find_by_the_beginning(sign_in: SignIn, asked: Ref) -> None:
    edda = sign_in(EDDA)
    for words in ("A-1001", "a-10", str(asked)):
        page = edda.get("/administrator/files", {"words": words}).content.decode()
        assert f"/administrator/files/{asked}" in page
        assert QUESTION not in page
    assert "No file found" in edda.get("/administrator/files", {"words": "Z-9"}).content.decode()
    for words in ("\x00", "x" * 500):
        assert edda.get("/administrator/files", {"words": words}).status_code in (400, 413)


def test_the_reason_comes_before_the_first_word(sign_in: SignIn, asked: Ref) -> None:
    edda, path, key = sign_in(EDDA), f"/administrator/files/{asked}", str(uuid4())
    assert QUESTION not in edda.get(path).content.decode()
    for reason in ("", "curiosity"):
        answer = edda.post(f"{path}/readings", {"key": key, "reason": reason})
        assert answer.status_code == 422
        assert 'role="alert"' in answer.content.decode()
    for _ in range(2):
        assert edda.post(f"{path}/readings", {"key": key, "reason": "dispute"})["Location"] == path
    assert Reading.objects.count() <= 1
    assert QUESTION in edda.get(path).content.decode()
    assert QUESTION not in sign_in(FELIX).get(path).content.decode()


def test_verification_needs_the_open_file(sign_in: SignIn, asked: Ref) -> None:
    edda, path = sign_in(EDDA), f"/administrator/files/{asked}"
    assert edda.post(f"{path}/verifications")["Location"] == path
    edda.post(f"{path}/readings", {"key": str(uuid4()), "reason": "technical"})
    page = edda.post(f"{path}/verifications").content.decode()
    assert "1 entry, whole and unchanged" in page
    assert QUESTION in page


def test_what_is_not_as_it_was_sealed_is_named_with_its_message(sign_in: SignIn, asked: Ref) -> None:
    spoil(asked)
    edda, path = sign_in(EDDA), f"/administrator/files/{asked}"
    edda.post(f"{path}/readings", {"key": str(uuid4()), "reason": "technical"})
    page = edda.post(f"{path}/verifications").content.decode()
    assert "1 place is not as it was sealed" in page
    assert "value.altered" in page
    assert 'href="#m0"' in page
    assert "unchanged" not in page


def test_a_place_that_is_none_is_refused(sign_in: SignIn) -> None:
    clara = sign_in(CLARA)
    for after in ("1", "x.y", "9" * 40 + ".x", "1." + "0" * 33, "\x00", "\u0661.x"):
        assert clara.get("/buyer/orders", {"after": after}).status_code == 400, after


def test_a_miss_stands_in_the_open_file(
    sign_in: SignIn, shops: Shops, monkeypatch: pytest.MonkeyPatch
) -> None:
    present = any_present(monkeypatch)
    present.set(MONDAY)
    asked = Story(shops).thread
    late = MONDAY + timedelta(days=2)
    swept.settle(late)
    present.set(late)
    edda, path = sign_in(EDDA), f"/administrator/files/{asked}"
    edda.post(f"{path}/readings", {"key": str(uuid4()), "reason": "complaint"})
    page = edda.get(path).content.decode()
    assert "event event-late" in page
    assert "Answer overdue since Tuesday, 17 November, 09:00" in page
