"""What a provider says of itself, and how the question and the code travel."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

from helpdesk.openid import discovery, keys, questions
from helpdesk.openid.house import House
from helpdesk.openid.terms import ATTEMPT_LASTS, Attempt, Unproven, Why
from tests.openid.test_claims import ATTEMPT, HONEST, NOW, PROVIDER

DOCUMENT = {
    "issuer": PROVIDER.issuer,
    "authorization_endpoint": "https://id.example/a?tenant=1",
    "token_endpoint": "https://id.example/t",
    "jwks_uri": "https://id.example/k",
}
PLACES = discovery.places_in(document=DOCUMENT, issuer=PROVIDER.issuer)
EC = ECKey.generate_key("P-256", {"kid": "e"})


def test_the_document_lies_below_the_issuer() -> None:
    at = "https://id.example/.well-known/openid-configuration"
    assert discovery.address_of(issuer="https://id.example/") == at
    assert discovery.address_of(issuer="https://id.example") == at


@pytest.mark.parametrize(
    "wrong",
    [
        {"issuer": "https://id.example"},
        {"token_endpoint": None},
        {"jwks_uri": 7},
        {"response_modes_supported": ["form_post"]},
        {"code_challenge_methods_supported": ["plain"]},
    ],
)
def test_a_document_that_does_not_do_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(Unproven):
        discovery.places_in(document=DOCUMENT | wrong, issuer=PROVIDER.issuer)


def test_the_challenge_is_that_of_the_standard() -> None:
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"  # RFC 7636, appendix B
    assert questions.challenge(verifier=verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def test_the_question_keeps_the_providers_own_query() -> None:
    asked = questions.question(
        provider=PROVIDER, places=PLACES, attempt=ATTEMPT, redirect_uri="https://x/back", language="pl"
    )
    query = parse_qs(urlsplit(asked).query)
    assert (query["tenant"], query["acr_values"], query["ui_locales"]) == (["1"], ["gold"], ["pl"])
    assert [ATTEMPT.verifier] not in query.values()


def test_the_secret_travels_as_the_provider_takes_it() -> None:
    def exchange(secret: str, *, is_posted: bool) -> tuple[dict[str, str], dict[str, str]]:
        return questions.exchange(
            provider=replace(PROVIDER, client_id="a:b", client_secret=secret),
            places=replace(PLACES, is_posted=is_posted),
            attempt=ATTEMPT,
            code="c",
            redirect_uri="https://x/back",
        )

    form, headers = exchange("s/ +", is_posted=False)
    assert headers == {"Authorization": "Basic YSUzQWI6cyUyRislMkI="}  # a%3Ab:s%2F+%2B
    assert "client_secret" not in form
    form, headers = exchange("s", is_posted=True)
    assert (form["client_secret"], headers) == ("s", {})
    form, headers = exchange("", is_posted=False)
    assert (form["client_id"], "client_secret" in form, headers) == ("a:b", False, {})


def test_an_answer_is_of_its_time_and_its_issuer() -> None:
    def code(at: int = NOW, *, names_itself: bool = False, **answer: str) -> str:
        return questions.code_in(
            answer=answer,
            attempt=ATTEMPT,
            provider=PROVIDER,
            places=replace(PLACES, names_itself=names_itself),
            at=at,
        )

    assert code(code="c") == code(code="c", iss=PROVIDER.issuer, names_itself=True) == "c"
    refused: tuple[tuple[Why, Callable[[], str]], ...] = (
        (Why.STALE, lambda: code(NOW + ATTEMPT_LASTS + 1, code="c")),
        (Why.STALE, lambda: code(NOW - 1, code="c")),
        (Why.STALE, code),
        (Why.UNPROVEN, lambda: code(code="c", iss="https://another.example")),
        (Why.UNPROVEN, lambda: code(code="c", names_itself=True)),
        (Why.DECLINED, lambda: code(error="access_denied", code="c")),
    )
    for why, ask in refused:
        with pytest.raises(Unproven) as unproven:
            ask()
        assert unproven.value.why is why


def test_two_attempts_share_nothing() -> None:
    one, other = questions.new_attempt(at=NOW), questions.new_attempt(at=NOW)
    secrets = {one.state, one.nonce, one.verifier, other.state, other.nonce, other.verifier}
    assert len(secrets) == 6
    assert min(map(len, secrets)) >= 43


def test_which_key_it_is_must_be_certain() -> None:
    rsa = RSAKey.generate_key(2048).as_dict(private=False)
    ec = EC.as_dict(private=False)
    head = {"alg": "ES256", "kid": "e"}
    assert isinstance(keys.key_for(head=head, document={"keys": [rsa, ec, "x", {"kty": "PQ"}]}), ECKey)
    assert isinstance(keys.key_for(head={"alg": "ES256"}, document={"keys": [rsa, ec]}), ECKey)
    for wrong in ([], [rsa], [ec, ec], [ec | {"use": "enc"}], [{"kty": "oct", "k": "AA", "kid": "e"}]):
        with pytest.raises(keys.NoSuchKey):
            keys.key_for(head=head, document={"keys": wrong})
    for unreadable in (ec | {"x": "!"}, {"kty": "EC", "kid": "e"}, ec | {"crv": "P-1"}):
        with pytest.raises(Unproven):
            keys.key_for(head=head, document={"keys": [unreadable]})
    with pytest.raises(Unproven):
        keys.key_for(head=head, document={})


@pytest.mark.filterwarnings("ignore::joserfc.errors.SecurityWarning")
def test_a_short_key_proves_nothing() -> None:
    short = RSAKey.generate_key(1024, auto_kid=True).as_dict(private=False)
    with pytest.raises(Unproven, match="too short"):
        keys.key_for(head={"alg": "RS256"}, document={"keys": [short]})


@pytest.mark.parametrize(
    "token", ["", ".", "e30.e30.", "bnVsbA.e30.x", "eyJhbGciOiJub25lIn0.e30.", "\u00fc.x.y", "W" * 9]
)
def test_what_is_no_token_is_refused(token: str) -> None:
    with pytest.raises(Unproven):
        keys.head_of(token)


class Web:
    """Answers from memory; `asked` counts."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.away = False

    def __call__(self, url: str, **_: Any) -> dict[str, Any]:
        self.asked.append(url.rsplit("/", 1)[1])
        if self.away:
            raise Unproven("away", Why.AWAY)
        token = jwt.encode({"alg": "ES256", "kid": "e"}, HONEST, EC, algorithms=["ES256"])
        answers: dict[str, dict[str, Any]] = {
            "openid-configuration": DOCUMENT,
            "k": {"keys": [EC.as_dict(private=False)]},
        }
        return answers.get(self.asked[-1], {"id_token": token})


def proved(house: House, attempt: Attempt = ATTEMPT) -> str:
    return house.prove(attempt=attempt, code="c", redirect_uri="https://x/back", at=NOW).subject


def test_documents_are_kept_for_an_hour_and_an_outage_is_survived() -> None:
    web, now = Web(), [0.0]
    house = House(provider=PROVIDER, ask=web, clock=lambda: now[0])
    assert proved(house) == proved(house) == "9f1c"
    assert web.asked == ["openid-configuration", "t", "k", "t"]
    now[0], web.away = 4_000.0, True
    assert house.places() == PLACES
    now[0] = 8_000.0
    with pytest.raises(Unproven):
        house.places()
