"""The demo's people: the marketplace's own, and the operator's."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid5

from helpdesk.accounts import actions as accounts
from helpdesk.console.demo.plan import Cast
from helpdesk.kernel.actor import SYSTEM, Actor, Role, Side
from helpdesk.marketplace.queries import hats_for_system, resolve_for_system
from helpdesk.marketplace.terms.kinds import Kind

_PEOPLE = UUID("b3b0f5a4-2f0c-4d0e-9d5f-6d2f2a1c7e10")
_SPEAK = {"Anna": "pl", "Bruno": "pl", "Dmitri": "de"}
ADMINISTRATORS = {
    "Edda": (Role.SUPPORT, Role.REVIEWER),
    "Felix": (Role.COMPLIANCE,),
    "Greta": (Role.AUDITOR,),
}


def enrol(*, cast: Cast, now: datetime) -> list[Actor]:
    """Everybody with every hat they wear; safe to repeat."""
    people = {_id(Kind.PERSON, member["person"]): _speaks(member["name"]) for member in cast.members}
    people |= {_id(Kind.BUYER, id): str(buyer["language"])[:2] for id, buyer in cast.buyers.items()}
    hats = []
    for person, language in people.items():
        mine = hats_for_system(person_id=person, language=language)
        accounts.enrol_person(actor=SYSTEM, now=now, id=person, display_name=mine[0].name, language=language)
        hats += mine
    return hats + [_administrator(name, roles, now) for name, roles in ADMINISTRATORS.items()]


def platform(*, now: datetime) -> Actor:
    """The Platform's own connection."""
    person = uuid5(_PEOPLE, "Platform")
    accounts.enrol_person(actor=SYSTEM, now=now, id=person, display_name="Platform", language="en")
    return Actor(person=person, name="Platform", side=Side.PLATFORM, roles=frozenset({Role.PLATFORM}))


def writers(*, cast: Cast) -> dict[str, Actor]:
    """Who writes for each seller (an owner or agent) and each buyer, by the Platform's ids."""
    found: dict[str, Actor] = {}
    for member in cast.members:
        seller = resolve_for_system(kind=Kind.SELLER, external_id=member["seller"]).seller_id
        for hat in hats_for_system(person_id=_id(Kind.PERSON, member["person"])):
            if hat.seller_id == seller and hat.has(Role.OWNER, Role.AGENT):
                found.setdefault(member["seller"], hat)
    for buyer in cast.buyers:
        found[buyer] = hats_for_system(person_id=_id(Kind.BUYER, buyer))[-1]
    return found


def _id(kind: Kind, external_id: str) -> UUID:
    return resolve_for_system(kind=kind, external_id=external_id).id


def _speaks(name: str) -> str:
    return _SPEAK.get(name.split(maxsplit=1)[0], "en")


def _administrator(name: str, roles: Sequence[Role], now: datetime) -> Actor:
    person = uuid5(_PEOPLE, name)
    accounts.enrol_person(actor=SYSTEM, now=now, id=person, display_name=name, language="en")
    for role in roles:
        accounts.grant_role(actor=SYSTEM, now=now, person_id=person, role=role)
    return Actor(person=person, name=name, side=Side.ADMINISTRATOR, roles=frozenset(roles))
