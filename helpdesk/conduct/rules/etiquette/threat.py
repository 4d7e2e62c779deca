"""D_THREAT: threats, intimidation, blackmail; lawful steps are none."""

from typing import Final

from helpdesk.conduct.rules.clauses import patterns

PATTERNS: Final = patterns("""
threat.fixed     0.94: THREATFIX --QUOTE --COURIER
threat.harm      0.90: HARM -NEG --QUOTE --COURIER
threat.harm      0.85: HARMW & ORELSE|REGRET|LADS -NEG --QUOTE --COURIER --LAWFUL
threat.harm      0.45: HARMW & HARMW|YOU -NEG --QUOTE --COURIER
threat.where     0.85: KNOWWHERE & HARM|HARMW|VEIL|REGRET --COURIER --QUOTE
threat.where     0.70: KNOWWHERE & ORELSE --COURIER --QUOTE --LAWFUL --HERE --DEALW
threat.where     0.80: HAVEYOUR & HINT|ORELSE|REGRET --COURIER --QUOTE --LAWFUL
threat.lads      0.85: LADS & LADSDO --COURIER --QUOTE
threat.tell      0.80: WHOM & TELL & HINT|ORELSE|VEIL|REGRET --COURIER --QUOTE --LAWFUL
threat.tell      0.65: WHOM & TELL --COURIER --QUOTE --LAWFUL --ASKED
threat.publish   0.80: PUBLISH & ORELSE --COURIER --QUOTE --LAWFUL
threat.regret    0.85: REGRET -NEG --QUOTE
threat.veiled    0.85: VEIL & HARM|HARMW|KNOWWHERE|REGRET --QUOTE --COURIER
threat.veiled    0.65: VEIL & HINT --QUOTE --COURIER --LAWFUL
threat.veiled    0.45: VEIL & ORELSE|RUIN --QUOTE --COURIER
threat.veiled    0.80: VEIL >> VEIL --QUOTE --COURIER
threat.where     0.85: KNOWWHERE & KNOWWHERE --COURIER --QUOTE -NEG
threat.last      0.80: STICK & STICKDO --QUOTE --COURIER
threat.ruin      0.75: RUIN & ORELSE --REVCHANGE --LAWFUL --QUOTE
threat.office    0.75: OFFICE & ORELSE --LAWFUL --QUOTE
""")
