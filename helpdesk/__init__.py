"""Helpdesk: all communication between the Sellers and the Buyers of a marketplace, in one place."""
