"""Words of things that cannot both be true, in five languages: regular expressions over folded text."""

import re
from typing import Final

MONTHS: Final = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    "|stycz|lut|marz|kwie|maj|czerw|lip|sierp|wrze|pazdz|listop|grud"
    "|januar|februar|maerz|april|mai|juni|juli|august|september|oktober|november|dezember"
    "|janv|fevr|mars|avr|mai|juin|juil|aout|septembre|octobre|novembre|decembre"
    "|genn|febb|marzo|aprile|magg|giug|lugl|agosto|sett|ottobre|novembre|dicembre"
)
"""Twelve a line; where two lines begin alike, the month is the same."""

DISPATCH: Final = re.compile(
    r"\b(?:ship|dispatch|despatch|sen[dt]|post(?:ed|ing)\b|leav|left|hand(?:ed|ing)? (?:it )?over|goes out|went out|picked up|"
    r"collect|wysl|wysyl|nada|wyszl|wyjdzie|wychodz|poszl|pojdzie|odbierze kurier|versand|versend|verschick|abgeschick|"
    r"losgeschick|schick|raus|los\b|abgeholt|ubergeben|abgegeben|expedi|envo|parti|part\b|remis|enleve|spedi|invi|mandat|"
    r"mandi|parte\b|parti|affidat|ritirat|consegnat\w* al corriere)\w*"
)
DELIVERY: Final = re.compile(
    r"\b(?:deliver|arriv|with you|reach|get to you|gets to you|receiv|have it|be there|in your hands|lands?\b|comes?\b|"
    r"got it|at your (?:door|place)|dostar|dotr|dorecz|dojdzie|doszl|przyjdzie|przyszl|bedzie u|jest u|byla? u|otrzyma|u pan|"
    r"dostanie|odebral|liefer|geliefert|ausgeliefert|zugestell|zustell|ankunft|ankomm|angekommen|bei ihnen|kommt|erhalten|"
    r"da sein|eintreff|trifft|livr|recev|chez vous|recu|aurez|distribu|conseg(?!nat\w* al corriere)|arriv|ricev|da lei|da voi|"
    r"recapit|avra)\w*"
)
REFUND: Final = re.compile(
    r"refund|reimburs|money back|pay(?:ing)? you back|zwrot|zwroc|zwrac|oddaj|odda|erstatt|zuruckgezahlt|zuruckgebucht|gutgeschrieb|zuruckuberw|uberweis|rembours|credit|rimbors|restitu|riaccredit|accredit"
)
PARTIAL: Final = re.compile(
    r"\b(?:plus|minus|less|shipping|postage|total|of which|deduct|partial|half|each|instead|rather|not|price|restocking|fee|first|second|per|discount|or|both|two refunds|corrected|altogether|and then|po potraceniu|minus|plus|razem|wysylk|koszt|lacznie|polow|potrac|zamiast|cena|czesc|kazd|opla|rabat|lub|albo|abzug|abzugl|zzgl|plus|versand|gesamt|insgesamt|davon|teil|halfte|statt|preis|je|jeweils|gebuhr|oder|rabatt|frais|port|total|moins|plus|dont|moitie|partiel|au lieu|prix|chacun|remise|ou bien|spese|spedizione|totale|meno|piu|di cui|meta|parzial|invece|prezzo|ciascun|sconto|oppure)\w*"
)
