"""Values: the digits that a row of atoms spells, read as one would read it out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from helpdesk.conduct.rules.numerals.atoms import Atom

Piece = tuple[int, int, str]
"""The first and the last atom of a part, and its digits."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How far words are put together: "seventy three" as 73 or 70 3, "nine hundred four" as 904 or 900 4."""

    tens: bool
    hundreds: bool
    counts: bool = False  # "tre sette" as 777


MANNERS: Final = (Manner(True, True), Manner(True, False), Manner(False, False), Manner(True, False, True))
_COUNTED: Final = frozenset(
    [
        "einser",
        "zweier",
        "dreier",
        "vierer",
        "funfer",
        "fuenfer",
        "sechser",
        "siebener",
        "achter",
        "neuner",
        "jedynki",
        "dwojki",
        "trojki",
        "czworki",
        "piatki",
        "szostki",
        "siodemki",
        "osemki",
        "dziewiatki",
    ]
)
"""Names of digits that are also plurals."""

Linked = Callable[[int], bool]
"""Whether atom i and the next one belong together closely enough to be one number."""


def spelled(atoms: Sequence[Atom], linked: Linked, manner: Manner) -> list[Piece]:
    """The parts, in order. Atoms that say nothing here ("and") are left out; uncounted "sevens" are "?"."""
    parts: list[Piece] = []
    at = 0
    while at < len(atoms):
        last, digits = _read(atoms, at, linked, manner)
        if digits:
            parts.append((at, last, digits))
        at = last + 1
    return parts


def _read(atoms: Sequence[Atom], at: int, linked: Linked, manner: Manner) -> tuple[int, str]:
    kind = atoms[at].kind
    if kind in ("digits", "like"):
        return _after_digits(atoms, at, linked)
    if kind[0] == "x" and at + 1 < len(atoms):
        last, digits = _single(atoms, at + 1)
        return (last, digits * int(kind[1])) if digits else (at, "")
    if kind[0] == "d" or kind in ("and", "times"):
        return at, "?" if kind[0] == "d" else ""
    if (repeated := _repeated(atoms, at, linked, manner)) is not None:
        return repeated
    return _composed(atoms, at, linked, manner)


def _single(atoms: Sequence[Atom], at: int) -> tuple[int, str]:
    one = atoms[at]
    if one.kind in ("digits", "like"):
        return at, one.text if len(one.text) <= 2 else ""
    value = one.kind.removeprefix("d")
    return at, value if value.isdigit() else ""


def _after_digits(atoms: Sequence[Atom], at: int, linked: Linked) -> tuple[int, str]:
    """Digits, also "9 hundred"."""
    one = atoms[at]
    if len(one.text) <= 2 and at + 1 < len(atoms) and atoms[at + 1].kind == "hundred" and linked(at):
        return at + 1, one.text + "00"
    return at, one.text


def _repeated(atoms: Sequence[Atom], at: int, linked: Linked, manner: Manner) -> tuple[int, str] | None:
    """ "three sevens", "trois fois (le) 7", and in the last manner "tre sette"."""
    kind = atoms[at].kind
    if kind not in ("2", "3", "4", "5") or at + 1 >= len(atoms):
        return None
    after = atoms[at + 1]
    if after.kind == "times" and at + 2 < len(atoms):
        last, digits = _single(atoms, at + 2)
        return (last, digits * int(kind)) if len(digits) == 1 else None
    if not linked(at):
        return None
    plural = after.kind[0] == "d" and after.kind[1:].isdigit()
    twice = after.kind.isdigit() and after.text in _COUNTED
    if plural or twice or (manner.counts and len(after.kind) == 1):
        return at + 1, after.kind[-1] * int(kind)
    return None


def _composed(atoms: Sequence[Atom], at: int, linked: Linked, manner: Manner) -> tuple[int, str]:
    """A number word with those that belong to it."""
    last, value = at, _value(atoms[at])
    if value < 0:
        return at, ""
    if value < 10 and _next(atoms, last, linked) == "hundred" and _is_glued(atoms, at):
        last, value = last + 1, max(value, 1) * 100
    if value >= 100:
        return _below_hundred(atoms, last, value, linked, manner)
    if not manner.tens:
        return last, str(value)
    return _tens(atoms, last, value, linked)


def _is_glued(atoms: Sequence[Atom], at: int) -> bool:
    """Italian and German write "settecento" in one: "sette centoventi" is 7 and 120."""
    return atoms[at + 1].text not in ("cento", "hundert") or atoms[at].end == atoms[at + 1].start


def _below_hundred(
    atoms: Sequence[Atom], last: int, value: int, linked: Linked, manner: Manner
) -> tuple[int, str]:
    if not manner.hundreds:
        return last, str(value)
    at = _past_and(atoms, last, linked)
    if at is None or not (0 < _value(atoms[at]) < 100):
        return last, str(value)
    last, rest = _tens(atoms, at, _value(atoms[at]), linked)
    return last, str(value + int(rest))


def _tens(atoms: Sequence[Atom], last: int, value: int, linked: Linked) -> tuple[int, str]:
    if value == 4 and _next(atoms, last, linked) == "20" and atoms[last + 1].text.startswith("vin"):
        return _tens(atoms, last + 1, 80, linked)
    at = _past_and(atoms, last, linked)
    if at is None:
        return last, str(value)
    follows, joined = _value(atoms[at]), at > last + 1
    if (
        joined
        and 0 < value < 10
        and 20 <= follows < 100
        and follows % 10 == 0
        and atoms[at - 1].text == "und"
    ):
        return at, str(follows + value)
    if value in (60, 80) and 10 <= follows < 20 and atoms[last].text[:3] in ("soi", "swa", "vin"):
        end, teen = _tens(atoms, at, follows, linked)
        return end, str(value + int(teen))
    if value == 10 and 7 <= follows <= 9 and atoms[last].text == "dix" and not joined:
        return at, str(10 + follows)
    if 20 <= value < 100 and value % 10 == 0 and 0 < follows < 10:
        return at, str(value + follows)
    return last, str(value)


def _past_and(atoms: Sequence[Atom], last: int, linked: Linked) -> int | None:
    """The next number word, past an "and"; None where nothing belongs to this one."""
    if last + 1 >= len(atoms) or not linked(last):
        return None
    if atoms[last + 1].kind == "and":
        at = last + 2
        return at if at < len(atoms) and linked(last + 1) and atoms[at].kind.isdigit() else None
    return last + 1 if atoms[last + 1].kind.isdigit() else None


def _next(atoms: Sequence[Atom], at: int, linked: Linked) -> str:
    return atoms[at + 1].kind if at + 1 < len(atoms) and linked(at) else ""


def _value(atom: Atom) -> int:
    if atom.kind == "hundred":
        return 100
    return int(atom.kind) if atom.kind.isdigit() else -1
