"""The sentences of takeout: on pages, in answers, in the files that people take away."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from helpdesk.takeout.terms.exports import ExportState, Wording
from helpdesk.takeout.words.pages import contents, listed, readme, thread

SENTENCES: Final[dict[str, Promise]] = {
    "takeout.feed": _("These feeds are for the Platform and for a shop's own people."),
    "export.not_yours": _("The owner of a shop takes its data away; ask them."),
    "export.nobody": _("The Platform has told Helpdesk of nobody with this id."),
    "export.not_found": _("There is no such file."),
    "export.not_there": _("This file is not ready, or it is gone already. Ask for a new one."),
    "export.running": _("One file is being made already. Ask again when it is ready."),
    "export.reason": _("Please say whose data you ask for, and why."),
    "export.whose": _("You have no data of your own on this side. Say whose you ask for, and why."),
}
STATES: Final[dict[ExportState, Promise]] = {
    ExportState.WAITING: _("It will be begun in a moment."),
    ExportState.RUNNING: _("It is being made."),
    ExportState.READY: _("It is ready."),
    ExportState.GONE: _("It is gone. You can ask for a new one at any time."),
}
WORDING: Final = Wording(contents=contents, listed=listed, thread=thread, readme=readme)
