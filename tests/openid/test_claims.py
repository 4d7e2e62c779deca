"""What an ID token has to say, and that nothing else is believed."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.openid.judging import judged
from helpdesk.openid.terms import FRESH, SKEW, Attempt, Provider, Unproven

NOW = 1_800_000_000
ATTEMPT = Attempt(state="s", nonce="n" * 43, verifier="v", at=NOW)
PROVIDER = Provider(
    name="market",
    title="Acme",
    issuer="https://id.example/",
    client_id="helpdesk",
    client_secret="",
    side="administrator",
    amr=frozenset({"otp"}),
    acr=("gold",),
)
HONEST: dict[str, Any] = {
    "iss": PROVIDER.issuer,
    "aud": "helpdesk",
    "sub": "9f1c",
    "nonce": ATTEMPT.nonce,
    "iat": NOW,
    "exp": NOW + 300,
}
_PLAIN = st.sampled_from(
    [
        None,
        True,
        False,
        0,
        -1,
        1 << 70,
        0.5,
        float("nan"),
        float("inf"),
        "",
        "helpdesk",
        "x" * 300,
        NOW,
        NOW + 9,
    ]
)
ANYTHING = _PLAIN | st.lists(_PLAIN, max_size=3) | st.dictionaries(st.just("otp"), _PLAIN, max_size=1)


def passes(**more: Any) -> bool:
    """Whether the honest claims with these in their place are believed."""
    try:
        judged(claims=HONEST | more, provider=PROVIDER, attempt=ATTEMPT, at=NOW)
    except Unproven:
        return False
    return True


@pytest.mark.parametrize("name", HONEST)
def test_every_claim_is_needed(name: str) -> None:
    less = {key: value for key, value in HONEST.items() if key != name}
    with pytest.raises(Unproven):
        judged(claims=less, provider=PROVIDER, attempt=ATTEMPT, at=NOW)


@given(name=st.sampled_from(["iss", "aud", "nonce"]), value=ANYTHING)
def test_only_the_very_value_is_believed(name: str, value: Any) -> None:
    is_ours = value == HONEST[name] or (name == "aud" and value == ["helpdesk"])
    assert passes(**{name: value}) == is_ours


@given(claims=st.dictionaries(st.sampled_from([*HONEST, "azp", "nbf", "amr", "acr"]), ANYTHING))
def test_whatever_is_said_the_answer_is_yes_or_no(claims: dict[str, Any]) -> None:
    try:
        proved = judged(claims=HONEST | claims, provider=PROVIDER, attempt=ATTEMPT, at=NOW)
    except Unproven:
        return
    assert proved.has_second_factor(provider=PROVIDER) in (True, False)


def test_an_almost_equal_issuer_is_another_one() -> None:
    for issuer in ("https://id.example", "https://id.example//", "http://id.example/", "HTTPS://ID.EXAMPLE/"):
        assert not passes(iss=issuer)


def test_clocks_may_differ_by_a_minute() -> None:
    assert passes(exp=NOW - SKEW + 1)
    assert not passes(exp=NOW - SKEW)
    assert passes(iat=NOW + SKEW)
    assert not passes(iat=NOW + SKEW + 1)
    assert passes(iat=NOW - FRESH - SKEW)
    assert not passes(iat=NOW - FRESH - SKEW - 1)
    assert passes(nbf=NOW + SKEW)
    assert not passes(nbf=NOW + SKEW + 1)


def test_no_number_is_an_instant_that_is_none() -> None:
    for value in (True, "9", float("nan"), [NOW]):
        assert not passes(exp=value)
    assert not passes(iat=float("inf"))


def test_several_audiences_need_to_be_told_apart() -> None:
    assert passes(azp="helpdesk")
    assert not passes(azp="another")
    assert not passes(aud=["helpdesk", "another"])
    assert passes(aud=["helpdesk", "another"], azp="helpdesk")
    assert not passes(aud=["helpdesk", "another"], azp="another")
    assert not passes(aud=[])


def test_a_subject_is_a_word_of_one_line() -> None:
    assert passes(sub="x" * 255)
    for subject in ("", "x" * 256, "a\nb", "a\x00", 7):
        assert not passes(sub=subject)


def test_half_a_character_is_no_nonce() -> None:
    assert not passes(nonce="\ud800")


def test_a_second_factor_is_what_the_operator_named() -> None:
    for said, counts in (
        ({}, False),
        ({"amr": ["pwd", "otp"]}, True),
        ({"amr": ["pwd"]}, False),
        ({"amr": "otp"}, False),
        ({"amr": [["otp"]]}, False),
        ({"acr": "gold"}, True),
        ({"acr": ["gold"]}, False),
    ):
        proved = judged(claims=HONEST | said, provider=PROVIDER, attempt=ATTEMPT, at=NOW)
        assert proved.has_second_factor(provider=PROVIDER) is counts, said
