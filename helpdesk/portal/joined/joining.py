"""Small files made into one: comments and indents stay at home, each script keeps its names to itself."""

import re

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_REMARK = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_ASIDE = re.compile(r"[ \t]+// [^\"'`\n]*$", re.MULTILINE)  # not where it may be part of a text
_ROOM = re.compile(r"\s*([{};])\s*|(?<=[a-z]):\s+")
_INDENT = re.compile(r"\s*\n\s*")
_IMPORT = re.compile(r'^import (\{[\w, ]+\}) from "\./([\w-]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function|const|class) (\w+))", re.MULTILINE)


def sheet(parts: dict[str, str]) -> str:
    """Style sheets one after another; layers are declared in the first."""
    return "".join(_tight(_COMMENT.sub("", text)) for text in parts.values())


def _tight(text: str) -> str:
    return _ROOM.sub(lambda found: found[1] or ":", _INDENT.sub("\n", text)).replace(";}", "}").lstrip()


def script(parts: dict[str, str]) -> str:
    """Modules one after another, each in a function that returns what it exports."""
    return "".join(_module(name, text) for name, text in parts.items())


def _module(name: str, text: str) -> str:
    exports = ", ".join(found[1] for found in _EXPORT.findall(text))
    body = _EXPORT.sub(r"\1", _IMPORT.sub(r"const \1 = of_\2;", _ASIDE.sub("", _REMARK.sub("", text))))
    inside = _INDENT.sub("\n", body).strip()
    return f"const of_{name} = (() => {{\n{inside}\nreturn {{ {exports} }};\n}})();\n"
