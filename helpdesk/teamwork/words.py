"""The sentences of team work."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "note.invisible": _("Nobody could see anything in this note. Nothing was stored."),
    "teamwork.not_yours": _("Only the Seller's owners and agents can do this."),
    "assignment.not_on_team": _("This person answers nothing in your shop. Nothing was changed."),
    "absence.not_found": _("There is no such absence."),
    "absence.of_a_colleague": _("You can say this of yourself only. Owners can say it of their colleagues."),
    "absence.not_on_team": _("This person answers nothing in your shop. Nothing was changed."),
    "absence.own_cover": _("Nobody covers for themselves. Choose a colleague."),
    "absence.cover_not_on_team": _("Only owners and agents of your shop can cover. Choose one of them."),
    "absence.cover_away": _("%(name)s is away on some of these days, too. Choose another colleague."),
    "absence.overlaps": _(
        "%(name)s is away on some of these days already. Choose other days, or end that absence first."
    ),
    "absence.no_day": _("Please choose the first and the last day."),
    "absence.past": _("The first day has passed. Choose today or a later day."),
    "absence.backwards": _("The last day lies before the first one."),
    "absence.far": _("An absence begins at most %(days)s days ahead. Choose an earlier day."),
    "absence.too_long": _("An absence lasts at most %(days)s days. Say it again for the days after that."),
    "absence.too_many": _(
        "There are %(limit)s absences of this person ahead already. End one of them first."
    ),
    "absence.over": _("This absence is over. Nothing was changed."),
    "tag.too_many": _("A conversation has at most %(limit)s tags. Nothing was changed."),
    "tag.comma": _("A tag has no comma. Nothing was changed."),
    "tag.shop_full": _(
        "Your shop has %(limit)s different tags already. Use one of them, or take one away everywhere."
    ),
    "snooze.past": _("This moment has passed. Choose a later one."),
    "snooze.far": _("A conversation can be put off for at most %(days)s days. Choose an earlier moment."),
    "view.unknown": _("There is no such view of the inbox."),
}
