"""The sentences of all codes, by language."""

from __future__ import annotations

from helpdesk.evidence.shipped.verify.words_de import DE
from helpdesk.evidence.shipped.verify.words_en import EN
from helpdesk.evidence.shipped.verify.words_fr import FR
from helpdesk.evidence.shipped.verify.words_it import IT
from helpdesk.evidence.shipped.verify.words_pl import PL

WORDS = {"en": EN, "pl": PL, "de": DE, "fr": FR, "it": IT}
