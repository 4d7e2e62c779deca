"""What people call a network to avoid its name: by its sign, its colours, who uses it, or what is done there.

Folded regular expressions and the stems one of which each of them holds.
"""

from typing import Final

from helpdesk.conduct.data.listing import listed

_PLACE: Final = (
    r"(?:apps?|applis?|application|aplikacj\w+|apk\w+|apce|netz\w*|network|siec\w*|reseau|social|site|"
    r"sites?|portal\w*|platt?form\w*|thing|place|one|world|land|messenger|komunikator\w*|chat\w*|czat\w*|"
    r"seite|serwis\w*|server\w*|icon|logo|ikon\w+|icone|icona|symbol)"
)
_OF: Final = (
    r"(?:of|the|with|for|z|ze|od|dla|mit|dem|der|den|die|das|von|fur|au|aux|a|la|le|les|l'|de|du|des|d'|con|"
    r"col|il|i|gli|del|della|delle|dei|degli|un|une|un'|uno|una|ein\w*|an?|blue|red|white|pink|purple|"
    r"niebiesk\w+|czerwon\w+|blau\w*|rot\w*|weiss\w*|bleue?s?|rouges?|blanche?s?|blu|azzurr\w|ross\w|bianc\w)"
)
_BLUE: Final = r"(?:blue|niebiesk\w+|blau\w*|blaw\w+|bleue?s?|blu|azzurr\w)"
_RED: Final = r"(?:red|czerwon\w+|rot\w*|rouges?|ross\w)"
_PURPLE: Final = r"(?:purple|violet\w*|fioletow\w+|lila\w*|mauve|viola|purpurow\w+)"
_FORMER: Final = (
    r"(?:old|former|dead|late|ex-?|dawn\w+|byl\w+|stary\w*|starego|ehemalig\w+|fruher\w+|alt\w{1,2}|ancien|"
    r"feu|vecchio|fu)"
)


def _either(sign: str) -> tuple[str, ...]:
    """The place before its sign or behind it."""
    return (
        rf"{_PLACE}(?: {_OF}){{0,3}} (?:{sign})(?: {_OF})?(?: (?:{sign}))?",
        rf"(?:{_OF} ){{0,2}}(?:{sign})[ -]?{_PLACE}",
    )


DESCRIBED: Final = (
    *_either(
        r"butterfly|motyl\w*|schmetterling\w*|papillon|farfall\w+|mammoth|mamut\w*|elefant\w*|elephant|"
        r"mastodont?\w*|thumbs?(?:-up)?|kciuk\w*|daumen|pouces?|pollic[ei]|snowden\w*|"
        r"gamers?|gracz\w*|zocker\w*|joueurs|giocatori|pad\w{0,2}|controller|manette|joypad|"
        r"pins?|pinez\w+|pinnnadel\w*|stecknadel\w*|epingles?|puntin[ae]|spill[ae]|suits?(?: and ties?)?|"
        r"krawat\w*|krawatten\w*|cravates?|cravatt[ae]|ghosts?|duszk\w*|geist\w*|gespenst\w*|fantomes?|"
        r"fantasmin\w|paper ?planes?|samolocik\w*|papierfl\w+|photos?|pictures?|zdjec\w*|fotk\w+|fotos?|"
        r"bilder|quadratini|squares?|kwadracik\w*|video\w*|filmik\w*|dancing|tancz\w*|tanz\w*|"
        r"music(?:al)? notes?|musiknote\w*|nut\w{1,3}|notes? de musique|note musical\w*|"
        r"(?:two|double|dw\w+|zwei|deux|due|doppi\w) (?:\w+ )?(?:ticks?|checks?|ptaszk\w+|haken|coches|"
        r"spunte)"
    ),
    rf"{_BLUE} (?:thumbs?|kciuk\w*|daumen|butterfly|motyl\w*|schmetterling\w*)",
    r"(?:pouces?|papillons?) bleus?",
    r"(?:pollic[ei]|farfall\w+) (?:blu|azzurr\w)",
    r"zielon\w+ (?:\w+ )?ap(?:k\w*|ce|likacj\w+)(?: z(?:e)? \w+)?",
    rf"(?:{_FORMER} )?{_BLUE} (?:bird\w*|pta(?:k|sz)\w*|vogel\w*|vogerl\w*)",
    rf"{_FORMER} (?:bird\w*|ptasz\w+|vogel\w*|oiseau|uccell\w+)",
    (
        r"(?:bird|ptasz\w+|ptak\w*|vogel|oiseau|uccell\w+)(?: \w+){0,3} (?:x|cross|croix|krzyzyk\w*|kreuz|"
        r"croce|"
        r"letter|liter\w+|buchstabe\w*|lettre|lettera)"
    ),
    r"(?:one|app|apk\w+|appli|komunikator\w*|messenger\w*)(?: \w+){0,2} snowden\w*(?: \w+)?",
    r"(?:big|large|duz\w+|wielk\w+|gross\w+|grand|grande) (?:blue|niebiesk\w+|blau\w+) f",
    (
        rf"{_PURPLE} (?:handset|phone|receiver|sluchawk\w*|horer\w*|bubble|dym\w+|sprechblase\w*|gamer\w*)"
        rf"(?: {_PLACE})?"
    ),
    rf"(?:combine|telephone|bulle|cornetta|fumetto|nuvoletta) {_PURPLE}",
    (
        r"(?:kids?|kiddies|teens|youngsters|dzieciak\w*|mlodzi\w*|kinder|jugend\w*|gamins?|gosses|jeunes|"
        r"ados|"
        r"ragazzin\w|ragazz[ie]|bambini) (?:\w+ ){0,2}(?:danc\w+|tancz\w+|tanz\w+|dans\w+|ball\w+)"
    ),
    r"(?:where|gdzie|wo|ou|dove)(?: \w+){0,3} (?:danc\w+|tancz\w+|tanz\w+|dansent|ballano)",
    (
        r"(?:double|two|podwojn\w+|doppelt\w*|deux|doppio)[ -](?:tap\w*|tip\w*|klik\w*|tocc\w+)(?: \w+){0,2} "
        r"(?:photos?|pics?|zdjec\w*|fotos?|bilder|foto)"
    ),
    (
        r"(?:quadratini|kwadracik\w+|squares?|quadrat\w*|carres)(?: \w+){1,3} "
        r"(?:foto|photos?|zdjec\w*|fotos|bildern?)"
    ),
    r"(?:photos?|foto|zdjec\w*|fotos?|bilder) (?:carrees?|kwadratow\w+|quadrat\w+)",
    r"(?:quadratisch\w+|kwadratow\w+|square|carrees?) (?:bilder\w*|fotos?|zdjec\w*|photos?|pictures?)",
    (
        rf"{_PLACE}(?: \w+){{0,3}} (?:photos?|pictures?|pics|messages|bilder\w*|fotos|nachrichten|zdjeci\w*|"
        r"wiadomosci|foto|messaggi)(?: \w+)? (?:vanish\w*|disappear\w*|verschwind\w*|znikaj\w*|"
        r"disparaiss\w*|sparisc\w+)"
    ),
    rf"durov\w*(?:'s)?(?: {_PLACE})?",
    rf"(?:foto|bilder|kurzvideo|tanz|gamer|zocker|beruf\w{{0,2}})-?{_PLACE}",
    r"(?:camera|kamera|aparat\w*|fotocamera) (?:icon|symbol|logo|thing|one|ikonk\w+)",
    rf"(?:epingles|puntine|spille|pinezk\w+) {_RED}",
    rf"{_RED} (?:pins|pinez\w+|pinn?nadel\w*|stecknadel\w*|play[ -]?\w*)",
    r"(?:icone|icona|symbole) (?:appareil photo|fotocamera)",
)
DESCRIBED_STEMS: Final = (
    *listed("""
    butterfl motyl schmetter papillon farfall mammoth mamut elefant elephant thumb kciuk daumen pouce
    pollic snowden gamer gracz zocker joueur giocator manette joypad controll pinez nadel epingl puntin
    spill krawat cravat handset sluchawk horer combine dzieciak gamin gosse ragazz danc tancz tanz
    dansent ballano quadratin kwadracik square quadrat carre fotopl bilderpl
    bildern fotonet bird ptasz ptak vogel vogerl oiseau uccell croix receiver kids teens pins
    """),
    "square ph", "square pi", "kwadratow", "quadratisch", "vanish", "disappear", "verschwind", "znikaj",
    "disparaiss", "sparisc", "durov",
    "z padem", "le pad", "double-t", "double t", "fotoapp", "camera i", "camera o", "camera t", "suit and",
    "delle foto", "di foto", "des photos", "de photos", "ze zdjec", "od zdjec", "do zdjec",
    "mit fotos", "mit bildern", "fur fotos", "ticks", "checks", "haken", "coches", "spunt", "musiknot",
    "music note",
    "musical note", "note music", "notes de mus",
    "camera s", "appareil ph",
)  # fmt: skip
"""Every one of DESCRIBED holds one of these."""

MARKETS: Final = (
    r"vinted", r"leboncoin", r"le bon coin", r"olx", r"gumtree", r"depop", r"willhaben", r"wallapop",
    r"(?:ebay )?kleinanzeigen", r"subito\.it", r"subito(?=,? (?:profil|utente|come|sono|mi chiamo))",
    r"etsy", r"shpock", r"marktplaats", r"quoka", r"ebay",
    r"allegro lokalnie", r"sprzedajemy", r"patreon", r"tumblr", r"soundcloud", r"strava", r"nextdoor",
    r"flickr", r"behance", r"kakao\w*", r"zalo",
)  # fmt: skip
"""Market places and networks where people have a profile: found where its name stands beside."""
MARKET_STEMS: Final = (
    *listed("""
    vinted leboncoin olx gumtree depop willhaben wallapop kleinanz etsy shpock marktpl quoka ebay allegro
    sprzeda patreon tumblr soundcl strava nextdoor flickr behance kakao zalo
    """),
    "subito.it", "subito", "le bon coin",
)  # fmt: skip
