"""What all records share: a version, explicit fields, and the references they make."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Annotated, ClassVar, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from helpdesk.marketplace.terms.kinds import Kind, Name
from helpdesk.marketplace.terms.values import Country, Line, Short, VersionField


class Reference(NamedTuple):
    """A thing that a record names, and the field that names it."""

    pointer: str
    name: Name


class Part(BaseModel):
    """A piece of a record: unknown fields are errors, types are not guessed."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Naming(Part):
    """What says something of a thing of one kind, and names others."""

    KIND: ClassVar[Kind]
    OWNER: ClassVar[str] = (
        ""  # the field that names whose record it is; empty: the operator's, or a seller itself
    )

    @cached_property
    def references(self) -> Sequence[Reference]:
        """The things that it names."""
        return tuple(self.named())

    def named(self) -> Iterator[Reference]:
        """The same one by one, for each kind of record to say."""
        return iter(())


class Body(Naming):
    """A record without its type and id, as `PUT` takes it."""

    version: VersionField


class Address(Part):
    """A postal address."""

    recipient: Line | None = None
    lines: Annotated[list[Line], Field(min_length=1, max_length=5)]
    postal_code: Short | None = None
    city: Line
    region: Line | None = None
    country: Country
