"""The link in each mail that stops mails: signed, so that nobody stops another's."""

from uuid import UUID

from django.core import signing

_SALT = "notifications.stop"


def stop_word(*, person: UUID) -> str:
    """The last part of the link. It never ends: an old mail is left as easily as a new one."""
    return signing.Signer(salt=_SALT).sign(person.hex)


def person_of_stop_word(*, word: str) -> UUID | None:
    """Whose mails it stops; None when it was not ours."""
    try:
        return UUID(signing.Signer(salt=_SALT).unsign(word))
    except signing.BadSignature:
        return None
