"""English."""

from __future__ import annotations

EN: dict[str, str] = {
    "verdict.whole": "Whole",
    "verdict.altered": "Altered",
    "verdict.incomplete": "Incomplete",
    "verdict.untrusted": "Key not trusted",
    "means.whole": (
        "Everything shown here is exactly what was recorded. What was withheld or erased is named, "
        "and nothing else is missing. The log was signed by the key that you trust."
    ),
    "means.altered": "At least one part of this package is not as it was recorded. Do not rely on it.",
    "means.incomplete": "Nothing that is here was changed, but something that belongs to it is missing.",
    "means.untrusted": (
        "Everything in the package fits together. Whether the operator signed it is not shown yet: "
        "compare the key."
    ),
    "package.zip": "The file is damaged, was repacked or is no evidence package ({detail}).",
    "member.path": "A file name that no evidence package may have: {name}",
    "member.duplicate": "The package holds this file twice: {name}",
    "member.extra": "A file that does not belong to the package: {name}",
    "member.altered": "This file is not the one that was packed: {name}",
    "member.form": "This file does not have the prescribed form ({detail}): {name}",
    "member.missing": "This file is missing: {name}",
    "manifest.note": "The list of files does not bear a valid signature of the operator ({detail}).",
    "leaf.form": "Line {line} of leaves.jsonl is no entry in the prescribed form.",
    "leaf.twice": "An entry stands in the package twice.",
    "chain.gap": "Entries missing (chain {name}): {span}.",
    "chain.tail": "The end is missing (chain {name}): entries {span}.",
    "chain.unlisted": "Entry {n} belongs to no part of this conversation that was handed out.",
    "chain.link": "Entry {n} does not follow from the entry before it (chain {name}).",
    "chain.time": "Entry {n} is not later than the entry before it (chain {name}).",
    "chain.party": "Entry {n} is between other parties than the conversation.",
    "chain.head": "The last entry is not entry {n} as the operator signed it (chain {name}).",
    "value.verified": "Entry {n}, {name}: verified",
    "value.erased": "Entry {n}, {name}: erased; the erasure is on record",
    "value.withheld": "Entry {n}, {name}: withheld from this package",
    "value.altered": "Entry {n}, {name}: not what was recorded.",
    "value.extra": "Something is given as content that was never recorded: {name}",
    "value.missing": "Entry {n}, {name}: missing, without a reason.",
    "value.not_erased": "Entry {n}, {name}: said to be erased, but no erasure is on record.",
    "file.verified": "Attached file verified: {member}",
    "file.erased": "An attached file was erased; the erasure is on record.",
    "file.withheld": "An attached file is withheld from this package.",
    "file.altered": "An attached file is not the one that was sent: {member}",
    "file.extra": "This attachment was never sent: {name}",
    "file.missing": "An attached file is missing, without a reason.",
    "proof.pending": (
        "Entry {n} is younger than 24 hours and not yet in the signed log; its receipt vouches for it."
    ),
    "proof.wrong": "Entry {n} is not in the signed log at the place that is claimed.",
    "proof.missing": "The proof that entry {n} is in the log is missing.",
    "checkpoint.wrong": "The state of the log is not validly signed ({detail}): {name}",
    "checkpoint.split": "The log signed two different states of the same size: {name}",
    "receipt.wrong": "The receipt of entry {n} is not valid.",
    "receipt.extra": "A receipt belongs to no entry of the package.",
    "receipt.key": "The key that signed the receipt of entry {n} is missing.",
    "receipt.missing": "Entry {n} has neither a proof nor a receipt.",
    "conversation.differs": "conversation.json tells something else than what was recorded: {field}",
    "conversation.extra": "conversation.json tells of an entry that is not on record.",
    "conversation.missing": "conversation.json leaves entry {n} out.",
    "key.not_given": "Compare this key with the one that the operator publishes: {fingerprint}",
    "key.untrusted": "Signed by a key that is not the one you trust: {fingerprint}",
    "key.receipts": (
        "The key for receipts and lists of files is not vouched for by a log that you trust: {fingerprint}"
    ),
    "state.verified": "verified",
    "state.erased": "erased",
    "state.withheld": "withheld in this package",
    "state.missing": "MISSING",
    "state.altered": "ALTERED",
    "name.by": "author",
    "name.body": "text",
    "name.about": "order or offer as shown",
    "name.file": "file {k}",
    "say.conversation": "Conversation",
    "say.made": "Handed out",
    "say.entries": "{entries} entries, {proved} of them proved to be in the signed log",
    "say.values": "Content",
    "say.key": "Key",
    "say.log": "log",
    "say.receipts": "receipts",
    "say.witness": "witness",
    "say.trusted": "trusted",
    "say.unknown": "not confirmed",
    "say.address": "Published at {address}",
    "say.scope": (
        "Texts, authors, times, facts and files are proved one by one. Title, market and the "
        "seller's name above the messages are the operator's statement."
    ),
    "say.failed": "The check itself failed on this package, so nothing in it is confirmed.",
}
