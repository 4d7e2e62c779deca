"""Messengers and social networks: their names, nicknames, and how people say where they are found."""
