"""What is no thing of its own when it is counted, and what says that a thing has a part."""

from typing import Final

TIMES: Final = frozenset(
    "day days tag tage tagen dni dzien jour jours giorni giorno week weeks woche wochen tydzien tygodni tygodnie semaine semaines settimane"
    " euro euros eur zl zlotych pln gbp pounds pound quid times mal razy fois volte minutes minuten minut minuti of von z de di x the uhr am pm"
    " et und and e i or oder lub ou o a to bis do business working werktage werktagen roboczych roboczy ouvres lavorativi st nd rd th"
    " weeks months monate jan feb mar apr may jun jul aug sep oct nov dec january february march april june july august september october november december"
    " januar februar marz mai juni juli oktober dezember stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia"
    " janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre dicembre then potem dann puis poi null zero each pcs more weitere kolejne autres altri in im w en".split()
)
HAS: Final = r"\b(?:it has|has|with|have|comes with|including|hat|mit|ma|posiada|z|ze|a|avec|dispose|il a|ha|con|dotat\w|is|fits|it|ist|jest|est|e|can|does|sono|yes|ja|tak|oui|si),? (?:a |an |the |le |la |l'|il |lo |un |une |uno |una |ein |eine |einen |built-in |du |de la |du )?"
ANY: Final = frozenset(
    "item items article artikel artykul produkt product produit prodotto articolo order "
    "bestellung paket parcel towar this dies"
    " sie pani refund colis pacco paczka przesylka zamowienie sprzet gerat device appareil ware".split()
)
