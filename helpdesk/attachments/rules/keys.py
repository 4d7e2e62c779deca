"""Where copies lie: beside their original, so that whoever deletes it knows all there may be."""


def copy_key(key: str) -> str:
    """Of the picture that pages show."""
    return f"{key}-copy"


def thumb_key(key: str) -> str:
    """Of the small one, for lists."""
    return f"{key}-thumb"
