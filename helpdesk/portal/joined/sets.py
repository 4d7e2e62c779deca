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
    ("account", _ALL),
    ("buyer", "buyer seller"),
    ("desk", "administrator"),
    ("reading", "administrator"),
    ("teamwork", "seller"),
    ("together", "seller"),
    ("live", "buyer seller administrator"),
    ("starting", "buyer seller administrator"),
    ("package", "buyer seller administrator"),
    ("letters", "buyer seller administrator"),
    ("history", "buyer seller"),
    ("palette", "buyer seller administrator"),
    ("agreements", "buyer seller administrator"),
    ("cases", "buyer seller administrator"),
    ("outages", _ALL),
    ("erasures", "administrator"),
    ("search", "buyer seller administrator"),
    ("proof", "administrator"),
    ("review", "administrator"),
    ("rules", "administrator"),
)
_OWN = (
    "calendars",
    "demo",
    "escalations",
    "flows",
    "law",
    "market",
    "reading",
    "review",
)  # of a few pages, beside their side's

STYLES = {
    **{side: tuple(name for name, sides in _SHEETS if side in sides.split()) for side in _ALL.split()},
    **{name: (name,) for name in _OWN},
}

# What imports stands behind what it imports from.
_LIVE = ("page", "preferences", "morph", "swap", "live", "palette")
_WRITING = ("files", "composer", "check")
SCRIPTS = {
    "stranger": ("page", "preferences"),
    "buyer": _LIVE,
    "seller": _LIVE,
    "administrator": _LIVE,
    "writing": _WRITING,
    "order": (*_WRITING, "copy"),
    "thread": (*_WRITING, "copy", "composing", "translate"),
    "desk": ("desk", "translate"),
    "reader": ("composer", "desk", "composing", "translate"),
    "answering": (*_WRITING, "questions", "desk", "composing", "translate"),
    "together": ("together", "onward"),
    "asked": ("composer",),
    "parcel": ("parcel",),
    "queue": ("queue",),
    "search": ("search",),
    "verify": ("verify",),
}
