"""D_INSULT: insults and profanity aimed at the other side."""

from typing import Final

from helpdesk.conduct.rules.clauses import patterns

PATTERNS: Final = patterns("""
insult.aimed    0.94: YOUARE > VILE -NEG -SELF --QUOTE
insult.aimed    0.94: GROUP > VILE -SELF --QUOTE
insult.vile     0.85: VILE -SELF --QUOTE
insult.fixed    0.85: FIXED -SELF --QUOTE
insult.fixed    0.45: FIXEDW -SELF --QUOTE
insult.charge   0.90: YOUARE|GROUP > BAD -NEG -SELF --QUOTE
insult.charge   0.45: YOUARE|GROUP > BADW -NEG -SELF --QUOTE
insult.charge   0.80: BAD > BAD -SELF --QUOTE
insult.charge   0.80: BAD > LOT|BANG -SELF --QUOTE
insult.quality  0.85: YOUARE > SOFT -NEG -SELF --QUOTE
insult.quality  0.45: YOUARE > SOFTW -NEG -SELF --QUOTE
insult.quality  0.80: SOFT > CUSTOMER|BAD -SELF --QUOTE
insult.swear    0.80: SWEAR > CUSTOMER|BAD -SELF --QUOTE
insult.compare  0.75: LOWLY & WITS -SELF --QUOTE
insult.wit      0.75: DUMBNESS & WINGS -SELF --QUOTE
""")
