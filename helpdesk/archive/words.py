"""The sentences of the Archive."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "archive.busy": _("Too much is going on here at this moment. Nothing was stored; please try again."),
    "archive.key_reused": _(
        "This form was already sent with other content. Please reload the page and send again."
    ),
    "archive.log_mode": _("This database belongs to the other kind of log: a real one never becomes a demo."),
    "archive.checkpoint_old": _(
        "The newest checkpoint that was found holds %(found)s entries, and %(signed)s were signed."
        " Bring the newest one."
    ),
    "archive.guard_ahead": _(
        "The checkpoint holds %(guard)s entries, this database %(size)s: it is an older copy."
        " `helpdesk archive resume` begins a new log."
    ),
    "archive.moved": _("The record moved on meanwhile. Nothing was stored; please try again."),
    "archive.no_checkpoint": _("No checkpoint of this log was found. Bring one with --from."),
    "archive.nothing_to_resume": _("The log can be signed as it is; there is nothing to resume."),
    "archive.publishing": _("The log is being published just now; please try again in a moment."),
    "archive.not_begun": _("This database has no log yet: `helpdesk migrate` begins it."),
    "archive.sequencer_only": _("Only the sequencer numbers entries."),
    "archive.eraser_only": _("Only the worker erases what was ordered to go."),
    "archive.too_late": _(
        "This took too long to be stored with the right time. Nothing was stored; please try again."
    ),
    "entry.unproven": _("The log cannot prove this entry at present. The operator has been told."),
    "entry.not_found": _("There is no such entry."),
    "accounts.not_yours": _("Managing accounts is not among your rights."),
    "text.nul": _("The text holds a character that cannot be stored (NUL)."),
    "text.surrogate": _("The text holds half a character that cannot be stored."),
    "text.control": _("The text holds control characters."),
    "text.empty": _("Please write something."),
    "text.too_long": _("The text is too long: %(length)s characters, at most %(limit)s."),
}

# Why nothing is numbered and signed, by the code of `queries.log_refusal`: for administrators.
STANDSTILL = {
    "guard.absent": _(
        "The guard of the log is not on this machine. Without it nobody can tell whether this database is the"
        " newest one."
    ),
    "guard.unreadable": _("The guard of the log is damaged."),
    "guard.other": _("The guard belongs to another log."),
    "guard.behind": _("The guard is older than the log that was published."),
    "guard.ahead": _(
        "The guard has seen more entries than this database holds: an older copy of the database was"
        " restored."
    ),
    "guard.differs": _("The entries of this database are not those that the guard has seen."),
    "rows.differ": _("Entries were changed or taken out after they had been put in order."),
    "key.absent": _("The key that signs the log is not on this machine."),
    "key.differs": _("The key on this machine is not the one that signs this log."),
}

# What verification names, by code: what is wrong with it, for people who never saw a leaf.
FINDINGS = {
    "leaf.hash": _("the sealed bytes are not those that were signed for"),
    "leaf.form": _("the sealed bytes are damaged"),
    "entry.column": _("what the table says of the entry is not what was sealed"),
    "entry.audience": _("others may see the entry than those for whom it was sealed"),
    "entry.party": _("the entry was given to another Buyer or Seller"),
    "entry.unnumbered": _("the entry was taken out of the order of the log"),
    "chain.gap": _("entries before this one are gone"),
    "chain.link": _("the entry does not follow the one before it"),
    "chain.time": _("the entry is not later than the one before it"),
    "chain.party": _("the entry names other parties than its conversation"),
    "value.altered": _("the text or another value is not the one that was sealed"),
    "value.missing": _("a text or another value is gone"),
    "value.extra": _("a value was added that nobody sealed"),
    "value.column": _("a value is shown to others than it was written for"),
    "value.orphan": _("a value without its entry: the entry is gone"),
    "receipt.key": _("the receipt was signed with an unknown key"),
    "receipt.signature": _("the receipt does not fit the entry"),
    "file.altered": _("an attached file is not the one that was sealed"),
    "file.missing": _("an attached file is gone"),
    "file.copy": _("the picture that is shown of an attached file is not the one that was checked"),
    "file.unread": _("an attached file cannot be read, so nobody knows whether it is whole"),
    "number.gap": _("a number of the log is missing"),
    "number.entry": _("the log counts an entry that is gone"),
    "number.column": _("the log says something else of the entry than the entry itself"),
    "number.order": _("the log's order was changed"),
    "number.cut": _("the end of the log is gone"),
    "log.leaf": _("the signed log has another entry under this number"),
    "log.lost": _("an entry that the log had signed is gone, and the new log does not say so"),
    "log.key": _("the key of the log is not the one that the log itself published"),
    "log.cut": _("entries that the log had numbered are gone"),
    "log.state": _("the entries of the log do not give the root that was kept with them"),
    "log.entries": _("an entry in this file of the log is not the one that was signed"),
    "log.tile": _("a hash in this file of the log was changed"),
    "log.leaves": _("hashes and entries in these files of the log were changed"),
    "log.root": _("the files of the log are not those that were signed"),
    "log.missing": _("a file of the log is gone"),
    "log.form": _("a file of the log is damaged"),
    "checkpoint.missing": _("the signed state of the log is gone"),
    "checkpoint.refused": _("the signed state of the log is not what our key signed"),
    "checkpoint.root": _("the record is not the one whose state was signed"),
    "checkpoint.behind": _("an older signed state of the log was put back"),
    "guard.missing": _("the guard is gone: nothing outside the database says how far the log had come"),
    "guard.refused": _("the guard is not what our key signed"),
    "guard.root": _("the record was rewritten: the guard remembers another one"),
    "guard.ahead": _("the database is older than the guard: a backup was put back, or the end is gone"),
    "guard.behind": _("the guard was set back"),
    "pending.orphan": _("a waiting entry is gone"),
    "row.missing": _("what was sealed is not shown any more"),
    "row.extra": _("a page shows something that nobody sealed"),
    "row.column": _("a page shows something else than was sealed"),
}
