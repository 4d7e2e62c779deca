"""`python -m helpdesk.config.example > .env.example`: every setting with its sentence and its default.

The same for docs: the list is the one that processes read, so that it cannot say anything else.
"""

import sys
import textwrap
from collections.abc import Iterator
from typing import Any

import msgspec
from pydantic.fields import FieldInfo

from helpdesk.config.environment import Environment

_WIDE = 100
_UNSHOWN = {"home": ".helpdesk in the checkout; as root a folder of /var/lib/helpdesk"}
_HEAD = """\
# Settings of Helpdesk. Every one has a default: uncomment only what you change.
# Made by `python -m helpdesk.config.example > .env.example`; docs/reference/settings.md says more of each.
# Lists are JSON. Keep what is secret out of version control, and this file readable by the service alone.
"""


def example() -> str:
    """The whole file."""
    return "\n".join([_HEAD, *_settings()])


def variable(*, name: str, field: FieldInfo) -> str:
    """The environment variable of a setting."""
    return str(field.validation_alias or f"HELPDESK_{name.upper()}")


def _settings() -> Iterator[str]:
    for name, field in Environment.model_fields.items():
        yield from textwrap.wrap(
            field.description or f"Default: {_UNSHOWN[name]}",
            _WIDE,
            initial_indent="# ",
            subsequent_indent="# ",
        )
        yield f"#{variable(name=name, field=field)}={_written(name, field)}\n"


def _written(name: str, field: FieldInfo) -> str:
    return "" if name in _UNSHOWN else _as_text(field.default)


def _as_text(value: Any) -> str:
    """As it would stand in the file: lists as JSON, nothing as nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return msgspec.json.encode(value).decode()
    text = ",".join(sorted(value)) if isinstance(value, frozenset) else str(value)
    return f'"{text}"' if " " in text else text


if __name__ == "__main__":
    sys.stdout.write(example())
