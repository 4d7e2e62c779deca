"""Webhooks on pages: the secret once, errors beside the form, deliveries and sending again; owners alone."""

import re
from uuid import uuid4

import pytest
from django.conf import settings as live
from django.test import Client

from helpdesk.archive.database.scope import everything
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.notifications import queries as notices
from helpdesk.webhooks import actions
from helpdesk.webhooks.models import Endpoint
from tests.cast import ANNA, BRUNO, CLARA, DMITRI
from tests.portal.conftest import SignIn
from tests.portal.test_notices import bell
from tests.webhooks.receiver import receiving
from tests.webhooks.sent import deliver, react

HOME = "/seller/settings/webhooks"


def added(client: Client, url: str = "https://tools.example/hook") -> tuple[str, str]:
    """The page's address and the secret."""
    answer = client.post(
        f"{HOME}/additions", {"key": str(uuid4()), "version": "0", "url": url, "kind": "message"}
    )
    assert answer.status_code == 200
    page = answer.content.decode()
    place = re.search(rf'action="({HOME}/\w+)/changes"', page)
    secret = re.search(r">(whsec_[A-Za-z0-9+/=]+)<", page)
    assert place is not None
    assert secret is not None
    return place[1], secret[1]


def test_the_secret_is_shown_once(sign_in: SignIn) -> None:
    anna = sign_in(ANNA)
    place, secret = added(anna)
    assert secret not in anna.get(place).content.decode()
    assert "https://tools.example/hook" in anna.get(HOME).content.decode()
    again = anna.post(f"{place}/secrets", {"key": str(uuid4())}).content.decode()
    assert "whsec_" in again
    assert secret not in again


def test_a_shops_keys_and_its_webhooks_lead_to_each_other(sign_in: SignIn) -> None:
    anna, keys = sign_in(ANNA), "/seller/settings/connections"
    assert f'href="{HOME}"' in anna.get(keys).content.decode()
    assert f'class="back" href="{keys}"' in anna.get(HOME).content.decode()


@pytest.mark.parametrize("url", ["http://tools.example/", "https://10.0.0.1/", "nowhere"])
def test_what_was_typed_stays_with_the_reason(sign_in: SignIn, url: str) -> None:
    anna = sign_in(ANNA)
    body = {"key": str(uuid4()), "version": "0", "url": url, "description": "Our <b>ERP</b>"}
    answer = anna.post(f"{HOME}/additions", body)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert f'value="{url}"' in page
    assert "Our &lt;b&gt;ERP&lt;/b&gt;" in page
    assert 'role="alert"' in page


def test_it_is_tried_paused_let_go_on_changed_and_removed(
    sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = sign_in(ANNA)
    with receiving() as receiver:
        monkeypatch.setattr(live.HELPDESK, "outgoing_allowed", frozenset({receiver.place}))
        place, _ = added(anna, receiver.url)
        assert anna.post(f"{place}/tests", {"key": str(uuid4())}).headers["Location"] == f"{place}?came=tried"
        deliver(clock.now())
        assert len(receiver.got) == 1
        page = anna.get(place).content.decode()
        assert "webhook.test" in page
        sent = re.search(rf"{place}/deliveries/\w+/replays", page)
        assert sent is not None
        assert anna.post(sent[0]).status_code == 302
        deliver(clock.now())
        assert [one.id for one in receiver.got] == [receiver.got[0].id] * 2
    assert anna.post(f"{place}/replays").status_code == 302
    assert anna.post(f"{place}/pauses", {"version": "1", "paused": "1"}).status_code == 302
    assert anna.post(f"{place}/tests", {"key": str(uuid4())}).status_code == 409
    assert anna.post(f"{place}/pauses", {"version": "2", "paused": "0"}).status_code == 302
    changes = {"key": str(uuid4()), "version": "3", "url": "https://other.example/"}
    assert anna.post(f"{place}/changes", changes).status_code == 302
    late = anna.post(f"{place}/changes", changes | {"url": "https://third.example/"})
    assert late.status_code == 409
    assert 'value="https://third.example/"' in late.content.decode()
    assert anna.post(f"{place}/removal").headers["Location"] == HOME
    assert anna.get(place).status_code == 404


def test_a_notice_leads_to_what_was_paused_and_is_read_there(sign_in: SignIn) -> None:
    anna = sign_in(ANNA)
    place, _ = added(anna)
    with everything():
        Endpoint.objects.update(gone_at=clock.now(), failing_since=clock.now(), failures=1)
    assert actions.pause_failing(actor=SYSTEM, now=clock.now()) == 1
    react(clock.now())
    (line,) = notices.notices_of(actor=ANNA)
    assert bell(anna, HOME) == "1"
    assert anna.get(f"/seller/notices/{line.id}").headers["Location"] == place
    page = anna.get(place).content.decode()
    assert "(410)" in page
    assert bell(anna, HOME) == ""


@pytest.mark.parametrize(("actor", "status"), [(BRUNO, 403), (CLARA, 404), (DMITRI, 404)])
def test_others_find_nothing(sign_in: SignIn, actor: Actor, status: int) -> None:
    place, _ = added(sign_in(ANNA))
    client = sign_in(actor)
    assert client.get(place).status_code == status
    assert client.post(f"{place}/secrets", {"key": str(uuid4())}).status_code == status
