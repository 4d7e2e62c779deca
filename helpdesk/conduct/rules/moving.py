"""A_MOVE: asking for contact details or proposing another channel, without saying which identifier."""

from typing import Final

from helpdesk.conduct.rules.clauses import patterns

PATTERNS: Final = patterns("""
move.call      0.90: CALLME -NEG -COURIER -PASTCALL --FUNCTION -HERE --REFUSE --LESS
move.details   0.90: GIVE >> ITEM -NEG --COURIER -PASTCALL --FUNCTION --PLATFORM --REFUSE -HERE --DEALW
move.details   0.85: HAVE > ITEM -NEG --COURIER --FUNCTION --PLATFORM --REFUSE -HERE --DEALW
move.details   0.85: WANT & REACH & ITEM -NEG --COURIER -PASTCALL --FUNCTION -HERE --REFUSE --DEALW
move.number    0.90: HOW|GIVE >> NUM >> REACH -NEG --COURIER --FUNCTION --REFUSE
move.number    0.85: NUM & REACH & OUT -NEG --COURIER --FUNCTION --REFUSE
move.channel   0.85: REACH|TALK & VOICE -NEG --COURIER -PASTCALL --FUNCTION --REFUSE
move.outside   0.90: REACH & OUT & THISBOX --COURIER --FUNCTION --REFUSE
move.outside   0.85: HOW & REACH & OUT -NEG --COURIER --FUNCTION --REFUSE
move.outside   0.80: TALK & OUT & THISBOX -COURIER --FUNCTION --DEALW --REFUSE
move.outside   0.80: WANT & TALK|REACH & OUT -NEG -COURIER --FUNCTION --DEALW -HERE --REFUSE
move.channel   0.80: HAVE|WANT & TALK|REACH & CHAN -NEG --COURIER -PASTCALL --FUNCTION -HERE --REFUSE
move.channel   0.80: HAVE > CHAN -NEG --COURIER --FUNCTION --PLATFORM --REFUSE
move.leaflet   0.90: INFO & LEAF -NEG --COURIER --FUNCTION -HERE --REFUSE --DEALW
move.reach     0.75: HOW >> REACH -NEG --COURIER --FUNCTION --REFUSE -HERE -PASTCALL
move.voice     0.75: WANT & VOICE -NEG --COURIER -PASTCALL --FUNCTION --REFUSE --LESS
move.voice     0.75: CHAN & OUT|THISBOX -NEG --COURIER -PASTCALL --FUNCTION --REFUSE --DEALW --PLATFORM -HERE
move.fixed     0.80: MOVEFIX -COURIER --REFUSE
""")
