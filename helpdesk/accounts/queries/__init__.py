"""Reads of accounts. Tables here have no row security: they are read before anybody is known."""

from helpdesk.accounts.queries.entrances import (
    actor_for_token_for_system,
    administrator_for_system,
    hat_of_ticket,
    holder_of_token_for_system,
    names_for_system,
    person_for_system,
    ticket,
)
from helpdesk.accounts.queries.invitations import (
    has_account_for_system,
    invitation_for_system,
    open_invitations,
    owns_address_for_system,
)
from helpdesk.accounts.queries.keys import clients, keys_of_seller
from helpdesk.accounts.queries.launches import launch_for_system
from helpdesk.accounts.queries.people import find_people, last_hat_for_system, person_shown, roles_for_system
from helpdesk.accounts.queries.sessions import (
    alive_for_system,
    device_names,
    has_second_factor_for_system,
    means_for_system,
    sessions_for_system,
)
from helpdesk.accounts.queries.subjects import person_of_address_for_system, person_of_subject_for_system

__all__ = [
    "actor_for_token_for_system",
    "administrator_for_system",
    "alive_for_system",
    "clients",
    "device_names",
    "find_people",
    "has_account_for_system",
    "has_second_factor_for_system",
    "hat_of_ticket",
    "holder_of_token_for_system",
    "invitation_for_system",
    "keys_of_seller",
    "last_hat_for_system",
    "launch_for_system",
    "means_for_system",
    "names_for_system",
    "open_invitations",
    "owns_address_for_system",
    "person_for_system",
    "person_of_address_for_system",
    "person_of_subject_for_system",
    "person_shown",
    "roles_for_system",
    "sessions_for_system",
    "ticket",
]
