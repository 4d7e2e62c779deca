"""Conduct: what a message may not say, found before it is sent and explained to its author.

Owns the rules over text, pictures and file names, the packs that switch and date them, the verdicts and
what reviewers made of them. Promises that every finding names its words in the original text, its rule, what
spoke for and against it, and how to write it instead; that the time for one message grows with its length
only; that the text of a check while writing is kept nowhere.
Refuses to decide alone where it is not sure: it warns, or a person decides.
"""
