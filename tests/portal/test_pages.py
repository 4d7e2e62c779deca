"""What all pages keep: private, inert, in the reader's language, and shut to strangers."""

import re
from uuid import uuid4

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client

from helpdesk.accounts import actions as accounts
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Busy
from helpdesk.portal.headers import POLICY
from tests.api.routes import routes
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, HANIA
from tests.ended import end_transactions
from tests.portal.conftest import SignIn
from tests.shops import Shops

FORM = f"key={uuid4()}&text=Hello&reason=complaint&doing=reading&muted=yes"
OWNERS = {"seller": (ANNA, BRUNO), "buyer": (CLARA,), "administrator": (EDDA,)}


def test_private_pages_are_kept_by_no_cache_and_run_nothing(sign_in: SignIn, asked: Ref) -> None:
    anna = sign_in(ANNA)
    for path in ("/", "/seller/inbox", f"/seller/conversations/{asked}", "/nothing", "/sign-in"):
        answer = anna.get(path)
        assert answer["Content-Security-Policy"] == POLICY
        assert "no-store" in answer["Cache-Control"]
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert b"<script" not in answer.content.replace(b'<script type="module" src="', b"")


def test_a_stranger_is_answered_in_the_browsers_language(shops: Shops) -> None:
    wishes = {"de-AT,de;q=0.9": "de", "pl": "pl", "fr-CA": "fr", "it": "it", "xx": "en", "": "en", "*": "en"}
    for asks, gets in wishes.items():
        answer = Client(headers={"Accept-Language": asks}).get("/sign-in")
        assert answer["Content-Language"] == gets
        assert f'<html lang="{gets}">' in answer.content.decode()


def test_a_person_is_answered_in_their_own_language(sign_in: SignIn) -> None:
    now = clock.now()
    accounts.enrol_person(actor=SYSTEM, now=now, id=ANNA.person, display_name="Anna", language="pl")
    answer = sign_in(ANNA).get("/seller/inbox", headers={"Accept-Language": "fr"})
    assert "Skrzynka" in answer.content.decode()


def places(asked: Ref, shops: Shops) -> list[tuple[str, str, str]]:
    """Every address of the three sides whose thing is known here: side, method, path."""
    known = {"conversation": asked, "order": shops.claras_order, "offer": shops.offer}
    return [
        (
            route.path.split("/")[1],
            route.method,
            route.path.replace(f"{{{route.kind}}}", str(known.get(route.kind))),
        )
        for route in routes()
        if not route.is_api and route.path.split("/")[1] in OWNERS and (not route.kind or route.kind in known)
    ]


def test_strangers_find_nothing(sign_in: SignIn, shops: Shops, asked: Ref) -> None:
    for actor in (ANNA, CLARA, DMITRI, HANIA, EDDA):
        client = sign_in(actor)
        for side, method, path in places(asked, shops):
            if actor not in OWNERS[side] and not is_own_list(actor, path):
                answer = client.generic(method, path, FORM, content_type="application/x-www-form-urlencoded")
                assert answer.status_code == 404, f"{actor.name} {method} {path}"
                assert "8 mm" not in answer.content.decode()


A_THING = re.compile(r"/\w{25,}")  # a Ref in an address


def is_own_list(actor: Actor, path: str) -> bool:
    """Lists and teams hold the reader's own rows only: everybody has one; offers are for every buyer."""
    own = not A_THING.search(path) or path.startswith(("/buyer/offers/", "/seller/team/"))
    return own and path.startswith(f"/{actor.side}/")


def test_reading_is_never_done_by_post_and_writing_never_by_get(
    sign_in: SignIn, shops: Shops, asked: Ref
) -> None:
    everything = places(asked, shops)
    for side, _, path in everything:
        known = {method for _, method, place in everything if place == path}
        for verb in {"GET", "POST", "PUT", "PATCH", "DELETE"} - known:
            assert sign_in(OWNERS[side][0]).generic(verb, path).status_code == 405, f"{verb} {path}"


def test_our_own_fault_is_said_without_a_word_about_our_insides(
    sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(**_: object) -> None:
        raise RuntimeError("secret insides")

    anna = sign_in(ANNA)
    anna.raise_request_exception = False
    monkeypatch.setattr("helpdesk.portal.seller.lanes.teamwork.lanes_in", breaks)
    answer = anna.get("/seller/inbox")
    page = answer.content.decode()
    assert answer.status_code == 500
    assert "We do not know whether what you sent was stored." in page
    assert "secret" not in page
    assert "no-store" in answer["Cache-Control"]


def test_a_busy_moment_is_said_with_a_time_to_come_back(
    sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(**_: object) -> None:
        raise Busy("archive.busy")

    anna = sign_in(ANNA)
    monkeypatch.setattr("helpdesk.portal.seller.lanes.teamwork.lanes_in", busy)
    answer = anna.get("/seller/inbox")
    assert (answer.status_code, answer["Retry-After"]) == (503, "2")


@pytest.mark.parametrize("error", [Busy("archive.busy"), OperationalError("gone"), InterfaceError("closed")])
def test_a_database_that_is_away_is_a_page_that_says_try_again(
    sign_in: SignIn, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    """As when PostgreSQL restarts: nothing is lost, and the browser hears when to come back."""
    clara = sign_in(CLARA)

    def away(**_: object) -> None:
        raise error

    monkeypatch.setattr("helpdesk.portal.hats.wearer", away)
    answer = clara.get("/")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")


@pytest.mark.parametrize("after", [0, 1])
def test_a_transaction_that_took_too_long_is_a_page_that_says_try_again(
    sign_in: SignIn, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """Ended by the server, as the hat is read or later in the view; the next request is served as ever."""
    clara = sign_in(CLARA)
    with monkeypatch.context() as patch:
        end_transactions(patch, after=after)
        answer = clara.get("/buyer/orders")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")
    assert clara.get("/buyer/orders").status_code == 200
