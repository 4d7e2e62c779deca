"""Doors of measures: a shop's own with their reasons, and what the desk proposes, decides and lifts."""
