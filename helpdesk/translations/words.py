"""The sentences of translations."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "translation.off": _("Nobody translates here: the operator has set up no engine."),
    "translation.language": _("Translations are made into English, Polish, German, French and Italian."),
    "translation.too_many": _("At most 200 messages are translated at once."),
    "translation.not_yours": _("Messages are translated for the two sides of the conversation."),
}
