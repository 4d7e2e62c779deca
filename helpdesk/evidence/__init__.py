"""Evidence: a conversation as a package that anybody can verify without us.

Owns the format of evidence packages and the two verifiers that travel in them.
Promises that a package says of each value whether it is there, withheld or erased, and proves all else
against a signed checkpoint.
Refuses to hand out what the asker may not read; each package handed out is an entry.
"""
