"""Words that make opposites true: of two articles, corrected, on a condition, one or the other."""

from typing import Final

ANOTHER: Final = (
    r"\b(?:"
    r"not|isn't|wasn't|other|another one|the second|unlike|versus|vs|instead|inny|inna|inne|"
    r"drug[aiey]|andere[nrsm]?|zweite[nrs]?|autre[s]? (?:mod|coul|ref|art)|deuxieme|"
    r"altr[oiae] (?:mod|col|art)|second[oa]|invece|statt|zamiast|au lieu|mistake|blad|pomyl\w*|"
    r"fehler|verwechsel\w*|erreur|errore|sorry|pardon|entschuldig\w*|przeprasz\w*|scusi|desole\w*|"
    r"correct|korrekt|or|oder|ou|lub|albo|oppure|if|whether|ob|falls|wenn|czy|jesli|si vous|se lei|"
    r"third|trzeci\w*|dritte[nr]?|troisieme|terz[oa]|panel|back|rear|frame|strap|lid|cap|cover|glass|handle|screen|drawers?|shelf|shelves|cable|battery|ruckwand|rahmen|deckel|griff|armband|boden|scheibe|akku|tyl|plecy|rama|szyba|szybka|pasek|pokrywa|uchwyt|tylna|scianka|fond|cadre|dos|vitre|couvercle|poignee|bracelet|panneau|cornice|vetro|retro|schienale|coperchio|manico|cinturino|pannello|everything else|celles?|ceux|quell[aeio]|te z|diejenigen|"
    r"else|sonst|part of|ein teil|czesc|une partie|una parte|rest|reszt\w*|black|white|red|blue|"
    r"green|schwarz\w*|weiss\w*|rot\w*|blau\w*|czarn\w*|bial\w*|czerwon\w*|niebiesk\w*|noir\w*|"
    r"blanc\w*|rouge\w*|bleu\w*|ner[oa]|bianc\w*|ross[oa]|blu|size|grosse|rozmiar|taille|taglia|"
    r"cushions?|inserts?|filling|kissen|fullung|inlett?|wklad\w*|wypelnieni\w*|coussins?|rembourrage|"
    r"cuscin[oi]|imbottitur\w*|"
    r"lining|sole|futter|sohle|podeszw\w*|podszewk\w*|doublure|semelle|suola|fodera|straps?|"
    r"compatible with|kompatibel mit|kompatybiln\w+ z|compatible avec|compatibil\w con|passend zu|"
    r"works with|pasuje do|fits|neither|unless|ausser|chyba|sauf|tranne|"
    r"second (?:parcel|box|package|item|part)|the other|remaining|the rest|druga paczka|"
    r"drug[ai]\w*|pozostal\w*|zweites? paket|zweite sendung|den rest|deuxieme colis|le reste|"
    r"l'autre|secondo pacco|il resto|l'altr\w+|either|entweder|soit|sia|correction|korrektur|meant|"
    r"meinte|mialem na mysli|je voulais dire|volevo dire|replacement|ersatz\w*|zamienn\w*|"
    r"remplacement|sostitu\w*|accessor\w*|zubehor|akcesori\w*|partial\w*|teil\w* davon"
    r")\b"
)
"""What makes them true of two articles, or takes one of them back."""

UNLIKE: Final = (
    r"\b(?:"
    r"other|another one|the second|unlike|versus|vs|instead|inny|inna|inne|drug[aiey]|"
    r"andere[nrsm]?|zweite[nrs]?|autre[s]? (?:mod|coul|ref|art)|deuxieme|"
    r"altr[oiae] (?:mod|col|art)|second[oa]|invece|statt|zamiast|au lieu|mistake|blad|pomyl\w*|"
    r"fehler|verwechsel\w*|erreur|errore|sorry|pardon|entschuldig\w*|przeprasz\w*|scusi|desole\w*|"
    r"correct|korrekt|or|oder|ou|lub|albo|oppure|if|whether|ob|falls|wenn|czy|jesli|si vous|se lei|"
    r"third|trzeci\w*|dritte[nr]?|troisieme|terz[oa]|panel|back|rear|frame|strap|lid|cap|cover|glass|handle|screen|drawers?|shelf|shelves|cable|battery|ruckwand|rahmen|deckel|griff|armband|boden|scheibe|akku|tyl|plecy|rama|szyba|szybka|pasek|pokrywa|uchwyt|tylna|scianka|fond|cadre|dos|vitre|couvercle|poignee|bracelet|panneau|cornice|vetro|retro|schienale|coperchio|manico|cinturino|pannello|everything else|celles?|ceux|quell[aeio]|te z|diejenigen|"
    r"else|sonst|ein teil|czesc|une partie|una parte|rest|reszt\w*|black|white|red|blue|green|"
    r"schwarz\w*|weiss\w*|rot\w*|blau\w*|czarn\w*|bial\w*|czerwon\w*|niebiesk\w*|noir\w*|blanc\w*|"
    r"rouge\w*|bleu\w*|ner[oa]|bianc\w*|ross[oa]|blu|ausser|chyba|sauf|tranne|"
    r"second (?:parcel|box|package|item|part)|the other|remaining|the rest|druga paczka|"
    r"drug[ai]\w*|pozostal\w*|zweites? paket|zweite sendung|den rest|deuxieme colis|le reste|"
    r"l'autre|secondo pacco|il resto|l'altr\w+|either|entweder|soit|sia|correction|korrektur|meant|"
    r"meinte|mialem na mysli|je voulais dire|volevo dire|replacement|ersatz\w*|zamienn\w*|"
    r"remplacement|sostitu\w*|accessor\w*|zubehor|akcesori\w*|partial\w*|teil\w* davon"
    r")\b"
)
"""The same of what becomes of one parcel, refund or stock."""

STATES: Final = frozenset({"sent", "stock", "paid", "delivered", "received", "repaired", "payment"})
"""What may become true later, so that it contradicts in one order only."""
