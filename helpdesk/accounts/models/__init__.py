"""Tables of accounts."""

from helpdesk.accounts.models.person import AdministratorRole, Person
from helpdesk.accounts.models.token import Token

__all__ = ["AdministratorRole", "Person", "Token"]
