"""Where else sellers are: search engines, other marketplaces, stores of apps; and how people point there."""

from typing import Final

from helpdesk.conduct.data.listing import listed

ENGINES: Final = (
    "google", "googl", "gugl", "gogle", "goggle", "guugle", "googel", "duckduckgo", "ecosia", "qwant", "bing",
    "suchmaschine", "search engine", "wyszukiwar", "moteur de recherche", "motore di ricerca", "startpage",
)  # fmt: skip
MARKETS: Final = (
    "ebay", "e-bay", "e bay", "allegro", "vinted", "olx", "leboncoin", "le bon coin", "lbc", "subito",
    "kleinanzeigen",
    "etsy", "amazon", "amazonie", "gumtree", "depop", "shpock", "willhaben", "rakuten", "cdiscount",
    "manomano",
    "aliexpress", "wallapop", "kaufland", "erli", "sprzedajemy", "quoka", "booklooker", "reverb", "discogs",
    "folksy", "marketplace", "dawanda", "tutti", "ricardo", "back market", "fnac", "otto", "idealo", "ceneo",
    "vestiaire", "bakeca", "kijiji", "momox", "rebuy", "catawiki", "onbuy", "temu", "notonthehighstreet",
    "shopify",
    "pakamer", "pakamera", "pakamerze", "allegrze", "ebayu", "olxie", "vintedzie", "the bay", "kleinanz",
)  # fmt: skip
STORES: Final = ("play store", "playstore", "app store", "appstore", "google play", "app-store", "play-store")

SEARCH: Final = (
    r"search(?:\s(?:for|up))?|look(?:\sus|\sme|\sit)?(?:\sup)?(?:\sfor)?|find(?:\sus|\sme)?|type(?:\sin)?|"
    r"put|enter|pop|check(?:\sout)?|"
    r"suchen|such|sucht|finden|findest|eingeben|gib|geben|tippen|tipp|schauen|schau|guck\w*|nachschauen|"
    r"eintippen|"
    r"szukaj\w*|wyszuk\w*|wpis\w*|znajd\w*|zajrz\w*|poszuk\w*|zobacz\w*|szukac|sprawdz\w*|"
    r"cherche\w*|recherche[rz]?|tape[rz]?|trouve[rz]?|trouverez|regarde[rz]?|taper|voyez|retrouve[rz]?|"
    r"cerch\w*|cerca(?:te|re|rci)?|digit\w*|trov\w*|guard\w*|scriv[aei]\w*"
)
SELF: Final = (
    r"us|we|we're|our|ours|me|my|i'm|im|uns|wir|unser\w*|mein\w*|ich|nas|nasz\w*|jestesmy|mamy|moj\w*|mnie|"
    r"jestem|nous|notre|nos|"
    r"on|mon|ma|mes|moi|siamo|noi|nostr\w*|ci|abbiamo|mio|mia|sono|ho|shop\s?name|shopnamen?|ladenname\w*|"
    r"nazw\w+ sklepu|nom de la boutique|"
    r"nome del negozio|shop|store|laden|sklep\w*|boutique|negozio|firm\w*"
)
LISTING: Final = (
    r"listing\w*|auction\w*|store|shop|account|profile|page|item|ad|advert|anzeige\w*|inserat\w*|"
    r"auktion\w*|konto|profil\w*|angebot\w*|"
    r"aukcj\w*|ogloszeni\w*|ofert\w*|sklep\w*|annonce\w*|boutique|compte|vente|annunci\w*|inserzion\w*|"
    r"negozio|profilo|asta|vetrina"
)
UNDER: Final = (
    r"under|as|by|called|named|name|nick|user|seller|number|no|nr|numer\w*|unter|als|nach|namens|heisst|"
    r"heissen|jako|pod|haslo|nazwa|"
    r"sous|comme|pseudo|nom|numero|come|sotto|col nome|con il nome|nome|cod|n|item|artikelnummer|"
    r"anzeigennummer|nummer|id"
)
NOT: Final = (
    r"not|n't|never|don't|dont|do not|doesn't|isn't|aren't|without|no longer|nicht|kein\w*|nie|bez|zadn\w*|"
    r"pas|ne|sans|jamais|aucun\w*|"
    r"non|senza|mai|nessun\w*|already|rather|seen|saw|bought|cheaper|gesehen|gekauft|billiger|gunstiger|"
    r"widzial\w*|kupil\w*|tansz\w*|taniej|"
    r"vu|achete|moins cher|visto|comprato|meno"
)
GENERIC: Final = frozenset(
    listed("""
    how what why where which the a an your their this that error code part model manual instructions
    number reviews it
    wie was warum wo die der das den dem ein eine fehlercode teilenummer modell anleitung handbuch
    nummer jak co gdzie czesc
    czesci numer model instrukcji instrukcje kod bledu oznaczenie symbol comment quoi ou la le les un
    une reference ref notice modele
    assistenten assistenz assistente erreur code mode come cosa dove il lo i gli uno una codice modello
    manuale errore numero home maps fit play pay assistant nest
    tv chromecast pixel drive photos calendar docs translate lens earth account konto compte kalender
    fotos mapy uber nach per
    """)
)
"""What one searches for without being sent to anyone."""

ENDED: Final = (
    r"ending|suffix|extension|tail end|koncowk\w*|rozszerzenie|endung\w*|domainendung|ende(?= (?:ist|wie|"
    r"kenn|dazu))|"
    r"terminaison|la fin|fin(?= (?:habituelle|francaise|classique|comme))|suffixe|estensione|desinenza|"
    r"finale|suffisso|"
    r"(?:dot|point|punkt|kropka|punto) (?:and )?(?:you know|the usual|comme d'habitude|und so weiter|"
    r"wie immer|i tak dalej|"
    r"et la suite|solito|eccetera|tak jak zawsze)"
)
"""The end of a shop's address, spoken of."""
USUAL: Final = (
    r"usual|obvious|normal\w*|standard\w*|british|english|german|french|polish|italian|you know|"
    r"you can guess|guess|same as always|"
    r"zna\w*|zwykl\w*|domysl\w*|polsk\w*|wiadom\w*|typow\w*|jak zawsze|kenn\w*|ublich\w*|ueblich\w*|"
    r"deutsch\w*|gewohnt\w*|weiss\w*|"
    r"klar|wie immer|connai\w*|habituel\w*|francais\w*|devin\w*|savez|sais|classique|comme d'habitude|"
    r"conosc\w*|solit[ao]|italian[ao]|"
    r"sape\w*|sa|sai|immagin\w*|indovin\w*"
)
NAMED: Final = (
    r"is called|are called|called|name is|named|nazywa sie|nazywamy sie|heisst|heissen|namens|name ist|"
    r"s'appelle|"
    r"c'est|nom est|si chiama|chiamiamo|nome e|in one word|jednym slowem|razem|in einem wort|en un mot|"
    r"in una parola|tutto attaccato|zusammengeschrieben|shop|firma|boutique|laden|negozio|sklep"
)
LINKERS: Final = (
    r"linktree|linktr(?:[\s.]ee)?|link[\s.]?tree|beacons(?:[\s.]ai)?|carrd(?:[\s.]co)?|taplink(?:[\s.]cc)?|"
    r"allmylinks|"
    r"bio[\s.]link|lnk[\s.]bio|solo[\s.]to|campsite[\s.]bio|tiny\s?url|bit[\s.]?ly|cutt[\s.]?ly|"
    r"rebrand[\s.]?ly|is[\s.]gd|"
    r"goo[\s.]gl|shorturl|t[\s.]ly|rb[\s.]gy|ow[\s.]ly|drive[\s.]google|dropbox|wetransfer|we[\s.]tl"
)
LINK_PAGES: Final = r"linktree|linktr[\s.]?ee|link[\s.]tree|allmylinks|taplink|carrd"
"""Pages of links, shorteners and stores of files: what stands behind them is a page of somebody's."""
FEES: Final = (
    r"(?:bez|sans|without|senza|ohne|no|nie ma|kein\w*|pas de|niente) (?:\w+ ){0,2}(?:prowizj\w*|oplat\w*|"
    r"frais|"
    r"commission\w*|fees?|gebuhr\w*|provision\w*|spese|marz\w*|aufschlag|aufpreis|narzut\w*)|"
    r"cheaper|billiger|gunstiger|tansz\w*|taniej|moins cher\w*|meno"
)
"""What one's own listing elsewhere is praised for: no denial of it."""
KNOWN: Final = (
    r"you know|guess|know|zna\w*|domysl\w*|wiadom\w*|kenn\w*|weiss\w*|connai\w*|devin\w*|savez|sais|"
    r"conosc\w*|sape\w*|sa|sai|"
    r"immagin\w*|indovin\w*|british|english|german|french|polish|italian|polsk\w*|deutsch\w*|francais\w*|"
    r"italian[ao]"
)
"""The reader is trusted to know it, or it is a country's."""
SHOP: Final = (
    r"shop\w*|store|firm\w*|company|brand|name\w*|called|business|sklep\w*|nazw\w*|marka|laden\w*|"
    r"geschaft\w*|heisst|heissen|marke|"
    r"boutique|magasin|entreprise|nom|marque|s'appelle|negozio|bottega|ditta|azienda|nome|marca|si chiama|"
    r"site|seite|strona|sito"
)
