"""What is sent together: the style sheets of each side, in the order that counts; scripts by their use."""

_ALL = "stranger buyer seller administrator"

# A later sheet of the same layer has the last word. Beside it: whose pages need it.
_SHEETS = (
    ("tokens", _ALL),
    ("elements", _ALL),
    ("layout", _ALL),
    ("components", _ALL),
    ("lists", _ALL),
    ("due", _ALL),
    ("record", _ALL),
    ("files", _ALL),
    ("check", "buyer seller administrator"),
    ("questions", "buyer seller administrator"),
    ("masthead", _ALL),
    ("notices", _ALL),
    ("me", _ALL),
    ("buyer", "buyer seller"),
    ("orders", "buyer seller"),
    ("desk", "administrator"),
    ("reading", "administrator"),
    ("teamwork", "seller"),
    ("together", "seller"),
    ("live", "buyer seller administrator"),
    ("starting", "buyer seller administrator"),
    ("package", "buyer seller administrator"),
    ("letters", "buyer seller administrator"),
    ("reports", "buyer seller administrator"),
    ("history", "buyer seller"),
    ("palette", "buyer seller administrator"),
    ("agreements", "buyer seller administrator"),
    ("stages", "buyer seller administrator"),
    ("cases", "buyer seller administrator"),
    ("outages", "administrator"),
    ("erasures", "administrator"),
    ("search", "buyer seller administrator"),
    ("proof", "administrator"),
    ("review", "administrator"),
    ("rules", "administrator"),
)
_OWN = (
    "account",
    "calendars",
    "demo",
    "embed",
    "escalations",
    "flows",
    "law",
    "market",
    "markets",
    "outages",
    "reading",
    "reference",
    "review",
    "shops",
    "standing",
    "webhooks",
)  # of a few pages, beside their side's

# nothing of theirs stands beside conversations
_NOT_IN_INBOX = (
    *("orders", "stages", "notices", "package"),
    *("history", "search", "buyer"),
)

_SIDES = {side: tuple(name for name, sides in _SHEETS if side in sides.split()) for side in _ALL.split()}
STYLES = {
    **_SIDES,
    "inbox": tuple(name for name in _SIDES["seller"] if name not in _NOT_IN_INBOX),
    **{name: (name,) for name in _OWN},
}

# What imports stands behind what it imports from.
_LIVE = ("page", "preferences", "morph", "swap", "live", "summon")
_WRITING = ("files", "composer", "check")
_ANSWERING = (*_WRITING, "questions", "desk", "composing", "translate", "parcel")
_TOGETHER = ("together", "onward")
SCRIPTS = {
    "stranger": ("page", "preferences"),
    "buyer": _LIVE,
    "seller": _LIVE,
    "administrator": _LIVE,
    "writing": _WRITING,
    "order": (*_WRITING, "copy"),
    "thread": (*_WRITING, "copy", "composing", "translate"),
    "connections": ("copy", "connections"),
    "desk": ("desk", "translate"),
    "reader": ("composer", "desk", "composing", "translate"),
    "answering": _ANSWERING,
    "inbox": (*_ANSWERING, *_TOGETHER),
    "together": _TOGETHER,
    "copying": ("copy",),
    "asked": ("composer",),
    "markets": ("markets",),
    "palette": ("palette",),
    "parcel": ("parcel",),
    "queue": ("queue",),
    "reference": ("reference",),
    "search": ("search",),
    "verify": ("verify",),
}
