"""The test suite: one file per deed, a named cast (cast.py), no warning unheard."""
