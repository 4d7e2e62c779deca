"""Reports: what one side tells the Platform about the other, and what a person makes of it.

Owns reports and their outcome, how soon they are decided, and what becomes of those who abuse them.
Promises: the other side learns neither of a report nor of who made it; a receipt comes at once, the
outcome with the ways to object; nobody ranks last without having been warned. Refuses: to judge by
machine, and to take measures: enforcement reads the leaf of the outcome.
"""
