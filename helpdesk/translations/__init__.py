"""Translations: messages in the reader's language, made by an engine that the operator names.

Owns what an engine made of a message, with the engine's name and version.
Promises that the original is shown first and stays the record; that a message is sent to the engine once
for each language, and only because one of its readers asked.
Refuses to translate what somebody may not read, and to keep a translation of what was erased.
"""
