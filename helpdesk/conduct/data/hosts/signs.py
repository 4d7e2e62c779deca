"""How the signs of an address are spelled out in five languages, folded."""

from helpdesk.conduct.data.listing import listed

AT_SURE = listed("""
malpa malpka malpe malpke malpiszon malpeczka maupa maupka klammeraffe klammeraffen klammeraff klammerafe
affenschwanz affenohr affenschaukel arobase arobaze arobaz arobas arobasse arrobase arrobas arroba arobace
chiocciola chiocciolina chiocc chiocciol kiocciola chicciola ciocciola chioccola atsign
🐒 🐵 🙈 🙊 🐌
""")
AT_SURE_PHRASES = (
    "a commercial",
    "at sign",
    "at-sign",
    "at zeichen",
    "at-zeichen",
    "@ sign",
    "a commerciale",
    "aro base",
    "monkey tail",
    "monkey's tail",
    "queue de singe",
    "curly a",
    "swirly a",
    "swirl a",
    "round a",
    "a with a tail",
    "kringel-a",
    "kringel a",
    "a im kreis",
    "a mit kringel",
    "a w kolku",
    "a w koleczku",
    "a z ogonkiem",
    "a enroule",
    "a entoure",
    "a dans un rond",
    "a cerchiato",
    "a cerchiata",
    "a con la coda",
    "a tondo",
    "affen-schwanz",
    "the snail",
    "la lumaca",
    "la codina",
    "quella con la codina",
    "die schnecke",
    "l'escargot",
    "affen schwanz",
)
AT_MAYBE = ("at", "aet", "et", "affe", "att")
AT_BRACKETED = ("at", "a", "aet", "et", "ett", "ad", "affe", "monkey", "chez", "@", "arob", "czyli malpa")

DOT_WORDS = listed("""
dot kropka kropke kropeczka kropa kropk punkt punk pkt point poin punto puntino pnt fullstop period d0t p0int
kr0pka
""")
DOT_PHRASES = ("full stop", "full-stop")
DOT_BRACKETED = ("d", "pt", "p", "k", "punt", "pto", ".")

UNDER = (
    "underscore", "under score", "underline", "podkreslnik", "podkreslenie", "podkreslnikiem", "podkresl",
    "podloga", "dolna kreska", "kreska dolna", "dolny myslnik", "unterstrich", "tiefstrich", "tiret du bas",
    "tiret bas", "tiret du 8", "tiret du huit", "tiret d'en bas", "souligne", "sous-tiret", "trait bas",
    "trattino basso", "trattino in basso", "sottolineato", "linea bassa", "sottolineatura", "undersc",
)  # fmt: skip
DASH = (
    "hyphen", "dash", "minus", "myslnik", "lacznik", "kreska", "pauza", "bindestrich", "minuszeichen",
    "tiret du 6", "tiret du six", "tiret du milieu", "tiret haut", "tiret", "trait d'union", "moins",
    "trattino", "meno", "lineetta", "mittelstrich",
)  # fmt: skip
SLASH = (
    "forward slash", "slash", "ukosnik", "kreska ukosna", "schragstrich", "barre oblique", "barre", "barra",
    "slesz",
)  # fmt: skip
