"""Templates as they are sent: indented for people who read them, not for those who wait for a page."""

import re

from django.template import Origin
from django.template.loaders.app_directories import Loader as Folders

_INDENT = re.compile(r"\s*\n\s*")
# Lines that only say what is shown, name it or bring a part: the one before has ended, parts end theirs.
_STEERING = re.compile(
    r"(?<=\n)((?:\{% (?:(?:if|elif|else|endif|for|empty|endfor|with|endwith|load|include)\b(?:(?!%\}).)*"
    r"|(?:url|translate)\b(?:(?!%\}).)* as \w+ )%\})+)\n"
)


class Loader(Folders):
    """Pages lose their indents when they are read, once; what people wrote comes later and stays as it is."""

    def get_contents(self, origin: Origin) -> str:
        """The template; mails in plain text keep their form."""
        text = super().get_contents(origin)
        return _STEERING.sub(r"\1", _INDENT.sub("\n", text)) if origin.name.endswith(".html") else text
