"""Style sheets and scripts of a page, each sent as one file.

Their sources stay small files. What belongs together is put together when a process first needs it, so there
is no build. An address holds a hash of what it says: browsers keep the answer for ever and never an old one.
"""
