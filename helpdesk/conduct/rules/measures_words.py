"""Measures: numbers, units and nouns whose values are compared, and what says that a thing has a part."""

import re
from typing import Final

NUMBERS: Final = {
    word: n
    for n, line in (
        (2, "two zwei dwa dwie deux due"),
        (3, "three drei trzy trois tre"), (4, "four vier cztery quatre quattro"), (5, "five funf piec cinq cinque"),
        (6, "six sechs szesc szesciu sei"), (7, "seven sieben siedem sept sette"), (8, "eight acht osiem huit otto"),
        (9, "nine neun dziewiec neuf nove"), (10, "ten zehn dziesiec dix dieci"), (12, "twelve zwolf dwanascie douze dodici"),
        (15, "fifteen funfzehn pietnascie quinze quindici"), (20, "twenty zwanzig dwadziescia vingt venti"),
        (30, "thirty dreissig trzydziesci trente trenta"), (40, "forty vierzig czterdziesci quarante quaranta"),
        (50, "fifty funfzig piecdziesiat cinquante cinquanta"),
    )
    for word in line.split()
}  # fmt: skip
VALUE: Final = re.compile(
    r"(?<![\w.,])(\d{1,5}(?:[.,]\d{1,2})?|"
    + "|".join(sorted(NUMBERS, key=len, reverse=True))
    + r")[ -]?(%(?!\w)|[a-z]{1,14})(?!\s?@)"
)
UNITS: Final = {
    unit: kind
    for kind, line in (
        ("kg", "kg kilo kilos kilogramm kilogram kilograms kilogramow kilogrammes chili"), ("percent", "% percent prozent procent procentowy pour per"),
        ("watt", "w watt watts watow"), ("volt", "v volt volts"), ("liter", "l litre litres liter liters litry litri litrow"),
        ("hours", "hours stunden godzin heures ore godziny hour hrs"), ("mm", "mm"), ("cm", "cm"), ("m", "m meter metre metres metri metrow"),
        ("gb", "gb"), ("tb", "tb"), ("inch", "inch inches zoll cali pouces pollici"), ("mah", "mah"),
        ("years", "year years jahre jahr lata lat rok ans an anni anno"), ("months", "month months monate monat miesiecy miesiace mois mesi mese"),
    )
    for unit in line.split()
}  # fmt: skip
ALONE: Final = frozenset({"kg", "percent", "watt", "gb", "tb", "mah", "hours"})
TIMES: Final = frozenset(
    "day days tag tage tagen dni dzien jour jours giorni giorno week weeks woche wochen tydzien tygodni tygodnie semaine semaines settimane"
    " euro euros eur zl zlotych pln gbp pounds pound quid times mal razy fois volte minutes minuten minut minuti of von z de di x the uhr am pm"
    " et und and e i or oder lub ou o a to bis do business working werktage werktagen roboczych roboczy ouvres lavorativi st nd rd th"
    " weeks months monate jan feb mar apr may jun jul aug sep oct nov dec january february march april june july august september october november december"
    " januar februar marz mai juni juli oktober dezember stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia"
    " janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre dicembre then potem dann puis poi null zero each pcs more weitere kolejne autres altri in im w en".split()
)
KINDS: Final = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("wide", r"wid(?:e|th)|breit|szerok|larg|largh"), ("high", r"high|height|tall|hoch|hohe|wysok|haut|alto|alta|altezza"),
        ("long", r"long|length|lang|dlug|lung"), ("deep", r"deep|depth|tief|glebok|profond"), ("across", r"diamet|durchmess|sredni"),
        ("warranty", r"warrant|guarant|garant|gwaranc|garanz|gewahrleist"), ("screen", r"screen|bildschirm|ekran|ecran|schermo"),
    )
)  # fmt: skip
HAS: Final = r"\b(?:it has|has|with|have|comes with|including|hat|mit|ma|posiada|z|ze|a|avec|dispose|il a|ha|con|dotat\w|is|fits|it|ist|jest|est|e|can|does|sono|yes|ja|tak|oui|si),? (?:a |an |the |le |la |l'|il |lo |un |une |uno |una |ein |eine |einen |built-in |du |de la |du )?"
ANY: Final = frozenset(
    "item items article artikel artykul produkt product produit prodotto articolo order "
    "bestellung paket parcel towar this dies"
    " sie pani refund colis pacco paczka przesylka zamowienie sprzet gerat device appareil ware".split()
)
