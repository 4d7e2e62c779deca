"""Tables of accounts."""

from helpdesk.accounts.models.invitation import Invitation
from helpdesk.accounts.models.person import AdministratorRole, Person
from helpdesk.accounts.models.token import Token

__all__ = ["AdministratorRole", "Invitation", "Person", "Token"]
