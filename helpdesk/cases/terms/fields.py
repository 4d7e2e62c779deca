"""The fields of steps: what may be given with one, and which of it stays as a fact of the case."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from helpdesk.cases.terms.names import Decision, Ground, Remedy


class FieldType(StrEnum):
    """What a value is. Words and files are values of the Archive: the engine is told how many there are."""

    CODE = "code"  # one of `choices`
    FLAG = "flag"  # 1 or 0
    MONEY = "money"  # the smallest unit of the order's currency, over 0
    DAY = "day"  # ISO 8601, a local day: the Buyer's, where a parcel is to come
    TEXT = "text"  # a short one: a number, a letter, a term quoted
    WORDS = "words"  # 1 or more: there are some
    FILES = "files"  # 1 or more: as many pictures or papers


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """`choices` are the codes of a field that has them. `kept`: it becomes a fact. `from_door`: no input."""

    name: str
    type: FieldType
    choices: tuple[str, ...] = ()
    from_door: bool = False

    @property
    def kept(self) -> bool:
        """Whether the value stays in the facts of the case."""
        return self.type not in (FieldType.WORDS, FieldType.FILES)


FIELDS: Final[Mapping[str, Field]] = {
    field.name: field
    for field in (
        Field(name="words", type=FieldType.WORDS),
        Field(name="files", type=FieldType.FILES),
        Field(name="photo", type=FieldType.FILES),
        Field(name="amount", type=FieldType.MONEY),
        Field(name="deduction", type=FieldType.MONEY),
        Field(name="wanted", type=FieldType.CODE, choices=tuple(Remedy)),
        Field(name="remedy", type=FieldType.CODE, choices=(*Remedy, "goods_back", "carry_out")),
        Field(name="decision", type=FieldType.CODE, choices=tuple(Decision)),
        Field(name="ground", type=FieldType.CODE, choices=tuple(Ground)),
        Field(name="letter", type=FieldType.TEXT),
        Field(name="term", type=FieldType.TEXT),
        Field(name="carrier", type=FieldType.TEXT),
        Field(name="tracking", type=FieldType.TEXT),
        Field(name="expected_on", type=FieldType.DAY),
        Field(name="promised_on", type=FieldType.DAY),
        Field(name="refurbished", type=FieldType.FLAG),
        Field(name="refurbished_ok", type=FieldType.FLAG),
        Field(name="collects", type=FieldType.FLAG),
        Field(name="of", type=FieldType.CODE, choices=("buyer", "seller")),
        Field(name="decider", type=FieldType.TEXT, from_door=True),  # who decided, as an opaque id
    )
}
