"""How mails leave, from the operator's one address of a mail server."""

from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

SUBMISSION, SUBMISSIONS = 587, 465  # RFC 6409, RFC 8314
_SMTP = "django.core.mail.backends.smtp.EmailBackend"
_FILES = "django.core.mail.backends.filebased.EmailBackend"


class Mail(NamedTuple):
    """Django's settings, in the order in which `config.settings` takes them."""

    backend: str
    host: str
    port: int
    user: str
    password: str
    use_tls: bool
    use_ssl: bool


def mail(url: str) -> Mail:
    """`smtp://user:password@host:587?tls=1` (STARTTLS), `smtps://...` (TLS from the start), or files.

    Raises ValueError for a port that is no number.
    """
    if not url:
        return Mail(_FILES, "localhost", 25, "", "", use_tls=False, use_ssl=False)
    parts = urlsplit(url)
    whole = parts.scheme == "smtps"
    return Mail(
        _SMTP,
        parts.hostname or "localhost",
        parts.port or (SUBMISSIONS if whole else SUBMISSION),
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        use_tls=not whole and parse_qs(parts.query).get("tls", ["0"])[-1] == "1",
        use_ssl=whole,
    )
