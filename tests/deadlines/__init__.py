"""Deadlines: what is owed an answer, until when, and how that is said."""
