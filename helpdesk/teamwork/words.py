"""The sentences of team work."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "note.invisible": _("Nobody could see anything in this note. Nothing was stored."),
    "teamwork.not_yours": _("Only the Seller's owners and agents can do this."),
    "assignment.not_on_team": _("This person answers nothing in your shop. Nothing was changed."),
    "tag.too_many": _("A conversation has at most %(limit)s tags. Nothing was changed."),
    "tag.comma": _("A tag has no comma. Nothing was changed."),
    "tag.shop_full": _(
        "Your shop has %(limit)s different tags already. Use one of them, or take one away everywhere."
    ),
    "snooze.past": _("This moment has passed. Choose a later one."),
    "snooze.far": _("A conversation can be put off for at most %(days)s days. Choose an earlier moment."),
    "view.unknown": _("There is no such view of the inbox."),
}
