"""Which pack holds: hosts that may be named, and whose numbers are read first."""

import pytest
from pytest_django import Settings

from helpdesk.conduct.queries import pack_in_force
from helpdesk.conduct.rules.packs import SHIPPED

pytestmark = pytest.mark.usefixtures("database")


def test_the_platforms_own_hosts_and_the_markets_may_be_named(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.ALLOWED_HOSTS = [".shop.example", "*", "localhost"]
    monkeypatch.setattr(settings.HELPDESK, "public_url", "https://Help.Market.example:8443/")
    pack = pack_in_force(hosts=["Parcels.example"])
    assert {"shop.example", "localhost", "help.market.example", "parcels.example"} <= pack.hosts
    assert "" not in pack.hosts
    assert "*" not in pack.hosts


def test_hosts_of_other_alphabets_are_compared_in_punycode() -> None:
    hosts = pack_in_force(hosts=["bücher.example"]).hosts
    assert "xn--bcher-kva.example" in hosts


def test_what_can_be_no_host_is_none() -> None:
    assert pack_in_force(hosts=["ü" * 70 + ".example"]).hosts == pack_in_force().hosts


def test_the_market_comes_first_then_the_sellers_country_then_the_others() -> None:
    regions = pack_in_force(countries=("FR", "", "ES", "FR")).regions
    assert regions[:2] == ("FR", "ES")
    assert set(SHIPPED.regions) <= set(regions)
    assert len(set(regions)) == len(regions)
