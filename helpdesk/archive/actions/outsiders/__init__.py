"""Asking machines of other people: bounded in time and bytes, and never in the way of the log itself."""
