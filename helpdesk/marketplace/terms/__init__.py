"""The words of the marketplace: kinds of records, their fields, what queries show."""

from helpdesk.marketplace.terms.restrictions import Act, RestrictionKind, RestrictionShown

__all__ = ["Act", "RestrictionKind", "RestrictionShown"]
