"""The page of absences, and what desk, team and strip say of them; the Buyer reads nothing of it."""

import re
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client

from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace.queries import team_of
from helpdesk.teamwork import actions, queries
from tests.cast import ANNA, BRUNO, CLARA, DMITRI
from tests.portal.conftest import SignIn
from tests.portal.test_composer import post
from tests.shops import Shops

PAGE = "/seller/team/absences"


def today() -> date:
    """The shop's own."""
    return queries.absences_of(actor=ANNA, now=clock.now()).today


def form(**changed: object) -> dict[str, str]:
    """Bruno is away for four days, Anna covers."""
    fields = {
        "key": uuid4(),
        "person": BRUNO.person,
        "first_on": today(),
        "last_on": today() + timedelta(days=3),
        "cover": ANNA.person,
    }
    return {name: str(value) for name, value in (fields | changed).items()}


def page(client: Client, at: str = PAGE) -> str:
    """What stands there, without tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", client.get(at).content.decode()).split())


def test_an_owner_says_it_and_everybody_reads_it(sign_in: SignIn) -> None:
    anna, sent = sign_in(ANNA), form()
    for _ in range(2):
        answer = post(anna, f"{PAGE}/additions", sent)
        assert (answer.status_code, answer["Location"]) == (302, PAGE)
    seen = [page(sign_in(who)) for who in (BRUNO, ANNA)]
    for shown in seen:
        assert shown.count("away now") == 1
        assert "Anna covers" in shown
    assert "Entered by Anna" in seen[-1]
    assert "away now" not in page(sign_in(DMITRI))
    assert sign_in(CLARA).get(PAGE).status_code == 404


def test_an_agent_says_it_of_themselves(sign_in: SignIn) -> None:
    bruno = sign_in(BRUNO)
    assert 'name="person"' not in bruno.get(PAGE).content.decode()
    assert post(bruno, f"{PAGE}/additions", form(person="")).status_code == 302
    [one] = queries.absences_of(actor=BRUNO, now=clock.now()).ahead
    assert (one.name, one.cover_name) == ("Bruno", "Anna")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"cover": BRUNO.person}, "Nobody covers for themselves"),
        ({"cover": ""}, "Only owners and agents of your shop can cover"),
        ({"first_on": ""}, "Please choose the first and the last day"),
        ({"first_on": "2020-01-01"}, "The first day has passed"),
        ({"last_on": "2020-01-01"}, "The last day lies before the first one"),
        ({"person": "x"}, "This person answers nothing in your shop"),
    ],
)
def test_a_refusal_keeps_what_was_chosen(sign_in: SignIn, wrong: dict[str, object], sentence: str) -> None:
    sent = form(**wrong)
    answer = post(sign_in(ANNA), f"{PAGE}/additions", sent)
    shown = answer.content.decode()
    assert answer.status_code == 400
    assert sentence in shown
    assert f'value="{sent["key"]}"' in shown
    for name in ("first_on", "last_on"):
        assert re.search(rf'name="{name}"[^>]*value="{sent[name]}"', shown)


def test_it_is_changed_and_ended_from_its_row(sign_in: SignIn) -> None:
    anna = sign_in(ANNA)
    post(anna, f"{PAGE}/additions", form())
    [one] = queries.absences_of(actor=ANNA, now=clock.now()).ahead
    at = f"{PAGE}/{one.ref}"
    answer = post(anna, f"{at}/cover", {"cover": str(BRUNO.person)})
    assert answer.status_code == 400
    assert "Nobody covers for themselves" in answer.content.decode()
    assert post(anna, f"{at}/cover", {"cover": str(ANNA.person)}).status_code == 302
    assert post(anna, f"{at}/end", {}).status_code == 302
    shown = page(anna)
    assert "Nobody is away" in shown
    assert "Anna covered · ended on" in shown
    assert post(sign_in(DMITRI), f"{at}/end", {}).status_code == 404


def test_the_desk_tells_who_covers_and_offers_the_thread(sign_in: SignIn, asked: Ref) -> None:
    anna, thread = sign_in(ANNA), f"/seller/conversations/{asked}"
    post(anna, f"{PAGE}/additions", form())
    post(anna, f"{thread}/assignment", {"person": str(BRUNO.person)})
    shown = page(anna, thread)
    assert "You cover for Bruno until" in shown
    assert "Take it for good" in shown
    listed = page(anna, "/seller/inbox?view=mine")
    assert "you cover until" in listed
    assert "Bruno is away until" in (bruno := page(sign_in(BRUNO), thread))
    assert "Hand it to Anna for good" in bruno
    assert "You are away until" in page(sign_in(BRUNO), "/seller/inbox")
    post(anna, f"{thread}/assignment", {"person": str(ANNA.person)})
    assert "You cover for Bruno until" not in re.sub(
        r"You cover for Bruno until [^.]*\. Absences", "", page(anna, thread)
    )


def test_a_cover_who_is_removed_leaves_no_silence(sign_in: SignIn, asked: Ref, shops: Shops) -> None:
    anna = sign_in(ANNA)
    post(anna, f"{PAGE}/additions", form(person=ANNA.person, cover=BRUNO.person))
    actions.assign(actor=ANNA, now=clock.now(), conversation=asked, person=ANNA.person)
    team = page(anna, "/seller/team")
    assert "Covers until" in team
    assert "Bruno covers" in team
    [bruno] = [one for one in team_of(actor=ANNA) if one.name == "Bruno"]
    marketplace.remove_member(actor=ANNA, now=clock.now(), member=bruno.ref)
    assert "Nobody covers" in page(anna, "/seller/team")
    assert "Nobody covers for Anna: choose a colleague below." in page(anna)
    assert "and nobody covers" in page(anna, f"/seller/conversations/{asked}")
    assert str(asked) in anna.get("/seller/inbox?view=nobody").content.decode()


def test_the_buyer_reads_nothing_of_it(sign_in: SignIn, asked: Ref) -> None:
    clara = sign_in(CLARA)
    addresses = (
        f"/buyer/conversations/{asked}",
        "/buyer/conversations",
        "/buyer/orders",
        "/buyer/search?q=Bruno",
    )
    volatile = re.compile(r'nonce-[^"\']+|name="csrfmiddlewaretoken" value="[^"]+"|name="key" value="[^"]+"')

    def read() -> list[str]:
        return [volatile.sub("", clara.get(one).content.decode()) for one in addresses]

    actions.assign(actor=ANNA, now=clock.now(), conversation=asked, person=BRUNO.person)
    read()
    before = [re.sub(r"\d+", "", one) for one in read()]
    post(sign_in(ANNA), f"{PAGE}/additions", form())
    after = [re.sub(r"\d+", "", one) for one in read()]
    assert [_words(one) for one in after] == [_words(one) for one in before]
    for at in (PAGE, f"{PAGE}/additions", f"{PAGE}/{Ref(1, UUID(int=1))}/end"):
        assert post(clara, at, form()).status_code in (404, 405)


def _words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())
