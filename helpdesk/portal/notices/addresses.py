"""The same addresses for each side that is told something."""

from django.urls import URLPattern, path

from helpdesk.kernel.actor import Side
from helpdesk.portal.notices import centre, usual, wishes


def of(side: Side) -> list[URLPattern]:
    """The list, one notice's thread, the marks, the settings."""
    return [
        path("notices", centre.index(side), name="notices"),
        path("notices/read-marks", centre.mark_all(side), name="notice_marks"),
        path("notices/wishes", wishes.show(side), name="wishes"),
        path("notices/<ref:notice>", centre.follow(side), name="notice"),
    ]


def with_usual(side: Side) -> list[URLPattern]:
    """Of those sides, too, on which somebody chooses for colleagues."""
    return [*of(side), path("notices/usual", usual.show(side), name="usual_wishes")]
