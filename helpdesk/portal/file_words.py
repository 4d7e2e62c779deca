"""What pages say of files."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from helpdesk.attachments.terms import Mark, State, Type
from helpdesk.attachments.words import SENTENCES as ATTACHMENTS

TYPES: dict[str, Promise] = {
    Type.JPEG: pgettext_lazy("kind of file", "Picture"),
    Type.PNG: pgettext_lazy("kind of file", "Picture"),
    Type.WEBP: pgettext_lazy("kind of file", "Picture"),
    Type.GIF: pgettext_lazy("kind of file", "Picture"),
    Type.PDF: pgettext_lazy("kind of file", "PDF document"),
    Type.TEXT: pgettext_lazy("kind of file", "Plain text"),
}
# For whoever may not open it now: why not, and what comes next.
SHUT: dict[State, Promise] = {
    state: ATTACHMENTS[f"file.{state.value}"]
    for state in (
        State.PENDING,
        State.HELD,
        State.WITHHELD,
        State.INFECTED,
        State.REFUSED,
        State.ERASED,
    )
}
# For whoever may: what to know before.
OPEN: dict[State, Promise] = {
    State.PENDING: gettext_lazy("Is being checked. The other side can open it as soon as that is done."),
    State.HELD: gettext_lazy("A person looks at it before the other side can open it."),
    State.WITHHELD: gettext_lazy("The other side does not get this file: it was not let through."),
    State.UNEXAMINED: gettext_lazy("Not scanned for harmful software: open it only if you expected it."),
}
MARKS: dict[Mark, Promise] = {
    Mark.INVOICE: pgettext_lazy("kind of file", "Invoice"),
    Mark.LABEL: pgettext_lazy("kind of file", "Return label"),
    Mark.GUARANTEE: pgettext_lazy("kind of file", "Guarantee card"),
    Mark.NOTICE: pgettext_lazy("kind of file", "Legal notice"),
}
LIMITS = gettext_lazy(
    "Up to %(most)s files of at most %(largest)s each: pictures (JPEG, PNG, WebP, GIF), PDF, plain text."
)
TOO_MANY, TOO_LARGE, EMPTY = (ATTACHMENTS[code] for code in ("message.files", "file.too_large", "file.empty"))
