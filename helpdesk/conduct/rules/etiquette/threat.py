"""D_THREAT: threats, intimidation, blackmail; lawful steps are none."""

from typing import Final

from helpdesk.conduct.rules.clauses import patterns

PATTERNS: Final = patterns("""
threat.fixed     0.95: THREATFIX --QUOTE --COURIER
threat.harm      0.90: HARM -NEG --QUOTE --COURIER
threat.where     0.90: KNOWWHERE & ORELSE|HARM|VEIL|REGRET --COURIER --QUOTE
threat.regret    0.85: REGRET -NEG --QUOTE
threat.veiled    0.85: VEIL & ORELSE|HARM|KNOWWHERE|RUIN|REGRET --QUOTE --COURIER
threat.veiled    0.80: VEIL >> VEIL --QUOTE --COURIER
threat.where     0.85: KNOWWHERE & KNOWWHERE --COURIER --QUOTE -NEG
threat.ruin      0.85: RUIN & ORELSE --REVCHANGE --LAWFUL --QUOTE
threat.office    0.85: OFFICE & ORELSE --LAWFUL --QUOTE
""")
