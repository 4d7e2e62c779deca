"""The words of the marketplace: kinds of records, their fields, what queries show."""
