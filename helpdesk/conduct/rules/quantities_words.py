"""Numbers and units of what sellers state of goods and carriage, in five languages, folded."""

from typing import Final

NUMBERS: Final = {
    word: float(n)
    for n, line in (
        (1, "one a an ein eine einem einen eines un une uno una jeden jedna jedno"),
        (1.5, "poltora poltorej anderthalb eineinhalb"),
        (2, "two zwei dwa dwie dwoch dwoma deux due couple"),
        (3, "three drei trzy trzech trois tre"),
        (4, "four vier cztery czterech quatre quattro"),
        (5, "five funf piec pieciu cinq cinque"),
        (6, "six sechs szesc szesciu sei"),
        (7, "seven sieben siedem siedmiu sept sette"),
        (8, "eight acht osiem osmiu huit otto"),
        (9, "nine neun dziewiec dziewieciu neuf nove"),
        (10, "ten zehn dziesiec dziesieciu dix dieci"),
        (11, "eleven elf jedenascie onze undici"),
        (12, "twelve zwolf dwanascie dwunastu douze dodici"),
        (14, "fourteen vierzehn czternascie czternastu quatorze quattordici"),
        (15, "fifteen funfzehn pietnascie pietnastu quinze quindici"),
        (20, "twenty zwanzig dwadziescia dwudziestu vingt venti"),
        (24, "twenty-four vierundzwanzig vingt-quatre ventiquattro"),
        (30, "thirty dreissig trzydziesci trzydziestu trente trenta"),
        (40, "forty vierzig czterdziesci quarante quaranta"),
        (50, "fifty funfzig piecdziesiat cinquante cinquanta"),
        (100, "hundred hundert sto cent cento"),
    )
    for word in line.split()
}
UNITS: Final = {
    unit: (dimension, factor)
    for dimension, factor, line in (
        ("length", 1, "mm"),
        ("length", 10, "cm centimetres centimeters zentimeter centymetrow centymetry centimetres centimetri"),
        ("length", 1000, "m meter meters metre metres metern metra metry metrow metri metro"),
        ("length", 25.4, "inch inches zoll cali pouces pollici"),
        ("mass", 1, "g gr gram grams gramm gramow grammes grammi"),
        ("mass", 1000, "kg kilo kilos kilogramm kilogram kilograms kilogramow kilogramy kilogrammes chili"),
        ("volume", 1, "ml"),
        ("volume", 10, "cl"),
        ("volume", 1000, "l litre litres liter liters litern litry litra litrow litri litro"),
        ("time", 1 / 60, "min minute minutes minuten minuty minut minuti"),
        ("time", 1, "h hour hours hrs stunde stunden godzina godziny godzin heure heures ora ore"),
        ("time", 24, "day days tag tage tagen dzien dni jour jours giorno giorni"),
        ("time", 24, "business working werktage werktagen arbeitstage arbeitstagen"),
        (
            "time",
            168,
            "week weeks woche wochen tydzien tygodnie tygodni tygodnia semaine semaines settimana settimane",
        ),
        (
            "time",
            730,
            (
                "month months monat monate monaten monats miesiac miesiace miesiecy miesiaca miesiacach mois"
                " mese mesi"
            ),
        ),
        (
            "time",
            8760,
            "year years year's years' jahr jahre jahren jahres rok roku lata lat latach an ans annee annees anno anni",
        ),
        ("power", 1, "w watt watts watow"),
        ("power", 1000, "kw"),
        ("voltage", 1, "v volt volts woltow"),
        ("charge", 1, "mah"),
        ("memory", 1, "gb"),
        ("memory", 1024, "tb"),
        ("percent", 1, "% percent prozent procent procenta pct"),
        ("money", 1, "\u20ac eur euro euros zl zloty zlotych zlote pln \u00a3 gbp quid $ usd"),
        ("degrees", 1, "\u00b0 \u00b0c degrees grad stopni degres gradi"),
    )
    for unit in line.split()
}
HALF_A_YEAR: Final = (
    *("half a year", "half-year", "pol roku", "ein halbes jahr", "halbes jahr", "einem halben jahr"),
    *("halben jahr", "six-month", "mezzo anno", "demi-annee", "fortnight", "rok"),
)
"""Times without a number of their own: six months but for the last two."""

CLASSES: Final = {
    "material": {
        "leather": "leather leder skora skory skorzan[yae] cuir pelle cuoio",
        "plastic": "plastic kunststoff plastik plastiku plastikow[yae] tworzyw[aou] plastique plastica",
        "rubber": "rubber gummi guma gumy gumow[yae] caoutchouc gomma",
        "textile": "textile stoff nylon material[ou]w[yae] tissu tessuto",
        "cotton": "cotton baumwolle bawelna bawelny coton cotone",
        "wool": "wool wolle welna welny laine lana",
        "silk": "silk seide jedwab\\w* soie seta",
        "polyester": "polyester\\w* poliest\\w+",
        "acrylic": "acrylic acryl akryl\\w* acrylique acrilico",
        "cashmere": "cashmere kaschmir kaszmir\\w* cachemire\\w*",
        "linen": "linen leinen lniany len lnu lino",
        "brass": "brass messing mosiadz\\w* laiton ottone",
        "copper": "copper kupfer miedz\\w* cuivre rame",
        "steel": "steel edelstahl stahl stal stali stalow[yae] acier inox acciaio",
        "aluminium": "alumin\\w+ alu",
        "silver": "silver silber srebr\\w+ argent argento",
        "gold": "gold zlot[yae] oro",
        "glass": "glass glas szkl\\w+ verre vetro",
        "ceramic": "cerami\\w+ keramik porcelain porzellan porcelan\\w* porcelaine porcellana",
        "oak": "oak eiche dab debow[yae] debu chene rovere",
        "pine": "pine kiefer sosn\\w+ pin pino",
        "beech": "beech buche buk bukow[yae] hetre faggio",
        "chipboard": "chipboard spanplatte mdf plyt[ay] agglomere truciolare truciolato",
        "paper": "paper papier papieru carta",
    },
    "colour": {
        "black": "black schwarz\\w* czarn\\w+ noir\\w* ner[oaie]",
        "white": "white weiss\\w* bial\\w+ blanc\\w* bianc\\w+",
        "red": "red rot\\w{0,2} czerwon\\w+ rouges? ross[oaie]",
        "blue": "blue navy blau\\w* niebiesk\\w+ granatow\\w+ bleu\\w* blu",
        "green": "green grun\\w* zielon\\w+ verte?s? verd[ei]",
        "yellow": "yellow gelb\\w* zolt\\w+ jaunes? giall[oaie]",
        "grey": "gr[ea]y grau\\w* szar\\w+ gris\\w* grigi[oaie]?",
        "brown": "brown braun\\w* brazow\\w+ marron marrone brune?s?",
    },
    "place": {
        "china": (
            "china chinese shenzhen guangzhou shanghai chin chinach chiny chinesisch\\w* chine chinois\\w* cina"
            " cinese"
        ),
        "germany": (
            "german[yi]a? german deutschland deutsche\\w* berlin hamburg munchen koln niemiec niemcy"
            " niemczech niemieck\\w+ allemagne allemand\\w* tedesc\\w+"
        ),
        "poland": (
            "poland polish warsaw polen polnisch\\w* warschau polsk\\w+ polsce warszaw\\w+ krakow\\w*"
            " poznan\\w* lodzi? gdansk\\w* wroclaw\\w* pologne varsovie polonia varsavia"
        ),
        "france": (
            "france french frankreich franzosisch\\w* francj\\w+ francusk\\w+ francais\\w* lyon paris"
            " francia francese"
        ),
        "italy": "ital\\w+ wloch\\w* wlosk\\w+ milano? roma torino",
        "england": "england uk manchester london leeds british britain english grossbritannien anglii angleterre",
        "spain": "spain spanish spanien hiszpan\\w+ espagne spagna",
        "japan": "japan\\w* japon\\w* giappon\\w+",
        "turkey": "turk\\w+ turcj\\w+ turqu\\w+ turc\\w+",
    },
    "carrier": {
        "dhl": "dhl",
        "dpd": "dpd",
        "gls": "gls",
        "ups": "ups",
        "inpost": "inpost paczkomat\\w*",
        "post": "royal-mail poczt\\w+ colissimo poste-italiane",
        "brt": "brt bartolini",
        "hermes": "hermes evri",
        "fedex": "fedex",
    },
}
"""What one thing is one of: of two words of a class, one is wrong."""
