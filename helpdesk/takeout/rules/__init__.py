"""Decisions of takeout, as functions of plain values."""
