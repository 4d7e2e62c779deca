"""A_MOVE: asking for contact details or proposing another channel, without saying which identifier."""

from typing import Final

from helpdesk.conduct.rules.clauses import patterns

PATTERNS: Final = patterns("""
move.call      0.90: CALLME -NEG -COURIER -PASTCALL --FUNCTION
move.details   0.90: GIVE >> ITEM -NEG --COURIER -PASTCALL --FUNCTION --PLATFORM
move.details   0.85: HAVE > ITEM -NEG --COURIER --FUNCTION --PLATFORM
move.details   0.85: WANT & REACH & ITEM -NEG --COURIER -PASTCALL --FUNCTION -HERE
move.number    0.90: HOW|GIVE >> NUM >> REACH -NEG --COURIER --FUNCTION
move.number    0.85: NUM & REACH & OUT -NEG --COURIER --FUNCTION
move.channel   0.85: REACH|TALK & VOICE -NEG --COURIER -PASTCALL --FUNCTION
move.outside   0.90: REACH & OUT & THISBOX --COURIER --FUNCTION
move.outside   0.85: HOW & REACH & OUT -NEG --COURIER --FUNCTION
move.outside   0.80: TALK & OUT & THISBOX -COURIER --FUNCTION --DEALW
move.outside   0.80: WANT & TALK|REACH & OUT -NEG -COURIER --FUNCTION --DEALW -HERE
move.channel   0.80: HAVE|WANT & TALK|REACH & CHAN -NEG --COURIER -PASTCALL --FUNCTION -HERE
move.channel   0.80: HAVE > CHAN -NEG --COURIER --FUNCTION --PLATFORM
move.leaflet   0.90: INFO & LEAF -NEG --COURIER --FUNCTION -HERE
move.fixed     0.80: MOVEFIX -COURIER
""")
