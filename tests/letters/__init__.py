"""Tests of letters and of the Administrator's voice."""
