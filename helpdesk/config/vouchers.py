"""Houses by whose word people may sign in: HELPDESK_SIGN_IN_WITH, a JSON list; empty by default."""

from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr

from helpdesk.openid.terms import Provider

_Word = Annotated[str, Field(pattern=r"^[!-~]{1,100}$")]


def _of_an_issuer(url: str) -> str:
    parts = urlsplit(url)
    if not parts.hostname or parts.port == 0 or parts.query or parts.fragment or parts.username:
        raise ValueError("an issuer is an address without query, fragment and user")
    return url


def _for_identity(scope: str) -> str:
    if scope and "openid" not in scope.split():
        raise ValueError("openid is not among them")
    return scope


class SignInWith(BaseModel):
    """One provider of OpenID Connect (docs/howto/sign-in-from-your-platform.md)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,30}$")]
    title: Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[^\r\n]+$")]
    issuer: Annotated[str, Field(pattern=r"^https?://[!-~]{1,490}$"), AfterValidator(_of_an_issuer)]
    client_id: Annotated[str, Field(min_length=1, max_length=255)]
    client_secret: SecretStr = SecretStr("")
    side: Literal["buyer", "seller", "administrator"]
    claim: _Word = "sub"
    scope: Annotated[str, Field(max_length=500), AfterValidator(_for_identity)] = ""
    amr: list[_Word] = []
    acr: list[_Word] = []

    @property
    def provider(self) -> Provider:
        """As the rest of the house knows it."""
        return Provider(
            name=self.name,
            title=self.title,
            issuer=self.issuer,
            client_id=self.client_id,
            client_secret=self.client_secret.get_secret_value(),
            side=self.side,
            claim=self.claim,
            scope=self.scope or ("openid email" if self.side == "administrator" else "openid"),
            amr=frozenset(self.amr),
            acr=tuple(self.acr),
        )
