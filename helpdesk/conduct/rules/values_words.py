"""Words that say of what a quantity is told, and that two of them belong to one thing."""

import re
from typing import Final

KINDS: Final = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("wide", r"\b(?:wid(?:e|th)|breit|szerok|larg|largh)"),
        ("high", r"\b(?:high|height|tall\b|hoch|hohe|wysok|haut\b|hauteur|alt[oa]\b|altezza)"),
        ("long", r"\b(?:long|length|lang\b|lange\b|dlug|lung)"),
        ("deep", r"\b(?:deep|depth|tief|glebok|profond)"),
        ("across", r"diamet|durchmess|sredni"),
        ("screen", r"screen|bildschirm|ekran|ecran|schermo"),
        ("weight", r"\b(?:weigh|wieg|schwer\b|gewicht|wazy|waga|wage\b|ciez|pese|poids|lourd|pesa\b|peso\b|pesante)"),
        ("postage", (r"\b(?:postage|shipping (?:is|costs?)|delivery (?:is|costs)|porto|versand(?:kosten)?|przesylk\w+ (?:kosztuje|to)|koszt "
            r"(?:wysylki|przesylki|dostawy)|wysylka (?:kosztuje|to)|frais de port|le port|livraison (?:coute|est)|spedizione (?:costa|e)|spese di sped)")),
        ("price", r"\b(?:price|costs?\b|kostet|preis\b|kosztuj|cena\b|cene\b|coute|prix|costa\b|prezzo)"),
        ("warranty", r"warrant|guarant|garant|gwaranc|garanz|gewahrleist|rekojmi"),
        ("delivery", (r"\b(?:deliver|arriv|expect|with you|parcel takes|ship(?:ping|s)\b|transit|dostaw|wysylka trwa|dotr|dojdzie|przesylka "
            r"idzie|liefer|zustell|kommt|ankunft|unterwegs|livr|recev|achemin|conseg|spedizione|arriv|ricev)")),
        ("runtime", r"charge\b|battery|batteri\w|akku|laufzeit|ladung|ladowan|autonom|carica"),
    )
)  # fmt: skip
OWN: Final = re.compile(
    r"\b(?:its|these|those|the full|all|all the|his|with its|after its|ses|ces|tous les|toutes les|les|seine[nrm]?|ihre[nrm]?|"
    r"diese[nrm]?|jede der|alle|aller|jeder der|each of the|te|tych|tymi|swoi\w+|jego|jej|kazd[aey] z(?: tych)?|wszystki\w+|"
    r"questi|queste|i suoi|le sue|coi suoi|con i suoi|dei suoi|delle sue|tutti (?:i|e)|tutte (?:le|e)|ognun[oa] de[il]\w*|"
    r"chacun\w* des) $"
)
THE: Final = re.compile(r"(?:\b(?:the|die|den|der|gli|le|les)|[,.;:] i) $")
WITH: Final = re.compile(r"\b(?:with|mit|bei|przy|avec|con|at) $")
"""Before a number: of what was told of before."""

ENDS: Final = re.compile(
    r"\b(?:ends?|expires?|runs? out|is over|lasts? (?:only )?until|stops?|konczy\w* sie|wygas\w+|uplywa\w*|endet|lauft|erlischt|ist vorbei|"
    r"expire\w*|prend fin|se termine\w*|s'arrete|scad[eo]\w*|termina|finisce|cessa)\b"
)
RUNS: Final = re.compile(
    r"\b(?:runs?|lasts?|works?|halt|lauft|reicht|trzyma|dziala|wystarcza|tient|dure|fonctionne|dura|tiene|regge)\b[^.,;]{0,20}$"
)
AFTER: Final = re.compile(
    r"\b(?:after|nach|po|au bout de|apres|dopo)(?: (?:its|the|ces|ses|tych|diesen|le))? $"
)
"""Before a time: how long something runs, and when it has run."""

OTHER_TIMES: Final = re.compile(
    r"\b(?:return|withdraw|refund|warranty|zwrot|odstapi|gwaranc|ruckgabe|widerruf|erstatt|garant|retour|retract|rembours|reso|"
    r"recesso|rimbors|garanz|abroad|island|holiday)"
)
CHANGED: Final = re.compile(
    r"\b(?:instead|statt|zamiast|au lieu|invece|not|nicht|nie|pas|non|now|jetzt|teraz|maintenant|adesso|sorry|if|falls|wenn|jesli|"
    r"unless|or|oder|lub|albo|ou|oppure|battery|akku|akumulator|batterie|batteria|but|aber|ale|mais|ma|extend\w*|verlanger\w*)\b"
)
CONSEQUENCE: Final = re.compile(
    r"\b(?:so|therefore|hence|thus|that is|i\.e\.|meaning|which means|czyli|wiec|zatem|to znaczy|tzn|also|somit|daher|d\.h\.|"
    r"das heisst|sprich|donc|soit|c'est-a-dire|ainsi|quindi|dunque|cioe|ossia|ovvero|pertanto|percio)\b"
)
OF_WHICH: Final = re.compile(
    r"\b(?:of which|of these|one of them|whose|z ktorych|z czego|ktorych|deren|davon|wovon|dont|parmi lesquel\w+|di cui|dei quali|"
    r"delle quali)\b[^.;!?]{0,20}?"
    r"\b(?P<nth>third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|trzeci\w|czwart\w+|piat\w|piata|szost\w+|siodm\w+|osm\w+|"
    r"dritte\w?|vierte\w?|funfte\w?|sechste\w?|siebte\w?|achte\w?|neunte\w?|troisieme|quatrieme|cinquieme|sixieme|septieme|"
    r"huitieme|terz[oa]|quart[oa]|quint[oa]|sest[oa]|settim[oa]|ottav[oa])\b"
)
NTH: Final = {
    stem: n
    for n, line in (
        (3, "thi trz dri tro ter"),
        (4, "fou czw vie qua"),
        (5, "fif pia fun cin qui"),
        (6, "six szo sec ses"),
        (7, "sev sio sie sep set"),
        (8, "eig osm ach hui ott"),
        (9, "nin neu"),
        (10, "ten"),
    )
    for stem in line.split()
}
"""By the first three letters."""

NEAR_RANGE: Final = re.compile(r"\W*(?:\w* )?(?:to|do|bis|und|and|et|e|i|a|x|of|de|di|von|z|-)\W*")
RANGE: Final = re.compile(
    r"(?:\bgross\b|\bnet\b|\bbrut\b|\blordo\b|\bbis\b|\bod\b|\bab\b|\bdes\b|\bda\b|"
    r"\bfrom\b|\bbetween\b|\bup to\b|\bmax|\bmin|\bplus\b|\bminus\b|\beach\b|\bper\b|@|"
    r"\bnow\b|\bfirst\b|\bpro\b|\bje\b|\boriginally\b|\bzwischen\b|\bentre\b|\btra\b|\bjusqu|\bfino\b|"
    r"\bwith a\b|\bpackage|\bverpack|\bkarton|\bbrutto|\bnetto|\bzusatz|\bin addition|\bon top|\bextra|"
    r"\bdodatk|\ben plus|\bin piu|\baggiun|\bs'ajoute|\bpacked|\bload|\bbelast|\btraglast|\bhersteller|"
    r"\bmanufactur|\bproducent|\bfabricant|\bproduttor|\blegal|\bgesetz|\blegale|\brekojm|\bconformi|"
    r"\bopakowan|\bemball|\bimball|\bbox\b|\bavec l|\bw tym|\bdavon|\bdont\b|\bdi cui|\bincl)"
)
SHARED: Final = re.compile(
    r"\b(?:to|bis|between|from|von|od|zwischen|entre|tra|miedzy|jusqu|fino|plus|minus|net|gross|netto|brutto|instead|statt|zamiast|"
    r"au lieu|invece|not|nicht|nie|pas|non|now|jetzt|teraz|maintenant|adesso|each|per|je|pro|another|other|andere\w*|inn\w|"
    r"autres?|altr[oiae]|second\w?|zweite\w*|drug\w+|deuxieme|sorry|correct\w*|was|were|war|waren|by\w*|etait|era|if|falls|wenn|jesli|"
    r"si|se|or|oder|lub|albo|ou|oppure|only|nur|tylko|seulement|solo|more|weitere\w*|kolejn\w+|packed|package|box|"
    r"verpack\w*|opakowan\w*|emball\w*|imball\w*|folded|gefaltet|zlozon\w*|plie\w*|piegat\w*|extend\w*|ausgezogen|rozlozon\w*)\b"
)
"""Between two quantities: a range, a change, another thing."""

NO_HEAD: Final = frozenset(
    (
        "the this that these those its with from your our you for and but has have had was were are been comes come takes take"
        " will would also only just about der die das den dem des ein eine einen einem mit hat haben ist sind wird werden von fur"
        " ihre ihr unser unsere seine seinen diese dieser dieses bei nur noch auch etwa rund ganz und aber mamy jest maja przy"
        " tych tymi tego nasz nasza panski dla tylko okolo prawie czyli wiec ale oraz avec cette sont fait font mesure pese"
        " nous vous notre votre pour elle ils elles dans mais environ seulement questo questa questi queste con sono misura"
        " pesa nostro nostra vostro suoi alla alle della delle dello nella circa solo quindi long wide high deep lang breit hoch"
        " tief dluga dlugi szeroki szeroka wysoki wysoka large haute haut larga largo alto alta weighs weigh wiegt wazy therefore"
        " ends expires konczy endet expire scade length width height weight breite lange hohe gewicht dlugosc szerokosc wysokosc"
        " waga betragt wynosi measures mierzy halt trzyma dura dure tient runs lasts lauft each every wszystkie kazda jede alle tous tutti tutte chaque ognuno lange tiefe longueur largeur hauteur poids lunghezza larghezza altezza peso warranty guarantee garantie gwarancja gwarancji"
        " garanzia delivery lieferung dostawa livraison consegna item article artikel artykul produkt product produit prodotto"
        " articolo price costs cost preis kostet cena kosztuje prix coute prezzo costa please prosze bitte there daher somit"
    ).split()
)
"""Words that a clause may begin with and that name no other thing."""

PIECES: Final = frozenset(
    (
        "piece pieces eins zwo point eight-point item items sztuk sztuki szt stuck stueck exemplare artikel pezzi articoli articles "
        "times points persons people osob osoby personen personnes persone percent degrees parcels "
        "packages paczki pour nowt nought zero null cost costs kosten paczek pakete paketen pakiety "
        "colis pacchi "
    ).split()
)
"""Words that anything may be counted in: two numbers of them tell of two things."""
