"""Public ids in addresses."""

from django.urls.converters import StringConverter

from helpdesk.kernel.ids import Ref


class RefConverter:
    """A Ref; what is none leads nowhere (InvalidRef is a ValueError: no match, 404)."""

    regex = "[1-9A-HJ-NP-Za-km-z]{31}"

    def to_python(self, value: str) -> Ref:
        """Read it."""
        return Ref.parse(value)

    def to_url(self, value: Ref) -> str:
        """Write it."""
        return str(value)


class LogConverter(StringConverter):
    """The random id of a log, in hex."""

    regex = "[0-9a-f]{32}"
