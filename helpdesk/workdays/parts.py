"""Parts of countries by their own names, which are the same in every language."""

from typing import Final

_NAMES: Final = {
    "AT": "1 Burgenland|2 Kärnten|3 Niederösterreich|4 Oberösterreich|5 Salzburg|6 Steiermark|7 Tirol"
    "|8 Vorarlberg|9 Wien",
    "DE": "BB Brandenburg|BE Berlin|BW Baden-Württemberg|BY Bayern|HB Bremen|HE Hessen|HH Hamburg"
    "|MV Mecklenburg-Vorpommern|NI Niedersachsen|NW Nordrhein-Westfalen|RP Rheinland-Pfalz"
    "|SH Schleswig-Holstein|SL Saarland|SN Sachsen|ST Sachsen-Anhalt|TH Thüringen|Augsburg Augsburg",
    "ES": "AN Andalucía|AR Aragón|AS Asturias|CB Cantabria|CE Ceuta|CL Castilla y León"
    "|CM Castilla-La Mancha|CN Canarias|CT Catalunya|EX Extremadura|GA Galicia|IB Illes Balears"
    "|MC Región de Murcia|MD Comunidad de Madrid|ML Melilla|NC Navarra|PV Euskadi|RI La Rioja"
    "|VC Comunitat Valenciana|Barcelona Barcelona",
    "FI": "01 Åland",
    "FR": "57 Moselle|67 Bas-Rhin|68 Haut-Rhin|971 Guadeloupe|972 Martinique|973 Guyane|974 La Réunion"
    "|976 Mayotte",
    "GB": "ENG England|NIR Northern Ireland|SCT Scotland|WLS Wales",
    "IT": "AG Agrigento|AL Alessandria|AN Ancona|AO Aosta|AP Ascoli Piceno|AQ L'Aquila|AR Arezzo|AT Asti"
    "|AV Avellino|BA Bari|BG Bergamo|BI Biella|BL Belluno|BN Benevento|BO Bologna|BR Brindisi|BS Brescia"
    "|BT Barletta-Andria-Trani|BZ Bolzano/Bozen|CA Cagliari|CB Campobasso|CE Caserta|CH Chieti"
    "|CL Caltanissetta|CN Cuneo|CO Como|CR Cremona|CS Cosenza|CT Catania|CZ Catanzaro|EN Enna"
    "|FC Forlì-Cesena|FE Ferrara|FG Foggia|FI Firenze|FM Fermo|FR Frosinone|GE Genova|GO Gorizia"
    "|GR Grosseto|IM Imperia|IS Isernia|KR Crotone|LC Lecco|LE Lecce|LI Livorno|LO Lodi|LT Latina|LU Lucca"
    "|MB Monza e Brianza|MC Macerata|ME Messina|MI Milano|MN Mantova|MO Modena|MS Massa-Carrara|MT Matera"
    "|NA Napoli|NO Novara|NU Nuoro|OR Oristano|PA Palermo|PC Piacenza|PD Padova|PE Pescara|PG Perugia"
    "|PI Pisa|PN Pordenone|PO Prato|PR Parma|PT Pistoia|PU Pesaro e Urbino|PV Pavia|PZ Potenza|RA Ravenna"
    "|RC Reggio Calabria|RE Reggio Emilia|RG Ragusa|RI Rieti|RM Roma|RN Rimini|RO Rovigo|SA Salerno"
    "|SI Siena|SO Sondrio|SP La Spezia|SR Siracusa|SS Sassari|SU Sud Sardegna|SV Savona|TA Taranto"
    "|TE Teramo|TN Trento|TO Torino|TP Trapani|TR Terni|TS Trieste|TV Treviso|UD Udine|VA Varese"
    "|VB Verbano-Cusio-Ossola|VC Vercelli|VE Venezia|VI Vicenza|VR Verona|VT Viterbo|VV Vibo Valentia"
    "|Andria Andria|Barletta Barletta|Cesena Cesena|Forli Forlì|Pesaro Pesaro|Trani Trani|Urbino Urbino",
    "PL": "02 Dolnośląskie|04 Kujawsko-Pomorskie|06 Lubelskie|08 Lubuskie|10 Łódzkie|12 Małopolskie"
    "|14 Mazowieckie|16 Opolskie|18 Podkarpackie|20 Podlaskie|22 Pomorskie|24 Śląskie|26 Świętokrzyskie"
    "|28 Warmińsko-Mazurskie|30 Wielkopolskie|32 Zachodniopomorskie",
    "PT": "20 Açores|30 Madeira",
}
PARTS: Final[dict[str, str]] = {
    f"{country}-{part}": name
    for country, parts in _NAMES.items()
    for part, name in (each.split(" ", 1) for each in parts.split("|"))
}


def part_name(*, code: str) -> str:
    """The name of the part that a calendar's code stands for; empty for a whole country."""
    return PARTS.get(code, "")
