"""The cast that the demo's bar offers, by the ids of the demo's records."""

from dataclasses import dataclass
from uuid import UUID, uuid5

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from helpdesk.accounts.terms import Hat
from helpdesk.kernel.actor import Side
from helpdesk.marketplace.queries import resolve_for_system
from helpdesk.marketplace.terms.kinds import Kind

_PEOPLE = UUID("b3b0f5a4-2f0c-4d0e-9d5f-6d2f2a1c7e10")  # the operator's own people are nobody's records


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One of the cast; `person` and `shop` are the Platform's ids, empty for its own people."""

    key: str
    name: str
    side: Side
    part: Promise
    person: str = ""
    shop: str = ""


CAST: tuple[Figure, ...] = (
    Figure(
        key="anna",
        name="Anna",
        side=Side.SELLER,
        part=gettext_lazy("Sells parts for coffee machines in Kraków"),
        person="P-ANNA",
        shop="S-ANNA",
    ),
    Figure(
        key="bruno",
        name="Bruno",
        side=Side.SELLER,
        part=gettext_lazy("Works with Anna; he buys as well"),
        person="P-BRUNO",
        shop="S-ANNA",
    ),
    Figure(
        key="dmitri",
        name="Dmitri",
        side=Side.SELLER,
        part=gettext_lazy("Sells lamps in Leipzig"),
        person="P-DMITRI",
        shop="S-DMITRI",
    ),
    Figure(
        key="clara",
        name="Clara",
        side=Side.BUYER,
        part=gettext_lazy("Buys in Germany"),
        person="B-DE-1",
    ),
    Figure(
        key="hania",
        name="Hania",
        side=Side.BUYER,
        part=gettext_lazy("Buys in Poland"),
        person="B-PL-1",
    ),
    Figure(
        key="edda",
        name="Edda",
        side=Side.ADMINISTRATOR,
        part=gettext_lazy("Helps people, reads a file with a reason, judges answers"),
    ),
    Figure(
        key="felix",
        name="Felix",
        side=Side.ADMINISTRATOR,
        part=gettext_lazy("Watches over the rules, keeps the calendars"),
    ),
    Figure(
        key="greta",
        name="Greta",
        side=Side.ADMINISTRATOR,
        part=gettext_lazy("Verifies the Archive"),
    ),
)
BY_KEY = {figure.key: figure for figure in CAST}


def hat_of(*, figure: Figure) -> Hat:
    """The hat that this figure is known by. Raises NotFound where the demo's records are not there."""
    if figure.side is Side.ADMINISTRATOR:
        return Hat(person=uuid5(_PEOPLE, figure.name), side=figure.side)
    if figure.side is Side.BUYER:
        return Hat(person=_id(Kind.BUYER, figure.person), side=figure.side)
    shop = resolve_for_system(kind=Kind.SELLER, external_id=figure.shop).seller_id
    return Hat(person=_id(Kind.PERSON, figure.person), side=figure.side, seller_id=shop)


def _id(kind: Kind, external_id: str) -> UUID:
    return resolve_for_system(kind=kind, external_id=external_id).id
