"""What this room refuses."""


class InvalidLaw(ValueError):
    """A data file that cannot be the law: the message names the file, the row and what is wrong with it."""


class UnknownKey(ValueError):
    """No data file has rows of this key, in any country and at any time: a slip of whoever asked."""
