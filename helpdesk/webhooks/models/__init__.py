"""Tables of webhooks."""

from helpdesk.webhooks.models.delivery import Delivery
from helpdesk.webhooks.models.endpoint import Endpoint

__all__ = ["Delivery", "Endpoint"]
