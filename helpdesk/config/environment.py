"""What an operator may set: environment variables with the prefix HELPDESK_, all with defaults."""

from functools import cache
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from helpdesk.config.bodies import DisputeBody
from helpdesk.config.vouchers import SignInWith
from helpdesk.console.embedded import paths
from helpdesk.openid.terms import Provider
from helpdesk.tlog.keys import KeyType, Verifier
from helpdesk.tlog.refusals import Refused
from helpdesk.translations.terms import Engine


def _known(zone: str) -> str:
    if zone not in available_timezones():
        raise ValueError("no IANA time zone has this name")
    return zone


def _reachable(url: str) -> str:
    parts = urlsplit(url)
    if url and not (parts.hostname and parts.port != 0):  # a port that is no number raises ValueError itself
        raise ValueError("no host is named")
    return url


def _of_a_witness(vkey: str) -> str:
    try:
        if Verifier.parse(vkey).kind is KeyType.COSIGNATURE:
            return vkey
    except Refused as refused:
        raise ValueError(f"no key of a signed note: {refused}") from None
    raise ValueError("the key of a log; a witness's is of type 04 (cosignature/v1, Ed25519)")


def _network(text: str) -> str:
    return str(ip_network(text))


Network = Annotated[str, AfterValidator(_network)]


def _split(written: object) -> object:
    return (
        [part.strip() for part in written.split(",") if part.strip()] if isinstance(written, str) else written
    )


TimeZone = Annotated[str, AfterValidator(_known)]
Abroad = Annotated[str, Field(pattern=r"^(https?://[!-~]+)?$"), AfterValidator(_reachable)]
HostAndPort = Annotated[str, Field(pattern=r"^([a-z0-9_.-]+|\[[0-9a-f:.]+\]):[1-9][0-9]{0,4}$")]


class Witness(BaseModel):
    """A witness of the log: its submission prefix, and the key that its cosignatures are checked with."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: Annotated[Abroad, Field(min_length=1)]
    key: Annotated[str, AfterValidator(_of_a_witness)]


class Environment(BaseSettings):
    """The operator's settings, typed."""

    model_config = SettingsConfigDict(env_prefix="HELPDESK_", extra="ignore", populate_by_name=True)

    home: Path = Field(default_factory=paths.home, description="Folder of the database, keys and logs")
    database_url: str = Field("", description="PostgreSQL DSN; empty: the embedded database")
    database_name: str = Field("helpdesk", description="Database name in the embedded cluster")
    database_pool: int = Field(8, ge=1, le=100, description="Connections per web process")
    role_suffix: str = Field(
        "", pattern=r"^(_[a-z0-9_]{1,20})?$", description="Suffix of role names in a shared cluster"
    )
    secret_key: str = Field("", description="Signs sessions; empty: the file keys/secret.key in the home")
    public_url: str = Field("http://localhost:8000", description="The address people open")
    live_url: str = Field(
        "",
        pattern=r"^(/|:[0-9]{1,5}|https?://[!-~]+)?$",
        description="Live streams: an origin, :port of the pages' own name, / behind a proxy; empty: none",
    )
    allowed_hosts: list[str] = Field(["localhost", "127.0.0.1", "[::1]"], description="Host names served")
    time_zone: TimeZone = Field("UTC", description="Wall clock of the operator's own people (IANA)")
    contact: str = Field(
        "",
        pattern=r"^(https?://\S+|[^@\s]+@[^@\s]+)?$",
        description="Where people report barriers: an e-mail address or a page; shown on public pages",
    )
    email_url: str = Field(
        "",
        pattern=r"^(smtps?://\S+)?$",
        description="SMTP server: smtp://user:password@host:587?tls=1; empty: mails are files in the home",
    )
    email_from: str = Field(
        "Helpdesk <helpdesk@localhost>", pattern=r"^[^\r\n]+$", description="Sender of all mails"
    )
    email_replies: str = Field(
        "",
        pattern=r"^([^@\s<>]+@[^@\s<>]+)?$",
        description="Address for answers to notices: says once to write in Helpdesk; empty: the sender",
    )
    notices: Literal["mail", "platform"] = Field(
        "mail", description="Who delivers notices: Helpdesk by mail, or the Platform, which fetches them"
    )
    clock_by: Literal["establishment", "market"] = Field(
        "establishment",
        description="Whose holidays count: those of the seller's establishment or of the thread's market",
    )
    ready_url: str = Field(
        "",
        pattern=r"^(https?://\S+)?$",
        description="Where workers ask whether people can work: .../health/ready; empty: the database alone",
    )
    log_folder: Path | None = Field(
        None, description="Folder of the published log (tiles, checkpoint); empty: log in the home"
    )
    guard_folder: Path | None = Field(
        None, description="Folder of the guard, on another disk than the database's; empty: guard in the home"
    )
    witnesses: list[Witness] = Field(
        [], description='Witnesses that cosign the log: [{"url": "https://...", "key": "name+hash+key"}]'
    )
    timestamp_url: Abroad = Field(
        "", description="RFC 3161 authority that dates the newest checkpoint once a day; empty: nobody does"
    )
    timestamp_ca: Path | None = Field(
        None, description="PEM file of the certificates that tokens of that authority must lead to"
    )
    files_url: str = Field(
        "",
        pattern=r"^(s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^?#\s]*)?(\?[^#\s]*)?)?$",
        description="Where attachments are kept: s3://bucket/prefix?endpoint=https://...; empty: in the home",
    )
    clamav: str = Field(
        "",
        pattern=r"^(/\S+|[^\s/:]+:\d{1,5}|\[[0-9a-fA-F:]+\]:\d{1,5})?$",
        description="ClamAV's daemon: host:port, or the path of its socket; empty: nobody scans",
    )
    review_share: float = Field(
        0.01,
        ge=0,
        le=1,
        description="Share of messages without a finding that reviewers read, to know what is missed",
    )
    quality_share: float = Field(
        0.01,
        ge=0,
        le=1,
        description="Share of answers that reviewers mark: reliable, complete, clear, polite",
    )
    ocr: Literal["tesseract", "rapidocr", "none"] = Field(
        "tesseract",
        description="Who reads words in pictures; none: nobody, and pictures pass with those unread",
    )
    translation_url: Abroad = Field(
        "",
        description="Engine that translates messages for their readers (LibreTranslate); empty: nobody does",
    )
    translation_key: str = Field("", description="The key that this engine asks for; empty: none")
    log_form: Literal["text", "json"] = Field(
        "text",
        validation_alias="HELPDESK_LOG",
        description="Lines that processes write: text, warnings and errors; json, also one line per request",
    )
    metrics_token: str = Field(
        "",
        pattern=r"^([!-~]{16,200})?$",
        description="Bearer token that a monitor reads /metrics with; empty: none",
    )
    metrics_from: list[Network] = Field(
        [], description='Networks that may read /metrics without a token: ["10.0.0.0/8"]; empty: none'
    )
    outgoing_allowed: Annotated[frozenset[HostAndPort], NoDecode, BeforeValidator(_split)] = Field(
        frozenset(),
        description="host:port, comma between: requests may go there by http and inside your network",
    )
    sign_in_with: list[SignInWith] = Field(
        [],
        description='OpenID Connect: [{"name": "shop", "title": "...", "issuer": "https://...", "client_id":'
        ' "...", "client_secret": "...", "side": "buyer"}]; empty: nobody but us signs people in',
    )
    dispute_bodies: list[DisputeBody] = Field(
        [],
        description='Named in decisions: [{"kind": "mediator", "name": "...", "url": "https://...",'
        ' "countries": ["PL"]}], kind mediator (of sellers) or certified; no countries: all of the EU',
    )
    demo: bool = Field(False, description="Demo records, one-click sign-in links, a marked log")
    api_requests: int = Field(
        600, ge=1, le=1_000_000, description="Requests a minute that each key or token of the API may send"
    )
    api_requests_platform: int = Field(
        6_000, ge=1, le=1_000_000, description="The same for the Platform's own tokens and clients"
    )
    api_failures: int = Field(
        30, ge=1, le=1_000_000, description="Tries a minute without a valid token, by address and by client"
    )
    trusted_proxies: int = Field(0, ge=0, le=5, description="Reverse proxies in front of the web processes")

    @model_validator(mode="after")
    def _dated_by_somebody_known(self) -> "Environment":
        if self.timestamp_url and self.timestamp_ca is None:
            raise ValueError("timestamp_url needs timestamp_ca: whose tokens are to be believed")
        return self

    @model_validator(mode="after")
    def _each_by_its_own_name(self) -> "Environment":
        if len({one.name for one in self.sign_in_with}) < len(self.sign_in_with):
            raise ValueError("sign_in_with: two have the same name")
        return self

    @property
    def providers(self) -> tuple[Provider, ...]:
        """By whose word people may sign in."""
        return tuple(one.provider for one in self.sign_in_with)

    @property
    def has_metrics(self) -> bool:
        """Whether anybody may read them; where nobody may, nothing is measured."""
        return bool(self.metrics_token or self.metrics_from)

    @property
    def run(self) -> Path:
        """Folder of what processes of one machine share while they run."""
        return self.home / "run"

    @property
    def engine(self) -> Engine | None:
        """Who translates messages, if anybody does."""
        return Engine(url=self.translation_url, key=self.translation_key) if self.translation_url else None

    @property
    def keys(self) -> Path:
        """Folder of the key files, readable by the operator's user only."""
        return self.home / "keys"

    @property
    def log(self) -> Path:
        """Folder of the published log."""
        return self.log_folder or self.home / "log"

    @property
    def guard(self) -> Path:
        """Folder of the guard: the last checkpoint that was signed, out of the database's reach."""
        return self.guard_folder or self.home / "guard"


@cache
def environment() -> Environment:
    """The settings of this process, read once."""
    return Environment()
