"""Whom a proved answer is about: people whom our own records know, and nobody else."""

from datetime import datetime
from uuid import UUID

from helpdesk.accounts import actions as accounts
from helpdesk.accounts import queries
from helpdesk.accounts.terms import Hat
from helpdesk.kernel.actor import SYSTEM, Side
from helpdesk.kernel.refusal import Refusal
from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.openid.terms import Proved, Provider, Unproven, Why


def hats_of(*, proved: Proved, provider: Provider) -> list[Hat]:
    """A buyer's hat, or one for each shop of a member, by the Platform's id of the person in the claim.

    Raises Unproven.
    """
    kind, side = (Kind.BUYER, Side.BUYER) if provider.side == "buyer" else (Kind.PERSON, Side.SELLER)
    id = proved.claims.get(provider.claim)
    try:
        person = marketplace.resolve_for_system(kind=kind, external_id=id if isinstance(id, str) else "").id
    except Refusal:
        raise Unproven("the claim names nobody here", Why.UNKNOWN) from None
    if queries.roles_for_system(person_id=person):
        raise Unproven("the Platform's word opens no administrator's door", Why.OWN_DOOR)
    found = marketplace.hats_for_system(person_id=person)
    hats = [Hat(person=person, side=side, seller_id=one.seller_id) for one in found if one.side is side]
    if not hats:
        raise Unproven("the person has left", Why.UNKNOWN)
    return hats


def administrator_of(*, proved: Proved, provider: Provider, now: datetime) -> UUID:
    """One of the operator's people, by the subject that is bound to them; at first by a verified address.

    The roles are ours: the answer gives none. Raises Unproven.
    """
    issuer, subject = provider.issuer, proved.subject
    person = queries.person_of_subject_for_system(issuer=issuer, subject=subject)
    if person is not None:
        return _with_a_role(person)
    person = _by_address(proved)
    try:
        accounts.bind_subject(actor=SYSTEM, now=now, issuer=issuer, subject=subject, person_id=person)
    except Refusal:
        raise Unproven("the address belongs to another subject's person", Why.UNKNOWN) from None
    return person


def _by_address(proved: Proved) -> UUID:
    email = proved.claims.get("email")
    if not isinstance(email, str) or proved.claims.get("email_verified") is not True:
        raise Unproven("no verified address", Why.UNKNOWN)
    if not email.isprintable():
        raise Unproven("the address cannot be stored", Why.UNKNOWN)
    person = queries.person_of_address_for_system(email=email)
    if person is None:
        raise Unproven("nobody has this address", Why.UNKNOWN)
    return _with_a_role(person)


def _with_a_role(person: UUID) -> UUID:
    if queries.administrator_for_system(person_id=person) is None:
        raise Unproven("no role is in force, or the account is closed", Why.UNKNOWN)
    return person
