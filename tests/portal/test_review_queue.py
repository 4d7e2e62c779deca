"""The review queue as pages: the first item is open, its words are marked, a decision leads to the next."""

from importlib import import_module
from uuid import uuid4

import pytest
from django.test import Client

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.conduct.queries.figures import Shipped
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, EDDA, FELIX
from tests.conversations.attempts import refused_reply
from tests.conversations.spotted import REFUSED, SALES, WARNED, spotting
from tests.oversight.waiting import asked_for, drawn, refused, warned
from tests.portal.conftest import SignIn

__all__ = ["spotting"]
pytestmark = pytest.mark.usefixtures("spotting")
LIST = "/administrator/reviews"
WHY = "Bitte bleiben Sie hier."


def page(client: Client, path: str = LIST) -> str:
    return client.get(path).content.decode()


def form(**fields: object) -> dict[str, object]:
    return {"key": str(uuid4()), **fields}


def readings() -> int:
    with acting(SYSTEM):
        return Entry.objects.filter(kind="reading").count()


def test_the_first_item_is_open_by_one_entry(sign_in: SignIn, asked: Ref) -> None:
    warned(asked)
    edda = sign_in(EDDA)
    for _ in range(2):  # looking again needs no second entry
        shown = page(edda)
        assert f'<mark data-numbers="1">{SALES}</mark>' in shown
        assert "Advertising" in shown
        assert readings() == 1


def test_a_browser_that_only_prepares_opens_nothing(sign_in: SignIn, asked: Ref) -> None:
    warned(asked)
    answer = sign_in(EDDA).get(LIST, headers={"Sec-Purpose": "prefetch;prerender"})
    assert SALES not in answer.content.decode()
    assert readings() == 0


def test_the_list_says_kinds_and_no_word(sign_in: SignIn, asked: Ref) -> None:
    item, other = warned(asked), refused(asked)
    edda = sign_in(EDDA)
    closed = page(edda, f"{LIST}/{item}")
    assert "Not open yet" in closed
    assert f"{LIST}/{other}/readings" in closed
    for words in (SALES, REFUSED):
        assert words not in closed


def test_one_click_opens_another_item(sign_in: SignIn, asked: Ref) -> None:
    warned(asked)
    path, edda = f"{LIST}/{refused(asked)}", sign_in(EDDA)
    assert edda.post(f"{path}/readings", form())["Location"] == path
    assert "⟦contact⟧" in page(edda, path)


def test_a_decision_leads_to_the_next_and_its_author_reads_why(sign_in: SignIn, asked: Ref) -> None:
    path, edda = f"{LIST}/{warned(asked)}", sign_in(EDDA)
    page(edda)
    fields = form(decision="violation", labels=["C_PROMO"], reason=f"<b>{WHY}</b>")
    for _ in range(2):  # a double click is one decision
        assert edda.post(f"{path}/decisions", fields)["Location"] == f"{LIST}?done=1"
    shown = page(edda, f"{LIST}?done=1")
    assert "Your decision is on record." in shown
    assert "Nothing waits for a decision" in shown
    own = page(sign_in(ANNA), f"/seller/conversations/{asked}")
    assert f"&lt;b&gt;{WHY}" in own
    assert "Found: Advertising." in own
    assert WHY not in page(sign_in(CLARA), f"/buyer/conversations/{asked}")


def test_a_second_decision_takes_the_place_of_the_first(sign_in: SignIn, asked: Ref) -> None:
    path, edda = f"{LIST}/{warned(asked)}", sign_in(EDDA)
    page(edda)
    edda.post(f"{path}/decisions", form(decision="violation", labels=["C_PROMO"], reason=WHY))
    shown = page(edda, path)
    assert "Another decision takes its place" in shown
    replaces = shown.split('name="replaces" value="')[1].split('"')[0]
    assert edda.post(f"{path}/decisions", form(decision="fine")).status_code == 409
    assert edda.post(f"{path}/decisions", form(decision="fine", replaces=replaces)).status_code == 302
    assert "A later decision takes its place." in page(sign_in(ANNA), f"/seller/conversations/{asked}")


def test_what_is_missing_is_said_and_what_was_chosen_stays(sign_in: SignIn, asked: Ref) -> None:
    path, edda = f"{LIST}/{warned(asked)}", sign_in(EDDA)
    page(edda)
    for fields, words in (
        (form(reason="So far."), "Please choose: fine, warn, or violation."),
        (form(decision="violation", reason="So far."), "names at least one rule"),
        (form(decision="warn", labels=["C_PROMO"], reason=" "), "Please tell the author why"),
        (form(decision="fine", replaces="x"), "Something in it was damaged"),
    ):
        answer = edda.post(f"{path}/decisions", fields)
        assert answer.status_code == 400
        assert words in answer.content.decode()
    assert ">So far.</textarea>" in edda.post(f"{path}/decisions", form(reason="So far.")).content.decode()


def test_a_text_that_a_limit_refused_says_so(sign_in: SignIn, asked: Ref) -> None:
    refused_reply(asked)
    assert "the text broke a limit of its form" in page(sign_in(EDDA))


def test_a_check_says_until_when(sign_in: SignIn, asked: Ref) -> None:
    asked_for(asked)
    assert "Look at it until:" in page(sign_in(EDDA))


def test_a_sample_is_read(sign_in: SignIn, asked: Ref) -> None:
    path, edda = f"{LIST}/{drawn(asked)}", sign_in(EDDA)
    assert "Did the machine miss something?" in page(edda)
    assert edda.post(f"{path}/decisions", form(decision="missed")).status_code == 400
    fields = form(decision="missed", labels=["A_PHONE"])
    assert edda.post(f"{path}/decisions", fields).status_code == 302
    assert "Missed: Phone number" in page(edda, path)
    shown = page(edda, "/administrator/figures")
    assert "Phone number 1" in shown
    assert "20.7" in shown
    assert "language,read,missed" in page(edda, "/administrator/figures/missed.csv")


def test_figures_count_what_was_found_and_what_people_said(
    sign_in: SignIn, asked: Ref, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = {("C_PROMO", "pl"): Shipped(precision=0.9, recall=0.4, f1=0.55, n=10)}
    monkeypatch.setattr(import_module(Shipped.__module__), "shipped_figures", lambda: shipped)
    edda = sign_in(EDDA)
    assert "No rule found anything" in page(edda, "/administrator/figures")
    path = f"{LIST}/{warned(asked)}"
    page(edda)
    edda.post(f"{path}/decisions", form(decision="violation", labels=["C_PROMO"], reason=WHY))
    shown = page(edda, "/administrator/figures?days=30")
    for words in ("mark.sales", "100 %", "40 %"):
        assert words in shown
    assert "not measured" not in shown
    assert "C_PROMO,mark.sales,pl,1,0,1" in page(edda, "/administrator/figures/rules.csv")
    assert WARNED not in shown
    shipped.clear()
    assert "not measured" in page(edda, "/administrator/figures?days=30")


def test_other_people_of_the_desk_find_no_queue(sign_in: SignIn, asked: Ref) -> None:
    path, felix = f"{LIST}/{warned(asked)}", sign_in(FELIX)
    for place in (LIST, path):
        assert felix.get(place).status_code == 403
    assert felix.post(f"{path}/decisions", form(decision="fine")).status_code == 403
    assert felix.get("/administrator/figures").status_code == 200  # numbers without a word
