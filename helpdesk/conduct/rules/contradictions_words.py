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
    r"\b(?:ship|dispatch|despatch|sent|send|posted|leav|left|hand(?:ed)? over|goes out|went out|wysl|wysyl|nada|wyszl|wyjdzie|wychodz"
    r"|versand|verschick|versend|abgeschick|raus|los|ubergeben|expedi|envoy|parti|part|remis|spedi|invi|parti|consegnat\w* al corriere)\w*"
)
DELIVERY: Final = re.compile(
    r"\b(?:deliver|arriv|with you|reach|get to you|receive|have it|be there|in your hands|dostar|dotr|dorecz|dojdzie|doszl|bedzie u"
    r"|otrzyma|u pan|liefer|zugestell|zustell|ankunft|ankomm|bei ihnen|kommt|erhalten|da sein|livr|arriv|recev|chez vous|recu"
    r"|conseg|arriv|ricev|da lei|recapit)\w*"
)
SENT: Final = re.compile(
    r"\b(?:(?:has been|have been|was|were|is|been|already|we(?:'ve| have)?|i(?:'ve| have)?|got) (?:already )?(?:dispatched|despatched|shipped|sent|posted|handed over|mailed)"
    r"|(?:dispatched|shipped|posted) (?:yesterday|today|on|this|already|last)|(?:on|is on) its way|left (?:our|the) (?:warehouse|depot)|with the courier"
    r"|(?:zostala?|zostalo|juz) (?:wyslan|nadan)\w*|wyslalismy|wyslalem|wyslalam|nadalismy|paczka (?:wyslana|nadana|w drodze|wyszla)|wyslan[aeoy]\b|wyszl[ao] (?:wczoraj|dzis|juz)|jest w drodze|u kuriera"
    r"|(?:wurde|ist|haben wir|habe ich|bereits|schon)\b[^.!?\n]{0,40}?(?:versendet|versandt|verschickt|abgeschickt|unterwegs|losgeschickt|rausgegangen|ubergeben)|(?:versendet|versandt|verschickt) (?:am|gestern|heute)|ging (?:gestern|heute|am)\b[^.!?\n]{0,20}raus"
    r"|(?:a ete|est|bien|deja|avons|ai) (?:bien |deja |ete )?(?:expedie|envoye|parti|remis)\w*|est en (?:route|chemin)|(?:expedie|envoye|parti)e? (?:hier|aujourd|ce|le)"
    r"|(?:e stat[oa]|e|gia|abbiamo|ho) (?:gia )?(?:spedit|inviat|partit|affidat)\w*|e in viaggio|(?:spedit|partit)[oa] (?:ieri|oggi|il))"
)
NOT_SENT: Final = re.compile(
    r"\b(?:not (?:yet )?(?:been )?(?:packed|boxed|wrapped|dispatched|shipped|sent|posted|left)|(?:isn't|hasn't|wasn't|haven't|aren't)[^.!?\n]{0,20}(?:packed|been packed|boxed|left|shipped|dispatched|sent|wrapped)"
    r"|still (?:has to|needs to|to be|being|have to|need to|must) (?:be )?(?:pack|box|wrap|assembl|made|print|produced|sewn)\w*|still (?:on|in) (?:our|my|the) (?:shelf|warehouse|workshop|bench|stock|store)|(?:will|'ll|to|gonna|going to) (?:be )?pack\w*|pack(?:ing)? it (?:tomorrow|tonight|next|on|later)|no parcel|haven't printed|waiting (?:for|on) (?:the )?(?:box|packag)\w*|being packed|will (?:ship|be (?:sent|shipped|dispatched))|ready to pack"
    r"|(?:nie|jeszcze nie) (?:jest |zostal[aoy]? |mamy )?(?:jeszcze )?(?:spakowa|zapakowa|wyslan|nadan|gotow)\w*|czeka na (?:spakowanie|pakowanie|karton|odbior)|(?:jeszcze|nadal) (?:lezy|stoi|jest|pakuj|sie pakuje)\w*|(?:spakujemy|zapakujemy|spakuje|zapakuje)\w*|w trakcie pakowania|bedzie (?:pakowan|spakowan|wyslan)\w*|nie ma (?:jeszcze )?paczki"
    r"|noch nicht (?:verpackt|gepackt|eingepackt|verschickt|versendet|fertig|abgeholt|raus|ganz)|(?:muss|mussen|wird|werden)\b[^.!?\n]{0,30}(?:verpackt|gepackt|eingepackt|gebaut|genaht|produziert)|(?:packen|verpacken) (?:wir|ich|es|sie|das)\b|(?:liegt|steht) (?:noch|hier noch|noch hier)|warten? (?:noch )?auf (?:den karton|kartons|verpackung)|kein paket|noch (?:hier|bei uns|im lager|im regal|unverpackt)"
    r"|pas (?:encore )?(?:ete )?(?:emballe|prepare|pret|parti|expedie|envoye|fait le colis)\w*|(?:reste a|doit etre|allons|vais|va|sera) (?:l')?(?:etre )?(?:emball|prepar)\w*|(?:est|reste) (?:encore|toujours) (?:dans|sur|au|en|chez)\b[^.!?\n]{0,20}(?:entrepot|atelier|etagere|stock|nous|depot|preparation)|aucun colis|en (?:cours d'|attente d')emballage|encore (?:a emballer|chez nous|dans notre)|attendons (?:le|les|un) carton"
    r"|non (?:e |ancora |e ancora |e stat[oa] ancora |l'abbiamo ancora )?(?:ancora )?(?:imballat|impacchettat|confezionat|pront|partit|spedit|preparat)\w*|(?:dobbiamo|devo|deve|va) (?:ancora )?(?:essere )?(?:imballar|imballat|confezion|impacchett|preparar)\w*|(?:e|sta) ancora (?:qui|in magazzino|sullo scaffale|in laboratorio|da|nel)|(?:lo|la) (?:imballo|imballiamo|impacchettiamo|prepariamo)|nessun pacco|ancora da (?:imballare|confezionare|preparare)|aspettiamo (?:il|la|gli|le) (?:cartone|scatol|imball)\w*)"
)
REFUND: Final = re.compile(
    r"refund|reimburs|money back|pay(?:ing)? you back|zwrot|zwroc|zwrac|oddaj|odda|erstatt|zuruckgezahlt|zuruckgebucht|gutgeschrieb|zuruckuberw|uberweis|rembours|credit|rimbors|restitu|riaccredit|accredit"
)
PARTIAL: Final = re.compile(
    r"\b(?:plus|minus|less|shipping|postage|total|of which|deduct|partial|half|each|instead|rather|not|price|restocking|fee|first|second|per|discount|or|both|two refunds|corrected|altogether|and then|po potraceniu|minus|plus|razem|wysylk|koszt|lacznie|polow|potrac|zamiast|cena|czesc|kazd|opla|rabat|lub|albo|abzug|abzugl|zzgl|plus|versand|gesamt|insgesamt|davon|teil|halfte|statt|preis|je|jeweils|gebuhr|oder|rabatt|frais|port|total|moins|plus|dont|moitie|partiel|au lieu|prix|chacun|remise|ou bien|spese|spedizione|totale|meno|piu|di cui|meta|parzial|invece|prezzo|ciascun|sconto|oppure)\w*"
)
IN_STOCK: Final = re.compile(
    r"\b(?:(?:is|are|it's|have it|got it|them|one|plenty|all|both|everything) (?:in stock|available|on the shelf|ready to ship)|in stock|on our shelf|from stock|(?:jest|mamy|sa|leza?|lezy) (?:na stanie|w magazynie|dostepn\w*|od reki)|na stanie|na magazynie|dostepn\w+ od reki"
    r"|(?:auf|am|an) lager|vorratig|sofort lieferbar|sofort verfugbar|en stock|disponible (?:de suite|immediatement|tout de suite)|in magazzino|disponibil[ei] (?:subito|immediatamente|in pronta)|pronta consegna|a magazzino)"
)
REORDER: Final = re.compile(
    r"\b(?:(?:must|have to|need to|needs to|has to|we'll|will|first) (?:first )?(?:be )?(?:re-?order|order(?:ed)? (?:it|them|in|from)|back-?order)\w*|back-?order\w*|reorder\w*|on order (?:from|with)|order (?:it|one|them) (?:in|from)|out of stock|sold out|waiting for (?:the |a )?(?:new |next )?(?:delivery|supplier|stock|shipment)|from (?:the|our) (?:supplier|manufacturer) (?:first|takes|in)|none left|next delivery|run out"
    r"|(?:musimy|trzeba|musze|trzeba go|bedziemy) (?:ja |go |je |to |dopiero |najpierw )?(?:domowic|zamowic|sprowadzic|dokupic)|domowi\w+|zamawiamy (?:u|dopiero|od)|czekamy na (?:dostawe|producenta)|wyprzedan\w*|brak (?:na stanie|towaru|w magazynie)|chwilowo brak|sciagamy|sprowadzamy|u dostawcy"
    r"|nachbestell\w*|nachbestellt|(?:muss|mussen)\b[^.!?\n]{0,25}(?:bestell|nachbestell|beschaff|nachorder)\w*|(?:erst|beim lieferanten|beim hersteller) (?:noch )?(?:bestell|order)\w*|ausverkauft|vergriffen|nicht (?:auf lager|vorratig|lieferbar)|warten auf (?:die|eine|unsere) (?:lieferung|nachlieferung|ware)"
    r"|(?:devons|doit|faut|dois|va falloir|allons) (?:le |la |les |d'abord |encore )?(?:re)?(?:commander|etre recommande|faire venir|reapprovisionner)|recommand(?:er|e|ons)\w* (?:chez|au|aupres)|rupture|en reappro|reapprovisionnement|epuise\w*|attendons (?:la|une|le) (?:livraison|reappro|fournisseur)|commande (?:chez|aupres du|au) fourniss\w*"
    r"|(?:dobbiamo|va|deve|devo|bisogna|occorre) (?:prima )?(?:essere )?(?:ri)?(?:ordin|ordinat|riordin)\w*|riordin\w*|esaurit\w*|non (?:disponibil|in magazzino)\w*|aspettiamo (?:la|il|una) (?:consegna|fornitore|fornitura|arrivo)|dal fornitore|in arrivo dal)"
)
NEW: Final = re.compile(
    r"\b(?:brand.?new|(?:is|it's|are|completely|totally|factory|as|100 ?%) new\b|never (?:been )?(?:used|worn|opened)|unused|unworn|new (?:in|with|and sealed|old stock)|fabrycznie now\w+|(?:jest|calkowicie|zupelnie|calkiem|sa) now[aeyi]\b|nieuzywan\w+|nigdy nie(?:uzywan| byl\w* uzywan)\w*|now[aey] (?:w folii|z metk|w pudelku|oryginalnie)"
    r"|fabrikneu\w*|nagelneu\w*|brandneu\w*|(?:ist|sind|komplett|vollig|absolut) neue?\b|unbenutzt\w*|ungetragen\w*|nie (?:benutzt|getragen|gebraucht)|neuware|originalverpackt|(?:est|sont|tout|toute|entierement|etat|produit|article) neu(?:f|ve|fs|ves)\b|jamais (?:servi|utilise|porte|ouvert)\w*|neuf sous|(?:e|sono|completamente|assolutamente|totalmente|articolo|prodotto) nuov[oaie]\b|mai (?:usat|indossat|apert|utilizzat)\w*|nuov[oa] (?:di zecca|di fabbrica|con etichett|sigillat|in scatola|mai))"
)
USED: Final = re.compile(
    r"\b(?:second.?hand|pre.?owned|pre.?loved|refurbished|ex.?display|ex.?demo|demo (?:unit|model)|(?:is|was|been|lightly|gently|barely|hardly|a|previously|little|slightly) used\b|signs? of (?:use|wear)|traces of (?:use|wear)|wear marks|previous owner|customer return|worn (?:once|twice|a few)|used (?:it|for|by|once|twice|a few|item|one|condition)"
    r"|(?:jest|byl\w*|lekko|troche|malo|krotko|towar|sprzet|egzemplarz) uzywan\w+|uzywan[aey] (?:przez|rok|pol|kilka|krotko|sporadycznie|tylko)|slady (?:uzyt|uzywan|noszen)\w*|sladami uzy\w*|poprzedni\w* wlasciciel\w*|powystawow\w*|odnowion\w*|regenerowan\w*|po zwrocie|z drugiej reki|poleasingow\w*"
    r"|gebraucht\w*|gebrauchsspuren|second.?hand|vorbesitz\w*|vorfuhr\w*|ausstellungsstuck|generaluberholt|refurbished|b.ware|retoure|(?:leicht|kaum|wenig|schon|bereits) (?:benutzt|getragen|gebraucht)|getragen worden|spuren vom (?:tragen|gebrauch)"
    r"|d'occasion|occasion\b|seconde main|reconditionne\w*|(?:deja|peu|ete|legerement) (?:servi|utilise|porte)\w*|traces d'(?:usage|usure|utilisation)|ancien proprietaire|precedent proprietaire|modele d'expo\w*|exposition"
    r"|usat[oaie] (?:da|per|poco|qualche|sicuro|garantito|ma|in)|(?:e|e stat[oa]|era|articolo|poco|leggermente|prodotto) usat[oaie]|seconda mano|segni (?:di|d') ?(?:usura|uso|utilizzo)|ricondizionat\w*|rigenerat\w*|ex.?espositiv\w*|proprietario precedente|precedente proprietario|ex.?demo)"
)
