"""Canonical JSON (RFC 8785) for the values that leaves hold: objects, lists, strings, integers."""

import msgspec

_MAX_INTEGER = (1 << 53) - 1  # beyond it, readers that keep numbers as doubles would change the bytes
_encoder = msgspec.json.Encoder(order="sorted")

type_error = "canonical JSON here holds objects, lists, strings and integers only, not {}"


def canonical(value: object) -> bytes:
    """The RFC 8785 bytes of `value`. Raises TypeError or ValueError for what a leaf never holds."""
    _check(value)
    return _encoder.encode(value)


def _check(value: object) -> None:
    kind = type(value)
    if kind is dict:
        for name, item in value.items():  # type: ignore[attr-defined]
            if not (isinstance(name, str) and name.isascii()):
                raise TypeError("names in canonical JSON are ASCII strings")
            _check(item)
    elif kind is list:
        for item in value:  # type: ignore[attr-defined]
            _check(item)
    elif kind is int:
        if not -_MAX_INTEGER <= value <= _MAX_INTEGER:  # type: ignore[operator]
            raise ValueError("integer beyond 53 bits in canonical JSON")
    elif not isinstance(value, str):
        raise TypeError(type_error.format(kind.__name__))
