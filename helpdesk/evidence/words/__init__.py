"""The sentences of evidence packages: on pages, in the printed record, in the README."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from helpdesk.evidence.terms import Wording
from helpdesk.evidence.words.dispute import dispute, retold
from helpdesk.evidence.words.document import document
from helpdesk.evidence.words.events import is_late, sentence
from helpdesk.evidence.words.readme import readme

__all__ = ["SENTENCES", "WORDING", "is_late", "sentence"]

SENTENCES: dict[str, Promise] = {
    "evidence.not_yours": gettext_lazy(
        "Please open the file with a reason first; then it can be handed out as evidence."
    ),
    "evidence.backstage": gettext_lazy("What happened behind the thread is handed out by the Platform only."),
    "evidence.withheld": gettext_lazy("One of the parts to withhold is not in this conversation."),
    "evidence.too_many": gettext_lazy("That is more than can be withheld: at most %(limit)s parts."),
    "evidence.log": gettext_lazy(
        "The log's files are not what was signed, so nothing can be proved just now. The Platform has to look"
        " at it first; nothing was handed out."
    ),
    "evidence.history": gettext_lazy(
        "Administrators read files, with a reason; this history is the two sides' own."
    ),
    "evidence.zone": gettext_lazy("There is no time zone of this name."),
    "evidence.language": gettext_lazy("Please choose one of the Platform's languages."),
}
WORDING = Wording(document=document, readme=readme, dispute=dispute, retold=retold)
