"""Agreements and confirmations: the same pages for both sides of a conversation."""
