"""Etiquette: insults, threats, shouting."""
