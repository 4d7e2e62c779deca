"""A market as lists and controls name it."""

from typing import NamedTuple


class MarketName(NamedTuple):
    """The Platform's code, and the country (ISO 3166-1) whose name people read."""

    code: str
    country: str
