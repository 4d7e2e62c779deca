"""Tables of accounts."""

from helpdesk.accounts.models.client import Client
from helpdesk.accounts.models.invitation import Invitation
from helpdesk.accounts.models.launch import Launch
from helpdesk.accounts.models.person import AdministratorRole, Person
from helpdesk.accounts.models.subject import Subject
from helpdesk.accounts.models.token import Token

__all__ = ["AdministratorRole", "Client", "Invitation", "Launch", "Person", "Subject", "Token"]
