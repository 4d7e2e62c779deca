"""The flows that there are. A broken one is never handed out."""

import re
import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Final

from helpdesk.cases.rules.problems import problems
from helpdesk.cases.rules.reading import read
from helpdesk.cases.terms.flows import Flow
from helpdesk.cases.terms.names import Kind

_DATA: Final = files("helpdesk.cases") / "data"
_NAME: Final = re.compile(r"([a-z_]+)\.v([0-9]+)\.toml")


class BrokenFlow(ValueError):
    """A file that no case can run by; it says everything that is wrong with it."""


@cache
def flow(kind: Kind, *, version: int) -> Flow:
    """The flow that a running case began with. `BrokenFlow` if there is none or it cannot be run."""
    found = checked(_toml("flows", f"{kind.value}.v{version}"))
    if (found.kind, found.version) != (kind, version):
        raise BrokenFlow(f"{kind.value}.v{version} calls itself {found.kind.value} {found.version}")
    return found


def newest(kind: Kind, *, on: date) -> Flow:
    """The latest version that is in force on this day. `BrokenFlow` where none is yet."""
    found = [one for version in versions(kind) if (one := flow(kind, version=version)).starts_on <= on]
    if not found:
        raise BrokenFlow(f"no flow of {kind.value} is in force on {on}")
    return max(found, key=lambda one: (one.starts_on, one.version))


@cache
def versions(kind: Kind) -> tuple[int, ...]:
    """All versions that there are, the oldest first: cases run by each of them."""
    names = (_NAME.fullmatch(entry.name) for entry in (_DATA / "flows").iterdir())
    return tuple(sorted(int(name[2]) for name in names if name and name[1] == kind.value))


def checked(given: dict[str, Any]) -> Flow:
    """The flow of this parsed file, with its fragments. `BrokenFlow` says all that is wrong with it."""
    try:
        found = read(given, fragments={name: _toml("fragments", name) for name in given["fragments"]})
        wrong = problems(found)
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenFlow(f"{given.get('kind')}: {error!r}") from error
    if wrong:
        raise BrokenFlow(f"{found.kind.value} {found.version}: {'; '.join(wrong)}")
    return found


def _toml(folder: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads((_DATA / folder / f"{name}.toml").read_text("utf-8"))
    except (FileNotFoundError, tomllib.TOMLDecodeError) as error:
        raise BrokenFlow(f"{folder}/{name}: {error}") from error
