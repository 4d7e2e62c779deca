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
    "allegrze", "ebayu", "olxie", "vintedzie", "the bay", "kleinanz",
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
