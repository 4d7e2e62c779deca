"""Search: finding things by their words, their numbers and their people, for those who may see them.

Owns an index of what was said and of the threads it was said in; the texts stay in the Archive.
Promises that accents, endings and one slip of the finger hide nothing, in five languages; that what was
erased is not found; and that everything found is read again under row security.
Refuses to look for words of messages on the operator's behalf: an administrator finds a thread by its
number or its buyer, and reads it with a reason.
"""
