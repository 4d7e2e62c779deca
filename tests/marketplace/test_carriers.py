"""Where a parcel may be followed: the carrier is known, and the market allows its host."""

from helpdesk.marketplace.terms.carriers import CARRIERS, tracking_url

INPOST = "https://inpost.pl/sledzenie-przesylek?number=396119"


def test_a_link_needs_a_known_carrier_a_number_and_the_markets_leave() -> None:
    for carrier in ("InPost", " inpost ", "InPost Paczkomat"):
        assert tracking_url(carrier=carrier, tracking="396119", allowed_hosts=["inpost.pl"]) == INPOST
    assert not tracking_url(carrier="InPost", tracking="396119", allowed_hosts=["shop.example"])
    assert not tracking_url(carrier="InPost", tracking="396119", allowed_hosts=["post.pl"])
    assert not tracking_url(carrier="InPost", tracking="", allowed_hosts=["inpost.pl"])
    assert not tracking_url(carrier="InPostal", tracking="396119", allowed_hosts=["inpost.pl"])


def test_a_whole_domain_may_be_allowed() -> None:
    assert tracking_url(carrier="Evri", tracking="1", allowed_hosts=["evri.com"])


def test_a_number_stays_a_number_in_the_address() -> None:
    for one in CARRIERS:
        url = tracking_url(
            carrier=one.name,
            tracking="1/..?&#\"'<javascript:",
            allowed_hosts=["com", "pl", "fr", "it"],
        )
        assert url == one.address.format("1%2F..%3F%26%23%22%27%3Cjavascript%3A")
