"""The wiring, as data: entry kinds and who reacts to them, deeds and marks, and what `verify` compares.

Dotted names are resolved through settings by the archive; rooms below never import rooms above.
"""

from helpdesk.config.mirrors import MIRRORS

__all__ = ["DEEDS", "MARKS", "MIRRORS", "REACTIONS"]

# entry kind -> reactions, each with a cursor of its own
REACTIONS: dict[str, tuple[str, ...]] = {
    "answer.reopened": (),
    "attempt.confirmed": (),
    "attempt.refused": (),
    "calendar.published": (),
    "deadline.moved": (),
    "import": (),
    "key": (),
    "market.changed": (),
    "message": ("helpdesk.conversations.reactions.on_message",),
    "obligation.overdue": (),
    "outage.published": (),
    "promise.missed": (),
    "reading": (),
    "reply.insisted": (),
    "reply.waived": (),
    "sample.judged": (),
    "seller.establishment": (),
    "waiver.objected": (),
}

# actions that make one entry each -> the kind
DEEDS: dict[str, str] = {
    "helpdesk.archive.actions.begin_log": "key",
    "helpdesk.deadlines.actions.publish_calendar": "calendar.published",
    "helpdesk.deadlines.actions.publish_outage": "outage.published",
    "helpdesk.conversations.actions.ask_about_offer": "message",
    "helpdesk.conversations.actions.ask_about_order": "message",
    "helpdesk.conversations.actions.insist": "reply.insisted",
    "helpdesk.conversations.actions.object_to_waiver": "waiver.objected",
    "helpdesk.conversations.actions.confirm_attempt": "attempt.confirmed",
    "helpdesk.conversations.actions.post_question": "message",
    "helpdesk.conversations.actions.post_reply": "message",
    "helpdesk.conversations.actions.release_attempt": "message",
    "helpdesk.deadlines.actions.judge_sample": "sample.judged",
    "helpdesk.conversations.actions.reopen_answer": "answer.reopened",
    "helpdesk.conversations.actions.waive_reply": "reply.waived",
    "helpdesk.deadlines.actions.sweep": "obligation.overdue",
    "helpdesk.marketplace.actions.import_records": "import",
    "helpdesk.marketplace.actions.put_record": "seller.establishment",
    "helpdesk.oversight.actions.confirm_attempt": "attempt.confirmed",
    "helpdesk.oversight.actions.judge_sample": "sample.judged",
    "helpdesk.oversight.actions.open_file": "reading",
    "helpdesk.oversight.actions.release_attempt": "message",
}

# actions that make none -> why nobody will ever have to rely on them
MARKS: dict[str, str] = {
    "helpdesk.accounts.actions.choose_language": "a setting of the person's own",
    "helpdesk.accounts.actions.choose_market_filter": "a setting of the person's own",
    "helpdesk.accounts.actions.disable_person": "access of a person, not a deed towards another party",
    "helpdesk.accounts.actions.enrol_person": "mirror of the Platform's people",
    "helpdesk.accounts.actions.grant_role": "a setting of the operator's own people",
    "helpdesk.accounts.actions.issue_token": "a setting of a connection; only its digest exists",
    "helpdesk.accounts.actions.revoke_token": "a setting of a connection",
    "helpdesk.archive.actions.append": "the archive itself",
    "helpdesk.archive.actions.append_many": "the archive itself",
    "helpdesk.archive.actions.entry_parameters": "the archive itself",
    "helpdesk.archive.actions.number_entries": "the archive itself: it orders what is there",
    "helpdesk.archive.actions.check_guard": "the archive itself: it compares, and notes why it stands still",
    "helpdesk.archive.actions.publish_log": "the archive itself: it signs what is there",
    "helpdesk.archive.actions.run_reactions": "the archive itself: it moves cursors",
    "helpdesk.archive.actions.seal": "the archive itself",
    "helpdesk.conversations.actions.count_messages": "a counter that follows the record",
    "helpdesk.conversations.actions.mark_read": "a read mark of the reader's own",
    "helpdesk.deadlines.actions.mark_for_recheck": "a note for the sweep; what it finds becomes an entry",
    "helpdesk.deadlines.actions.close_by_waiver": "part of the deed that calls it, which makes the entry",
    "helpdesk.deadlines.actions.note_objection": "part of the deed that calls it, which makes the entry",
    "helpdesk.deadlines.actions.open_obligation": "part of the deed that calls it, which makes the entry",
    "helpdesk.deadlines.actions.correct_verdict": "part of the release that calls it, which makes the entry",
    "helpdesk.marketplace.actions.change_market": "a setting of the buyer's own; a thread keeps its market",
    "helpdesk.oversight.actions.verify": "the record proves itself: anybody may look again",
    "helpdesk.marketplace.actions.pair_of": "a random name for a buyer; entries that show it vouch for it",
    "helpdesk.accounts.actions.accept_invitation": "a role offered by the operator's or a shop's own people",
    "helpdesk.accounts.actions.enable_person": "access of a person, not a deed towards another party",
    "helpdesk.accounts.actions.end_sessions": "access of a person, not a deed towards another party",
    "helpdesk.accounts.actions.invite": "an offer to a colleague; its row says who made it and when",
    "helpdesk.accounts.actions.keep_session": "a note for the session's own person",
    "helpdesk.accounts.actions.open_account": "access of a person, not a deed towards another party",
    "helpdesk.accounts.actions.revoke_role": "a setting of the operator's own people; its row says who",
    "helpdesk.accounts.actions.revoke_tokens": "a setting of a connection",
    "helpdesk.accounts.actions.wear_hat": "a choice of the person's own",
    "helpdesk.accounts.actions.withdraw_invitation": "an offer to a colleague; its row says who took it back",
    "helpdesk.deadlines.actions.declare_outage": "a proposal; what is published is a deed, by a person",
    "helpdesk.deadlines.actions.dismiss_outage": "a proposal that came to nothing; its row says who and why",
    "helpdesk.deadlines.actions.note_pulse": "a measurement; a person decides what it means",
    "helpdesk.marketplace.actions.change_role": "a setting of a shop's own people; messages say who wrote",
    "helpdesk.marketplace.actions.invite_member": "an offer to a colleague; its row says who made it",
    "helpdesk.marketplace.actions.join_team": "a setting of a shop's own people; messages say who wrote",
    "helpdesk.marketplace.actions.remove_member": "a setting of a shop's own people; messages say who wrote",
}
