"""Shops at the desk: all of them in numbers, the most urgent first, and one of them in full."""
