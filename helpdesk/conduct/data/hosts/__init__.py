"""Hosts and addresses: suffixes, providers, words for signs, and what only looks like a host."""
