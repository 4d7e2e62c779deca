"""The flows of cases, drawn from their data."""
