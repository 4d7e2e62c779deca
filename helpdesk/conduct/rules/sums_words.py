"""Words that say what is the sum of what, in five languages, folded."""

import re
from typing import Final

TOTAL: Final = re.compile(
    r"(?:\b(?:total\w*|altogether|in all|makes?|comes to|sum|you (?:now )?pay|to pay|adds up to|razem|lacznie|w sumie|suma|"
    r"do zaplaty|daje|wychodzi|wynosi|calosc|zusammen|insgesamt|gesamt\w*|summe|macht|ergibt|zu zahlen|sind das|das sind|"
    r"also|soit|total|en tout|font|fait|au total|somme|a payer|ensemble|in tutto|totale|fanno|fa|somma|da pagare|cioe|ovvero|"
    r"complessiv\w+)\b|=)[^.!?;,\d]{0,22}$"
)
AFTER: Final = re.compile(
    r" ?(?:in (?:total|all)|altogether|total|lacznie|razem|insgesamt|zusammen|gesamt|en tout|au total|in tutto|in totale|"
    r"complessiv\w+)\b"
)
AT: Final = re.compile(
    r"(?: [a-z']{1,14}){0,3},? (?:at|a|zu|po|je|x|mal|times|fois|per|da|pro stuck|zum preis von|kosztuje|each) $"
)
TIMES: Final = re.compile(r" ?[x*\u00d7] ?$")
LOOSE: Final = re.compile(
    r"%|\b(?:vat|tax|mwst|ust|tva|iva|vat-u|from|ab|od|circa|approx|about|ca|rabatt?\w*|discount\w*|remise|sconto|"
    r"nachlass|coupon|voucher|gutschein|bon|kupon\w*|points?|credit|gutgeschrieben|each way|deposit|anzahlung|zaliczk\w+|"
    r"acompte|acconto|rate\w*|instal\w+|mensil\w+|raty|hour\w*|stund\w*|godzin\w*|heures?|ore|dozen|dutzend|pack of|free)\b"
)
REDUCED: Final = re.compile(
    r"\b(?:instead of|rather than|was|were|now|down|from|before|previously|zamiast|teraz|bylo|wczesniej|przedtem|statt|jetzt|"
    r"vorher|anstatt|frueher|au lieu|avant|maintenant|desormais|invece|anziche|prima|adesso|ora|regular\w*|normal\w*|"
    r"regularn\w+|listino|oder|only|nur|seulement|solo|tylko)\b"
)
PERCENT_OFF: Final = re.compile(
    r"(?:\b(?:discount\w*|off|less|reduc\w+|reduzi\w+|cheaper|sale|rabat\w*|znizk\w*|obniz\w*|przecen\w*|taniej|promocj\w+|"
    r"nachlass|gunstiger|billiger|prozent|remise|moins|reduction|solde\w*|promo\w*|sconto|meno|ribass\w+|scont\w+)\b|-\s?\d)"
)
CARRIAGE: Final = re.compile(
    r"postage|shipping|deliver|versand|porto|liefer|dostaw|wysylk|przesyl|livraison|\bport\b|envoi|sped|conseg"
)
