"""Words of days and of what happens on them, in five languages, folded."""

import re
from typing import Final

MONTH_OF: Final = {
    word: n
    for n, line in enumerate(
        (
            "jan january stycznia styczen styczniu januar janner janvier gennaio genn",
            "feb february lutego luty lutym februar feber fevrier fevr febbraio febb",
            "mar march marca marzec marcu maerz marz mars marzo",
            "apr april kwietnia kwiecien kwietniu avril avr aprile",
            "may maja maj maju mai maggio magg",
            "jun june czerwca czerwiec czerwcu juni juin giugno giu",
            "jul july lipca lipiec lipcu juli juillet juil luglio lugl",
            "aug august sierpnia sierpien sierpniu aout agosto",
            "sep sept september wrzesnia wrzesien wrzesniu septembre settembre",
            "oct october pazdziernika pazdziernik pazdzierniku oktober octobre ottobre",
            "nov november listopada listopad listopadzie novembre",
            "dec december grudnia grudzien grudniu dezember decembre dicembre",
        ),
        1,
    )
    for word in line.split()
}
WEEKDAY_OF: Final = {
    word: n
    for n, line in enumerate(
        (
            "monday mondays montag montags lundi lunedi poniedzialek poniedzialku",
            "tuesday dienstag dienstags mardi martedi wtorek wtorku",
            "wednesday mittwoch mittwochs mercredi mercoledi sroda srode srody",
            "thursday donnerstag donnerstags jeudi giovedi czwartek czwartku",
            "friday freitag freitags vendredi venerdi piatek piatku",
            "saturday samstag samstags sonnabend samedi sabato sobota sobote soboty",
            "sunday sonntag sonntags dimanche domenica niedziela niedziele niedzieli",
        )
    )
    for word in line.split()
}
RELATIVE_OF: Final = {
    word: n
    for n, line in (
        (-2, "day before yesterday|vorgestern|przedwczoraj|avant-hier|l'altro ieri|altro ieri|avantieri"),
        (-1, "yesterday|last night|gestern|wczoraj|hier|ieri"),
        (0, "today|this morning|tonight|this afternoon|heute|dzis|dzisiaj|dzis rano|aujourd'hui"),
        (0, "ce matin|ce soir|oggi|stamattina|stamane|stasera"),
        (1, "tomorrow|morgen|jutro|demain|domani"),
        (2, "day after tomorrow|ubermorgen|pojutrze|apres-demain|dopodomani"),
    )
    for word in line.split("|")
}
DISPATCH: Final = re.compile(
    r"\b(?:ship|dispatch|despatch|sen[dt]|post(?:ed|ing)\b|leav|left|hand(?:ed|ing)? (?:it |them |the parcel )?(?:over|to)|"
    r"g[ao]ve (?:it )?to (?:the )?(?:courier|carrier|dpd|dhl|ups)|goes out|went out|picked (?:it )?up|"
    r"collect|wysl|wysyl|nada|wyszl|wyjdzie|wyjedzie|wyjechal|wychodz|poszl|pojdzie|odbierze kurier|przekaza\w+ kurier|versand|"
    r"versend|verschick|abgeschick|losgeschick|schick|raus|los\b|abgeholt|ubergeben|abgegeben|aufgegeben|expedi|envo|parti|part\b|"
    r"remis\b|remise? (?:a|au)|poste\b|depose|quitt|enleve|spedi|invi|mandat|mandi|parte\b|parti|affidat|ritirat|"
    r"consegnat\w* al corriere)\w*"
)
DELIVERY: Final = re.compile(
    r"\b(?:deliver|arriv|with you|reach|get to you|gets to you|receiv|have it|be there|in your hands|lands?\b|comes?\b|"
    r"got it|at your (?:door|place)|signed for|dostar|dostaw|dotr|dotar|dorecz|dojdzie|doszl|przyjdzie|przyszl|bedzie u|jest u|byla? u|"
    r"otrzyma|u pan|dostanie|dostal|odebral|liefer|geliefert|ausgeliefert|zugestell|zustell|ankunft|ankomm|angekommen|bei ihnen|"
    r"kommt|erhalten|da sein|eintreff|eingetroffen|trifft|livr|recev|chez vous|recu\b|recue|aurez|distribu|"
    r"conseg(?!nat\w* al corriere)|arriv|ricev|da lei|da voi|recapit|avra)\w*"
)
ORDERED: Final = re.compile(
    r"\b(?:you (?:only )?ordered|you bought|your order (?:of|from|came|was placed|dates)|ordered on|order (?:of|from|placed|dated)|"
    r"placed (?:the|your) order|"
    r"zamowil\w*|zlozyl\w* (?:\w+ )?zamowieni\w+|zamowieni\w+ z(?: dnia)?|zamowieni\w+ zlozon\w+|kupil\w*|bestellt\w*|bestellung vo[mn]|"
    r"gekauft|kauf vom|commande (?:du|le|date|passee)|avez (?:commande|achete)|commandee?|achat du|ordine del|ordinat\w+|"
    r"acquist(?:o del|at\w+)|ha comprato)\b"
)
TO_COME: Final = re.compile(
    r"\b(?:will|'ll|ll|going to|arrives|wird|werden|kommt|trifft|bedzie|dotrze|przyjdzie|dojdzie|wyslemy|nadamy|"
    r"dostanie|otrzyma|zostanie|wyruszy|dostarczymy|sera|serez|arrivera|arrive|recevrez|aurez|partira|enverrons|expedierons|"
    r"sara|ricevera|verra|avra|arrivera|partira|spediremo|consegneremo)\b"
)
OVER: Final = re.compile(
    r"(?P<past>\b(?:(?:was|were|has been|have been|been) (?:sent|shipped|posted|dispatched|delivered|refunded|collected)|"
    r"(?:we|i) (?:have )?(?:sent|shipped|posted|dispatched|delivered|refunded)|"
    r"(?:wyslali|nadali|dostarczyli|zwrocili|wyslal|nadal|zwrocil|wyszl|dotarl|doszl)\w+|zostal\w* (?:wyslan|nadan|dostarczon|doreczon)\w+|"
    r"(?:avons|ai|a ete|ont ete|est) (?:expedi|envoy|livr|post|rembours|arriv|parti)\w+|"
    r"(?:abbiamo|ho|e stat[oa]) (?:spedi|invia|consegna|rimborsa|conse)\w+)\b)"
)
LAST: Final = (
    r"(?:last|letzte[nr]?|vergangene[nr]?|vorige[nr]?|zeszl\w+|ubiegl\w+|ostatni\w*|dernier|derniere|passe|"
    r"scors[oa]|passat[oa])"
)
AMENDED: Final = re.compile(
    r"\b(?:or|oder|lub|albo|ou|oppure|not|nicht|nie|pas|non|instead|statt|zamiast|invece|sorry|actually|"
    r"originally|the one|diejenige|celle|quell[oa]|"
    r"between|zwischen|entre|tra|miedzy|if|wenn|falls|jesli|si|se|second|zweite\w*|drug\w*|deuxieme|"
    r"second\w|next|following|again|erneut|ponownie|nouveau|nuovo|"
    r"nachste\w*|folgende\w*|kommende\w*|darauf\w*|przyszl\w*|nastepn\w*|prochain\w*|suivant\w*|"
    r"prossim\w*|successiv\w*|"
    r"last order|attempt\w*|versuch\w*|prob\w*|tentativ\w*|return\w*|rucksend\w*|retour\w*|zwrot\w*|"
    r"reso|refund\w*|"
    r"erstatt\w*|rembours\w*|rimbors\w*|other|ander\w*|inn\w|autre\w*|altr\w*|previous|vorig\w*|poprzedni\w*|"
    r"replacement\w*|ersatz\w*|entschuldig\w*|przeprasz\w*|pardon|scus\w*|hoped|delayed|verspat\w*|"
    r"retard\w*|ritard\w*|"
    r"opozn\w*|rest|reszt\w*|zuerst|week|woche|semaine|settimana|tydzien|tygodni\w*)\b"
)
MADE: Final = re.compile(
    r"\b(?:built|made|manufactured|model year|produced|founded|established|since|opened|first released|released|rocznik|"
    r"wyprodukowan\w*|z roku|zbudowan\w*|dziala\w* od|istniej\w+ od|od|baujahr|gebaut|hergestellt|produziert|gegrundet|seit|"
    r"annee|millesime|fabrique\w*|modele|fondee?|existe depuis|depuis|ouverte? (?:en|depuis)|anno|prodott[oa]|fabbricat[oa]|"
    r"costruit[oa]|fondat[oa]|apert[oa]|dal)\b[^.!?;]{0,16}$"
)
USED_SINCE: Final = re.compile(
    r"\b(?:bought|sold|purchased|delivered|used|owned|serviced|shipped|kupion\w*|sprzedal\w*|sprzedan\w*|kupil\w*|uzywan\w*|"
    r"gekauft|verkauft|erworben|benutzt|achete\w*|vendue?s?|acquise?|comprat[oa]|vendut[oa]|acquistat[oa]|abbiamo venduto)\b"
)
FROM: Final = re.compile(
    r"\b(?:from|since|ab|ab dem|seit dem|od|a partir du|a compter du|depuis le|dal|a partire dal) $"
)
UNTIL: Final = re.compile(r"\b(?:until|till|to|bis|bis zum|do|jusqu'au|au|fino al|al) $")
WORKING: Final = re.compile(r"\b(?:business|working|werktag|arbeitstag|robocz|ouvre|ouvrable|lavorativ)")
