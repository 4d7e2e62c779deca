"""The marketplace under test."""
