"""Lists of words as a person writes them: side by side, a blank between."""


def listed(words: str) -> list[str]:
    """The words of a text, in its order."""
    return words.split()
