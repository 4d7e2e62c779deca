"""Words of things that cannot both be true, in five languages: regular expressions over folded text."""

import re
from typing import Final

REFUND: Final = re.compile(
    r"refund|reimburs|money back|pay(?:ing)? you back|zwrot|zwroc|zwrac|oddaj|odda|erstatt|zuruckgezahlt|zuruckgebucht|gutgeschrieb|zuruckuberw|uberweis|rembours|credit|rimbors|restitu|riaccredit|accredit"
)
PARTIAL: Final = re.compile(
    r"\b(?:remaining|other|rest|pozosta|drug|restant|ubrig|rimanent|altr|autre|plus|minus|less|shipping|postage|total|of which|deduct|partial|half|each|instead|rather|not|price|restocking|fee|first|second|per|discount|or|both|two refunds|corrected|altogether|and then|po potraceniu|minus|plus|razem|wysylk|koszt|lacznie|polow|potrac|zamiast|cena|czesc|kazd|opla|rabat|lub|albo|abzug|abzugl|zzgl|plus|versand|gesamt|insgesamt|davon|teil|halfte|statt|preis|je|jeweils|gebuhr|oder|rabatt|frais|port|total|moins|plus|dont|moitie|partiel|au lieu|prix|chacun|remise|ou bien|spese|spedizione|totale|meno|piu|di cui|meta|parzial|invece|prezzo|ciascun|sconto|oppure)\w*"
)
