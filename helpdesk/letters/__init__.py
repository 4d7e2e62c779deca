"""Letters: what one side and the Platform say to each other, and the Administrator's joining of a thread.

Owns letters, the wait for an answer to them, and who joined which thread why. There is one
correspondence per side and thread (or order), and one per side about nothing in particular.
Promises: the other side sees no letter; one that waits is answered within a business day, or
its lateness stands in the queue. Refuses: to open, close or move a clock of the Seller's.
"""
