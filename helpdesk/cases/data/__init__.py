"""Flows and fragments as TOML, a file per version: a running case keeps the one it began with."""
