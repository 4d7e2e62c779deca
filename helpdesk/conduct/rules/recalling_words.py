"""Words that appeal to what was said before, take it back, or deny it, in five languages, folded."""

import re
from typing import Final

REPEATS: Final = re.compile(
    r"\b(?:as (?:i|we)(?:'ve| have| had)? (?:already |always |clearly )?(?:told|said|wrote|written|mention|promis|confirm|agree|stat|explain|advis)|"
    r"as (?:promised|mentioned|agreed|said|stated|confirmed|announced|advised|described|discussed|written|always|before|planned|ordered)|"
    r"like (?:i|we) (?:said|told|wrote)|what (?:i|we) (?:said|told|confirmed|wrote|promised)|"
    r"(?:i|we)(?:'ve| have|'d| had)? (?:always |already |never )(?:told|said|wrote|mentioned|confirmed|promised)|(?:i|we) told you|"
    r"(?:was|were|have) always|all along|from the (?:very )?(?:start|beginning|first)|still stands|"
    r"jak (?:juz )?(?:\w+ )?(?:pisal|mowil|wspom|obiec|ustal|uzgod|zapowi|potwierdz|inform|zawsze|umaw|uprzedz)\w*|"
    r"(?:tak )?(?:pisal|mowil|wspominal|obiecywal|informowal|zapowiadal|potwierdzal|uprzedzal)\w+|"
    r"zgodnie z (?:ustaleni|zapowiedz|obietnic|umow)\w+|przeciez|od (?:samego )?poczatku|"
    r"wie (?:\w+ ){0,3}(?:gesagt|besprochen|versprochen|zugesagt|angekundigt|vereinbart|erwahnt|geschrieben|bestatigt|"
    r"mitgeteilt|abgemacht|beschrieben|angegeben|immer|ausgemacht)|wie (?:ich|wir) (?:\w+ ){0,3}(?:sagte|schrieb|erwahnte)n?|"
    r"(?:hab\w*|hatte\w*) (?:ich|wir) (?:\w+ ){0,4}(?:gesagt|geschrieben|bestatigt|mitgeteilt|angekundigt|versprochen|erwahnt)|"
    r"von anfang an|schon immer|immer (?:so )?(?:gesagt|angegeben|geschrieben)|(?:sagte|schrieb) (?:ich|wir) (?:ja|doch|bereits|schon)|"
    r"comme (?:convenu|promis|prevu|annonc|dit|indique|ecrit|toujours|confirme|mentionne|precise|demande|je (?:vous )?(?:l'|le )|"
    r"nous (?:vous )?(?:l'|le ))\w*|"
    r"(?:je|nous) (?:vous )?(?:l'|le )?(?:ai|avais|avons|avions) (?:toujours |bien |deja |pourtant )?(?:dit|ecrit|annonce|indique|"
    r"precise|confirme)|depuis le (?:debut|depart)|c'est ce que (?:j'|je|nous)|des le (?:debut|depart)|"
    r"come (?:(?:le|vi|gia|ti|sempre|da|ho|avevo|abbiamo) ){0,3}(?:detto|promess|concordat|scritt|annunciat|confermat|accennat|accordi|"
    r"indicat|pattuit|stabilit|anticipat|dicev|specificat|previst)\w*|(?:l'avevo|ho sempre|avevo|avevamo|l'avevamo|gliel'ho|gliel'avevo|"
    r"abbiamo sempre) (?:gia |sempre )?(?:detto|scritto|annunciato|confermato)|fin dall'inizio|sin dall'inizio|da subito)"
)
CORRECTS: Final = re.compile(
    r"\b(?:sorry|apolog\w+|mistake|mistaken|wrong|correct\w*|instead|actually|meant|no longer|unfortunately|now|misread|mixed up|"
    r"turns out|changed|updat\w+|exception|error|but|except|different|przeprasz\w+|pomyl\w+|blad\w*|blednie|jednak|zamiast|niestety|"
    r"teraz|korekt\w+|sprostow\w+|zmieni\w+|najmocniej|wyjatk\w+|ale|entschuldig\w*|leider|versehen\w*|irrtum\w*|korrektur|korrigier\w*|"
    r"geirrt|vertan|verwechsel\w*|stattdessen|doch nicht|jetzt|nun|fehler\w*|falsch\w*|verschrieben|aber|statt|pardon|desol\w+|excus\w+|"
    r"erreur|trompe\w*|rectifi\w+|finalement|plutot|malheureusement|maintenant|navre\w*|au lieu|confondu\w*|mais|en fait|mal exprim\w+|"
    r"scus\w+|errore|sbagli\w+|correzion\w+|rettific\w+|purtroppo|invece|adesso|ora|anziche|confus\w+|ma|in realta|spiacent\w+|"
    r"dispiac\w+|mi correggo|ich korrigiere)\b"
)
"""What was said before is taken back, or has changed since."""

NEVER: Final = re.compile(
    r"\b(?:never|not once|at all|whatsoever|no such|nigdy|zadn\w+|w ogole|wcale|niemals|uberhaupt|zu keine\w+ zeit|"
    r"kein\w* einzig\w*|noch nie|gar kein\w*|gar nicht|jamais|aucun\w*|du tout|nullement|nessun\w*|affatto)\b"
)
NEVER_IN: Final = {"de": re.compile(r"\b(?:nie|kein\w*)\b"), "it": re.compile(r"\bmai\b")}
"""Words that mean something else in another language: not, and May."""

NOT: Final = re.compile(
    r"\b(?:not|no|never|without|n't|cannot|none|nie|bez|brak|zadn\w+|nigdy|nicht|kein\w*|ohne|niemals|pas|aucun\w*|jamais|sans|ne|n'\w+|"
    r"non|nessun\w*|senza|mai|if|whether|falls|wenn|ob|jesli|jezeli|czy|si|se|qualora|unless|once|sobald|gdy|quand|quando|must|"
    r"muss|musi\w*|doit|deve)\b|n't\b|\?"
)
TOPICS: Final = tuple(
    (name, re.compile(rf"\b(?:{stems})"))
    for name, stems in (
        ("refund", (r"refund|money back|reimburs|zwroc(?:il|en|on)|zwrot\w* pieniedz|pieniadz|pieniedz|oddal|erstatt|zuruckgezahlt|"
            r"zuruckuberw|gutgeschr|rembours|rimbors|riaccredit|zwrotu\b")),
        ("return", r"return|retour|rucksend|zwrot|odesl|renvoi|renvoy|reso\b|restitu"),
        ("replacement", r"replac|ersatz|austausch|wymian|zamienn|nowa sztuk|rempla|echange|sostitu|ricambi"),
        ("warranty", r"warrant|guarant|garant|gwaranc|garanz|gewahrleist"),
        ("stock", (r"stock|shelf|warehouse|in hand|na stanie|magazyn|polc|sztuk|dostepn|auf lager|lager|regal|vorratig|rayon|entrepot|"
            r"disponib|magazzino|scaffal|esemplar")),
        ("sent", (r"sent\b|shipped|posted|dispatch|left us|wysl|nada(?:l|n)|paczk\w+ wysz|verschick|versend|versandt|abgeschick|losgeschick|"
            r"expedi|envoy|parti\w*\b|spedi|inviat|partit")),
        ("invoice", r"invoice|receipt|faktur|paragon|rechnung|quittung|facture|recu\b|fattura|ricevut|scontrin"),
        ("discount", r"discount|rabat|znizk|upust|nachlass|remise|reduction|sconto|price match"),
        ("box", r"original box|packaging|pudelk|opakowan|karton|verpackung|boite|emballage|scatola|confezion"),
        ("repair", r"repair|napraw|repar|ripar"),
        ("call", r"call(?:ed)?\b|phoned|dzwoni|telefon|angerufen|appele|telefonat|chiamat"),
        ("charger", r"charger|ladowark|ladegerat|chargeur|caricator|caricabatter"),
        ("complaint", r"complain|claim|reklamac|beschwerde|reclamation|reclam"),
        ("delivery", (r"free (?:delivery|shipping|postage)|darmow\w+ (?:dostaw|wysylk)|kostenlos\w* (?:versand|lieferung)|livraison (?:gratuite|offerte)|"
            r"spedizione gratuita")),
    )
)  # fmt: skip
SIZE: Final = re.compile(
    r"\b(?:size|sizes|grosse|rozmiar\w*|taille|taglia|pointure|numer|nr|is an?|the|un|une|una|einen|eine|ein|to|est un|en|le|la|il)"
    r" (?P<size>xs|s|m|l|xl|xxl|[34]\d(?:[.,]5)?)\b(?! ?(?:cm|mm|kg|g|\u20ac|\u00a3|zl|euro|ml|stuck|sztuk|pieces?|days|dni|tage|jours|giorni)\b)"
)
