"""What a tag is, what a view is called."""

import unicodedata
from collections.abc import Iterable

from helpdesk.kernel import text
from helpdesk.kernel.refusal import Invalid
from helpdesk.teamwork.terms import EVERYTHING, MAX_TAG, MAX_TAGS, Shows, View


def tags_in(written: Iterable[str]) -> list[str]:
    """Each once, in small letters, sorted; `#` in front and white space around say nothing.

    Raises Invalid for what cannot be seen or has a comma, and for too many; TooLarge.
    """
    tags = sorted({_tag(one) for one in written})
    if len(tags) > MAX_TAGS:
        raise Invalid("tag.too_many", field="tags", limit=MAX_TAGS)
    return tags


def view_named(*, written: str) -> View:
    """`all`, `mine`, `nobody`, `snoozed`, or `tag:` and a tag; nothing is all. Raises Invalid."""
    name, _, tag = written.partition(":")
    if not written:
        return EVERYTHING
    if name == Shows.TAG and tag:
        return View(shows=Shows.TAG, tag=_tag(tag))
    if tag or name not in (Shows.ALL, Shows.MINE, Shows.NOBODYS, Shows.SNOOZED):
        raise Invalid("view.unknown", field="view")
    return View(shows=Shows(name))


def _tag(written: str) -> str:
    plain = " ".join(unicodedata.normalize("NFC", written).split()).removeprefix("#").lower()
    tag = text.line(plain, limit=MAX_TAG, field="tags")
    if "," in tag:
        raise Invalid("tag.comma", field="tags")
    return tag
