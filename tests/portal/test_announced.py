"""What is announced stands on the shop's pages until its day, and in public with what it changes."""

from dataclasses import replace
from datetime import timedelta

from helpdesk.enforcement import actions as enforcement
from helpdesk.enforcement.rules.shipped import shipped as tracks
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.standing import actions as standing
from helpdesk.standing.rules.shipped import shipped as weights
from tests.cast import ANNA
from tests.portal.conftest import SignIn
from tests.shops import Shops


def test_a_line_stands_there_until_the_day_and_leads_to_what_changes(sign_in: SignIn, shops: Shops) -> None:
    anna, now = sign_in(ANNA), clock.now()
    standing.publish_weights(actor=SYSTEM, now=now)
    enforcement.publish_tracks(actor=SYSTEM, now=now)
    pages = ("/seller/standing", "/seller/measures")
    for path in pages:
        assert "Read what changes" not in anna.get(path).content.decode()
    on = (now + timedelta(days=20)).date()
    lower = replace(weights(), version=2, low=650)
    sooner = replace(tracks(), version=2, half_life_days=60)
    standing.announce_weights(actor=SYSTEM, now=now, weights=lower, effective_on=on)
    enforcement.announce_tracks(actor=SYSTEM, now=now, tracks=sooner, effective_on=on)
    for path in pages:
        page = anna.get(path).content.decode()
        assert 'href="/weights#versions"' in page
        assert 'href="/measures#versions"' in page
        assert str(on.year) in page
    shown = anna.get("/measures").content.decode()
    assert "<code>half_life_days</code>: 90 → 60" in shown
    assert "Removal from the Platform" in shown
    told = anna.get("/api/v1/measures/tracks").json()
    assert told["in_force"]["version"] == 1
    [coming] = told["announced"]
    assert (coming["version"], coming["effective_on"]) == (2, on.isoformat())
    assert coming["parameters"]["half_life_days"] == 60
