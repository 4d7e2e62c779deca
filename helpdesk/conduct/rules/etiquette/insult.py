"""D_INSULT: insults and profanity aimed at the other side."""

from typing import Final

from helpdesk.conduct.rules.clauses import patterns

PATTERNS: Final = patterns("""
insult.aimed    0.96: YOUARE > VILE -NEG --QUOTE
insult.aimed    0.96: GROUP > VILE -SELF --QUOTE
insult.vile     0.85: VILE -SELF --QUOTE
insult.fixed    0.85: FIXED -SELF --QUOTE
insult.charge   0.90: YOUARE|GROUP > BAD -NEG -SELF --QUOTE
insult.charge   0.80: BAD > BAD -SELF --QUOTE
insult.quality  0.85: YOUARE > SOFT -NEG -SELF --QUOTE
insult.quality  0.80: SOFT > CUSTOMER|BAD -SELF --QUOTE
insult.swear    0.80: SWEAR > CUSTOMER|BAD -SELF --QUOTE
insult.charge   0.80: BAD > BANG -SELF --QUOTE
""")
