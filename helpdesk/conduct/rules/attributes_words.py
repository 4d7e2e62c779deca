"""Words that tell of what a thing is, has and lacks, in five languages, folded."""

import re
from typing import Final

IS: Final = r"\b(?:is|are|ist|sind|est|sont|e|sono|jest|sa) (?:made of |aus |en |in |di |z |ze )?"
IT_IS: Final = (
    r"(?:^|[.!?;:,] (?:and |und |et |a |ma |as you can see,? |wie man sieht,? )?)(?:it|they|it's|er|sie|es|elle|il|ils|elles|"
    r"ten|ta|to)? ?(?:is|are|ist|sind|est|sont|e|sono|jest|sa) (?:made of |aus |en |in |di |z |ze )?"
)
FIBRE: Final = re.compile(
    r"[ -]?(?:of |de |di |d')?(?!off|rab|disc|remi|scon|moins|tani|gunst|bill|vat|mwst|tva|iva)[a-z]{3,}"
)
APART: Final = re.compile(
    r"\b(?:or|oder|lub|albo|ou|oppure|other|andere\w*|inn\w|autres?|altr\w|second\w*|zweite\w*|drug\w+|deuxieme|inside|innen|"
    r"wewnatrz|srodku|interieur|dentro|interno|outside|aussen|zewnatrz|exterieur|fuori|lining|futter|podszewk\w*|doublure|fodera|"
    r"off|sale|discount|rabatt?|remise|sconto|was|war|waren|byl\w*|etait|era|now|jetzt|teraz|maintenant|adesso|sorry|not|nicht|nie|"
    r"pas|non|too|also|auch|tez|rowniez|aussi|anche|available|verfugbar|dostepn\w*|disponib\w*|sold|mixed?|partly|teils|version\w*|"
    r"humidity|charged?|charge|geladen|gratuit|free|gone|weg|while|wahrend|tandis|mentre|label|etikett|etykiet\w*|button|logo)\b"
)
WITHOUT: Final = re.compile(
    r"\b(?:(?:has|have|with|there is|comes with) no|without|ohne|kein\w*|bez|nie ma|sans|n'a pas de|pas de|senza|non ha) "
    r"(?:an? |the |einen? |le |la |il |un |une |una |l')?(?P<part>[a-z]{5,18})\b"
)
ENCLOSED: Final = (
    r"(?:(?:the )?(?:enclosed|included|supplied) |(?:beiliegende\w*|mitgelieferte\w*|beigelegte\w*) |(?:dolaczon\w+|zalaczon\w+) )PART\w*"
    r"|PART\w* (?:(?:is|are|ist|sind|est|sont|e|sono|jest|sa) )?(?:enclosed|included|in the box|liegt bei|beiliegend|inklusive|"
    r"w zestawie|dolaczon\w+|fournie?s?|incluse?s?|inclus[oaie]|compres[oaie])\b"
)
NOT: Final = re.compile(r"\b(?:not|isn't|aren't|no|nicht|kein\w*|nie|pas|non|or|oder|if)\b|n't\b")
