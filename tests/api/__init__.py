"""The API under test."""
