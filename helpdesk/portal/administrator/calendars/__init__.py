"""Calendars at the desk: all of them, a year of one, and how days off are added and published."""
