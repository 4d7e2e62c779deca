"""What a password must be: long, not among the well-known ones, not the person's own name. Nothing else."""

from django.contrib.auth import password_validation
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

MIN_LENGTH, MAX_LENGTH = 12, 256  # characters; the upper end only stops texts that are no passwords
ATTRIBUTES = ("display_name", "email")
_Person = AbstractBaseUser | None


class LongEnough:
    """12 characters and more."""

    def validate(self, password: str, user: _Person = None) -> None:
        """Raises ValidationError."""
        if len(password) < MIN_LENGTH:
            message = gettext(
                "A password has at least %(limit)s characters. A sentence is easy to keep in mind."
            )
            raise ValidationError(message, "password_too_short", {"limit": MIN_LENGTH})
        if len(password) > MAX_LENGTH:
            message = gettext("A password has at most %(limit)s characters.")
            raise ValidationError(message, "password_too_long", {"limit": MAX_LENGTH})

    def get_help_text(self) -> str:
        """For forms."""
        return gettext("At least %(limit)s characters.") % {"limit": MIN_LENGTH}


class NotCommon(password_validation.CommonPasswordValidator):
    """None of the 20,000 that are tried first."""

    def get_error_message(self) -> str:
        """Said in our words."""
        return gettext("This password is among those that are tried first. Please choose another.")

    def get_help_text(self) -> str:
        """For forms."""
        return gettext("Not one of the well-known passwords.")


class NotYourself(password_validation.UserAttributeSimilarityValidator):
    """Not the name or the address of its person."""

    def __init__(self) -> None:
        super().__init__(user_attributes=ATTRIBUTES)

    def validate(self, password: str, user: _Person = None) -> None:
        """Raises ValidationError."""
        try:
            super().validate(password, user)  # type: ignore[arg-type]
        except ValidationError:
            message = gettext("This password is too much like your name or your e-mail address.")
            raise ValidationError(message, "password_too_similar") from None

    def get_help_text(self) -> str:
        """For forms."""
        return gettext("Not your name or e-mail address.")
